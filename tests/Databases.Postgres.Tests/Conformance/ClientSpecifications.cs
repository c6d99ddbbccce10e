using Relata.Conformance.Client;

namespace Relata.Databases.Postgres.Tests.Conformance;

public sealed class ClientReadOverSqlTests(PostgresServer server)
    : ClientReadSpec(server, ClientWay.Sql), IClassFixture<PostgresServer>;

public sealed class ClientReadOverHttpTests(PostgresServer server)
    : ClientReadSpec(server, ClientWay.Http), IClassFixture<PostgresServer>;

public sealed class ClientWriteOverSqlTests(PostgresServer server)
    : ClientWriteSpec(server, ClientWay.Sql), IClassFixture<PostgresServer>;

public sealed class ClientWriteOverHttpTests(PostgresServer server)
    : ClientWriteSpec(server, ClientWay.Http), IClassFixture<PostgresServer>;
