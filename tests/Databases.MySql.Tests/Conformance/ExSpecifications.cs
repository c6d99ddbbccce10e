using Relata.Conformance.Ex;

namespace Relata.Databases.MySql.Tests.Conformance;

public sealed class ExReadTests(MySqlServer server) : ExReadOfDatabaseSpec(server), IClassFixture<MySqlServer>;

public sealed class ExWriteTests(MySqlServer server) : ExWriteOfDatabaseSpec(server), IClassFixture<MySqlServer>;

public sealed class ExBatchTests(MySqlServer server) : ExBatchOfDatabaseSpec(server), IClassFixture<MySqlServer>;

public sealed class ExReadThroughFrontTests(MySqlFrontServer server)
    : ExReadThroughFrontSpec(server), IClassFixture<MySqlFrontServer>;

public sealed class ExWriteThroughFrontTests(MySqlFrontServer server)
    : ExWriteThroughFrontSpec(server), IClassFixture<MySqlFrontServer>;

public sealed class ExBatchThroughFrontTests(MySqlFrontServer server)
    : ExBatchThroughFrontSpec(server), IClassFixture<MySqlFrontServer>;

public sealed class ExExecTests(MySqlExecServer server)
    : ExExecOfDatabaseSpec(server), IClassFixture<MySqlExecServer>;

public sealed class ExExecThroughFrontTests(MySqlExecFrontServer server)
    : ExExecThroughFrontSpec(server), IClassFixture<MySqlExecFrontServer>;
