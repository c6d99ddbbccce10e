using Relata.Conformance.Client;

namespace Relata.Databases.MySql.Tests.Conformance;

public sealed class ClientReadOverSqlTests(MySqlServer server)
    : ClientReadOverSqlSpec(server), IClassFixture<MySqlServer>;

public sealed class ClientReadOverHttpTests(MySqlServer server)
    : ClientReadOverHttpSpec(server), IClassFixture<MySqlServer>;

public sealed class ClientWriteOverSqlTests(MySqlServer server)
    : ClientWriteOverSqlSpec(server), IClassFixture<MySqlServer>;

public sealed class ClientWriteOverHttpTests(MySqlServer server)
    : ClientWriteOverHttpSpec(server), IClassFixture<MySqlServer>;

public sealed class ClientReadThroughFrontTests(MySqlFrontServer server)
    : ClientReadThroughFrontSpec(server), IClassFixture<MySqlFrontServer>;

public sealed class ClientWriteThroughFrontTests(MySqlFrontServer server)
    : ClientWriteThroughFrontSpec(server), IClassFixture<MySqlFrontServer>;

public sealed class ClientExecOverSqlTests(MySqlExecServer server)
    : ClientExecOverSqlSpec(server), IClassFixture<MySqlExecServer>;

public sealed class ClientExecOverHttpTests(MySqlExecServer server)
    : ClientExecOverHttpSpec(server), IClassFixture<MySqlExecServer>;
