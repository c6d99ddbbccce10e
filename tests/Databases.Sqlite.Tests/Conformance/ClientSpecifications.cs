using Relata.Conformance.Client;

namespace Relata.Databases.Sqlite.Tests.Conformance;

public sealed class ClientReadOverSqlTests(SqliteServer server)
    : ClientReadOverSqlSpec(server), IClassFixture<SqliteServer>;

public sealed class ClientReadOverHttpTests(SqliteServer server)
    : ClientReadOverHttpSpec(server), IClassFixture<SqliteServer>;

public sealed class ClientWriteOverSqlTests(SqliteServer server)
    : ClientWriteOverSqlSpec(server), IClassFixture<SqliteServer>;

public sealed class ClientWriteOverHttpTests(SqliteServer server)
    : ClientWriteOverHttpSpec(server), IClassFixture<SqliteServer>;

public sealed class ClientReadThroughFrontTests(SqliteFrontServer server)
    : ClientReadThroughFrontSpec(server), IClassFixture<SqliteFrontServer>;

public sealed class ClientWriteThroughFrontTests(SqliteFrontServer server)
    : ClientWriteThroughFrontSpec(server), IClassFixture<SqliteFrontServer>;

public sealed class ClientExecOverSqlTests(SqliteExecServer server)
    : ClientExecOverSqlSpec(server), IClassFixture<SqliteExecServer>;

public sealed class ClientExecOverHttpTests(SqliteExecServer server)
    : ClientExecOverHttpSpec(server), IClassFixture<SqliteExecServer>;
