using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Planning.Plans;
using static Relata.Planning.Tests.TestSchema;

namespace Relata.Planning.Tests.Binding;

/// <summary>What groups of rows of which each has the limit go with, whoever asks for them.</summary>
public sealed class PartitionTests
{
    private static readonly Planner Strict = PlannerWith(new Limits { DefaultRows = 10, MaxRows = 20 });

    private static readonly Read Each = new(Name("item"))
    {
        PartitionBy = [new Name("owner_id", new Position("query", 3, 8))],
        Page = new Page(2, null),
    };

    [Fact]
    public void All_groups_together_have_at_most_as_many_rows_as_a_request()
    {
        var partition = ((ReadPlan)Strict.Plan(Each, Schema)).Partition.ShouldNotBeNull();
        (partition.MaxRows, partition.Columns.ShouldHaveSingleItem().Column.Name).ShouldBe((20, "owner_id"));
        partition.Excess.Code.ShouldBe(FailureCode.LimitExceeded);
        partition.Excess.Message.ShouldBe(
            "The groups have more than 20 rows together, the most that one request may ask for.");
        partition.Excess.At.ShouldBe(Each.PartitionBy[0].At);
    }

    public static TheoryData<string, Read> Meaningless => new()
    {
        { "A partition has neither groups nor an offset.", Each with { Page = new Page(2, 1) } },
        { "A partition has neither groups nor an offset.", Each with { Page = new Page(2, 0) } },
        {
            "A partition has neither groups nor an offset.",
            Each with { Summary = new Summary([new Group(new ColumnName(Name("owner_id")), Name("owner_id"))], [], null) }
        },
        { "A partition needs a limit, the most rows of each.", Each with { Page = Page.Default } },
        { "A key names one row, of which there is no partition.", Each with { Key = new RowKey([Value(1)], default) } },
        {
            "The rows of a partition are no page that another one follows.",
            Each with { Page = new Page(2, null) { LooksAhead = true } }
        },
        {
            "The rows of a partition are no page that another one follows.",
            Each with { Page = new Page(2, null) { Cursor = new PageCursor("", null) } }
        },
    };

    [Theory]
    [MemberData(nameof(Meaningless))]
    public void What_means_nothing_with_a_partition_is_refused(string message, Read read)
    {
        var failure = Should.Throw<FailureException>(() => Strict.Plan(read, Schema)).Failure;
        (failure.Code, failure.Message, failure.At)
            .ShouldBe((FailureCode.NotApplicable, message, Each.PartitionBy[0].At));
    }
}
