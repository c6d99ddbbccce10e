using Relata.Conformance;

namespace Relata.Databases.MySql.Tests.Conformance;

public sealed class ComplianceTests
{
    [Fact]
    public void Every_specification_is_run_or_skipped_for_a_reason() =>
        Compliance.ShouldBeComplete(typeof(ComplianceTests).Assembly, skipped: new Dictionary<Type, string>
        {
            [typeof(JsonContainmentSpec)] = "JSON_CONTAINS finds a scalar in nested arrays too, so containment is refused.",
            [typeof(UniqueIndexSpec)] = "There are no indexes over some of the rows.",
            [typeof(PartialIndexSpec)] = "There are no indexes over some of the rows.",
        });
}
