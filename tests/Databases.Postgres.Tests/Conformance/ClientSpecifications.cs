using Relata.Conformance.Client;

namespace Relata.Databases.Postgres.Tests.Conformance;

public sealed class ClientReadOverSqlTests(PostgresServer server)
    : ClientReadOverSqlSpec(server), IClassFixture<PostgresServer>;

public sealed class ClientReadOverHttpTests(PostgresServer server)
    : ClientReadOverHttpSpec(server), IClassFixture<PostgresServer>;

public sealed class ClientWriteOverSqlTests(PostgresServer server)
    : ClientWriteOverSqlSpec(server), IClassFixture<PostgresServer>;

public sealed class ClientWriteOverHttpTests(PostgresServer server)
    : ClientWriteOverHttpSpec(server), IClassFixture<PostgresServer>;

public sealed class ClientReadThroughFrontTests(PostgresFrontServer server)
    : ClientReadThroughFrontSpec(server), IClassFixture<PostgresFrontServer>;

public sealed class ClientWriteThroughFrontTests(PostgresFrontServer server)
    : ClientWriteThroughFrontSpec(server), IClassFixture<PostgresFrontServer>;

public sealed class ClientExecOverSqlTests(PostgresExecServer server)
    : ClientExecOverSqlSpec(server), IClassFixture<PostgresExecServer>;

public sealed class ClientExecOverHttpTests(PostgresExecServer server)
    : ClientExecOverHttpSpec(server), IClassFixture<PostgresExecServer>;
