using Relata.Conformance.Ex;

namespace Relata.Databases.Postgres.Tests.Conformance;

public sealed class ExReadTests(PostgresServer server) : ExReadOfDatabaseSpec(server), IClassFixture<PostgresServer>;

public sealed class ExWriteTests(PostgresServer server) : ExWriteOfDatabaseSpec(server), IClassFixture<PostgresServer>;

public sealed class ExBatchTests(PostgresServer server) : ExBatchOfDatabaseSpec(server), IClassFixture<PostgresServer>;

public sealed class ExReadThroughFrontTests(PostgresFrontServer server)
    : ExReadThroughFrontSpec(server), IClassFixture<PostgresFrontServer>;

public sealed class ExWriteThroughFrontTests(PostgresFrontServer server)
    : ExWriteThroughFrontSpec(server), IClassFixture<PostgresFrontServer>;

public sealed class ExBatchThroughFrontTests(PostgresFrontServer server)
    : ExBatchThroughFrontSpec(server), IClassFixture<PostgresFrontServer>;

public sealed class ExExecTests(PostgresExecServer server)
    : ExExecOfDatabaseSpec(server), IClassFixture<PostgresExecServer>;

public sealed class ExExecThroughFrontTests(PostgresExecFrontServer server)
    : ExExecThroughFrontSpec(server), IClassFixture<PostgresExecFrontServer>;
