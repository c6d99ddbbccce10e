using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Planning.Plans;
using static Relata.Planning.Tests.TestSchema;

namespace Relata.Planning.Tests;

/// <summary>What is more than the limits allow is refused, and what is exactly as much is not.</summary>
public sealed class LimitTests
{
    private static readonly Planner Strict = PlannerWith(new Limits
    {
        DefaultRows = 10, MaxRows = 20, MaxEmbedDepth = 3, MaxFilterNodes = 4, MaxListLength = 5,
    });

    [Fact]
    public void A_read_without_a_limit_gets_the_default() => PlanPage(null).Limit.ShouldBe(10);

    [Fact]
    public void A_read_of_one_row_has_no_limit() =>
        ((ReadPlan)Strict.Plan(new Read(Name("item")) { Key = new RowKey([Value(1)], default) }, Schema)).Limit.ShouldBeNull();

    [Fact]
    public void The_largest_limit_can_be_asked_for() => PlanPage(20).Limit.ShouldBe(20);

    [Fact]
    public void A_larger_limit_is_refused() => Refused(() => PlanPage(21)).Message.ShouldContain("21");

    [Fact]
    public void A_filter_may_have_so_many_nodes() => PlanFilter(3).ShouldNotBeNull();

    [Fact]
    public void A_filter_with_more_nodes_is_refused() =>
        Refused(() => PlanFilter(4)).Message.ShouldBe("The request has more than 4 conditions.");

    [Fact]
    public void Negations_count_as_nodes()
    {
        Expression filter = Equal("size", 1);
        for (var i = 0; i < 4; i++) filter = new Not(filter);
        Refused(() => Strict.Plan(new Read(Name("item")) { Filter = filter }, Schema)).ShouldNotBeNull();
    }

    [Fact]
    public void A_filter_reaches_as_far_as_embedded_rows_do()
    {
        var filter = new Related(Name("parent"), new Related(Name("owner"), null));
        Strict.Plan(new Read(Name("item")) { Filter = filter }, Schema).Sources.ShouldBe(3);
        Refused(() => Strict.Plan(new Read(Name("item")) { Filter = new Related(Name("parent"), filter) }, Schema))
            .Message.ShouldBe("The request has more than 2 relationships in a row.");
    }

    [Fact]
    public void A_list_may_be_so_long() => PlanList(5).ShouldNotBeNull();

    [Fact]
    public void A_longer_list_is_refused_and_its_place_named()
    {
        var failure = Refused(() => PlanList(6));
        failure.Message.ShouldBe("The request has more than 5 values in one list.");
        failure.At.ShouldBe(new Position("query", 3, 9));
    }

    [Fact]
    public void A_payload_may_have_so_many_rows() => PlanInsert(5).ShouldNotBeNull();

    [Fact]
    public void A_payload_of_more_rows_is_refused() =>
        Refused(() => PlanInsert(6)).Message.ShouldBe("The request has more than 5 rows to insert.");

    [Fact]
    public void Related_rows_may_nest_so_deep() => ((ReadPlan)PlanNested(2)).Projection.Joins.Count.ShouldBe(2);

    [Fact]
    public void Related_rows_that_nest_deeper_are_refused() =>
        Refused(() => PlanNested(3)).Message.ShouldBe("Related rows are nested deeper than 3 levels.");

    private static ReadPlan PlanPage(long? limit) =>
        (ReadPlan)Strict.Plan(new Read(Name("item")) { Page = new Page(limit, null) }, Schema);

    private static Plan PlanFilter(int conditions)
    {
        var all = new Logical(LogicalOperator.And, [.. Enumerable.Range(0, conditions).Select(i => Equal("size", i))]);
        return Strict.Plan(new Read(Name("item")) { Filter = all }, Schema);
    }

    private static Plan PlanList(int length)
    {
        var list = new LiteralList([.. Enumerable.Range(0, length).Select(i => Value(i))], new Position("query", 3, 9));
        return Strict.Plan(new Read(Name("item")) { Filter = new In(Column("size"), list) }, Schema);
    }

    private static Plan PlanInsert(int rows)
    {
        var payload = new Payload([.. Enumerable.Repeat(Row(("name", "a")), rows)], IsArray: true);
        return Strict.Plan(new Insert(Name("item"), payload), Schema);
    }

    private static Plan PlanNested(int levels)
    {
        var selection = Selection.Everything;
        for (var i = 0; i < levels; i++) selection = new Selection(null, [new Embed(Name("parent"), "parent", selection)]);
        return Strict.Plan(new Read(Name("item")) { Selection = selection }, Schema);
    }

    private static Failure Refused(Func<object> plan)
    {
        var failure = Should.Throw<FailureException>(plan).Failure;
        failure.Code.ShouldBe(FailureCode.LimitExceeded);
        return failure;
    }
}
