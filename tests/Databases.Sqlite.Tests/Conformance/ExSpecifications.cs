using Relata.Conformance.Ex;

namespace Relata.Databases.Sqlite.Tests.Conformance;

public sealed class ExReadTests(SqliteServer server) : ExReadSpec(server), IClassFixture<SqliteServer>;

public sealed class ExWriteTests(SqliteServer server) : ExWriteSpec(server), IClassFixture<SqliteServer>;

public sealed class ExBatchTests(SqliteServer server) : ExBatchSpec(server), IClassFixture<SqliteServer>;
