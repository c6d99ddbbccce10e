using Relata.Conformance.Ex;

namespace Relata.Databases.Postgres.Tests.Conformance;

public sealed class ExReadTests(PostgresServer server) : ExReadSpec(server), IClassFixture<PostgresServer>;

public sealed class ExWriteTests(PostgresServer server) : ExWriteSpec(server), IClassFixture<PostgresServer>;

public sealed class ExBatchTests(PostgresServer server) : ExBatchSpec(server), IClassFixture<PostgresServer>;
