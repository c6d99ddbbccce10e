using Relata.Conformance.Client;

namespace Relata.Databases.Sqlite.Tests.Conformance;

public sealed class ClientReadOverSqlTests(SqliteServer server)
    : ClientReadSpec(server, ClientWay.Sql), IClassFixture<SqliteServer>;

public sealed class ClientReadOverHttpTests(SqliteServer server)
    : ClientReadSpec(server, ClientWay.Http), IClassFixture<SqliteServer>;

public sealed class ClientWriteOverSqlTests(SqliteServer server)
    : ClientWriteSpec(server, ClientWay.Sql), IClassFixture<SqliteServer>;

public sealed class ClientWriteOverHttpTests(SqliteServer server)
    : ClientWriteSpec(server, ClientWay.Http), IClassFixture<SqliteServer>;
