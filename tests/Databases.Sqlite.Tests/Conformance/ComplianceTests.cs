using Relata.Conformance;

namespace Relata.Databases.Sqlite.Tests.Conformance;

public sealed class ComplianceTests
{
    [Fact]
    public void Every_specification_is_run_or_skipped_for_a_reason() =>
        Compliance.ShouldBeComplete(typeof(ComplianceTests).Assembly, skipped: new Dictionary<Type, string>());
}
