using Relata.Conformance.Ex;

namespace Relata.Databases.MySql.Tests.Conformance;

public sealed class ExReadTests(MySqlServer server) : ExReadSpec(server), IClassFixture<MySqlServer>;

public sealed class ExWriteTests(MySqlServer server) : ExWriteSpec(server), IClassFixture<MySqlServer>;

public sealed class ExBatchTests(MySqlServer server) : ExBatchSpec(server), IClassFixture<MySqlServer>;
