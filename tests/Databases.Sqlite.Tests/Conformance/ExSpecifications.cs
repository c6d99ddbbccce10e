using Relata.Conformance.Ex;

namespace Relata.Databases.Sqlite.Tests.Conformance;

public sealed class ExReadTests(SqliteServer server) : ExReadOfDatabaseSpec(server), IClassFixture<SqliteServer>;

public sealed class ExWriteTests(SqliteServer server) : ExWriteOfDatabaseSpec(server), IClassFixture<SqliteServer>;

public sealed class ExBatchTests(SqliteServer server) : ExBatchOfDatabaseSpec(server), IClassFixture<SqliteServer>;

public sealed class ExReadThroughFrontTests(SqliteFrontServer server)
    : ExReadThroughFrontSpec(server), IClassFixture<SqliteFrontServer>;

public sealed class ExWriteThroughFrontTests(SqliteFrontServer server)
    : ExWriteThroughFrontSpec(server), IClassFixture<SqliteFrontServer>;

public sealed class ExBatchThroughFrontTests(SqliteFrontServer server)
    : ExBatchThroughFrontSpec(server), IClassFixture<SqliteFrontServer>;

public sealed class ExExecTests(SqliteExecServer server)
    : ExExecOfDatabaseSpec(server), IClassFixture<SqliteExecServer>;

public sealed class ExExecThroughFrontTests(SqliteExecFrontServer server)
    : ExExecThroughFrontSpec(server), IClassFixture<SqliteExecFrontServer>;
