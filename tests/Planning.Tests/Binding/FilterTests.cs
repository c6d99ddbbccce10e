using Relata.Model.Expressions;
using Relata.Model.Failures;
using static Relata.Planning.Tests.TestSchema;

namespace Relata.Planning.Tests.Binding;

/// <summary>What filters out of JSON mean, which hold types and nulls that a query string cannot.</summary>
public sealed class FilterTests
{
    [Fact]
    public void Equal_to_null_is_a_test_for_null() =>
        PlanRead(Equal("name", null)).Filter.ShouldBeOfType<Is>().Test.ShouldBe(IsTest.Null);

    [Fact]
    public void Not_equal_to_null_is_the_opposite_test() =>
        PlanRead(new Comparison(ComparisonOperator.NotEqual, Column("name"), Value(null)))
            .Filter.ShouldBeOfType<Not>().Operand.ShouldBeOfType<Is>().Test.ShouldBe(IsTest.Null);

    [Fact]
    public void Nothing_is_larger_than_null() =>
        Refused(new Comparison(ComparisonOperator.Greater, Column("size"), Value(null)))
            .Message.ShouldBe("null is neither larger nor smaller than \"size\".");

    [Fact]
    public void A_list_is_one_value_of_the_plan()
    {
        var plan = PlanRead(new In(Column("size"), ListOf(1, "2", null)));
        var list = plan.Filter.ShouldBeOfType<In>().List.ShouldBeOfType<Parameter>();
        list.IsList.ShouldBeTrue();
        plan.Values[list.Index].ShouldBe(new object?[] { 1L, 2L, null });
    }

    [Fact]
    public void Patterns_are_escaped_before_the_database_sees_them()
    {
        PatternOf(TextMatchKind.Exact).ShouldBe(@"5\%\_\\");
        PatternOf(TextMatchKind.Contains).ShouldBe(@"%5\%\_\\%");
        PatternOf(TextMatchKind.StartsWith).ShouldBe(@"5\%\_\\%");
        PatternOf(TextMatchKind.EndsWith).ShouldBe(@"%5\%\_\\");
        PatternOf(TextMatchKind.Regex).ShouldBe(@"5%_\");
    }

    [Fact]
    public void Conditions_of_which_there_is_one_need_no_joining() =>
        PlanRead(new Logical(LogicalOperator.Or, [Equal("size", 1)])).Filter.ShouldBeOfType<Comparison>();

    [Fact]
    public void JSON_is_compared_by_containment_alone()
    {
        PlanRead(new TextMatch(TextMatchKind.Contains, false, Column("details"), Value(new { a = 1 })))
            .Filter.ShouldBeOfType<Contains>();
        Refused(Equal("details", "a")).Code.ShouldBe(FailureCode.NotApplicable);
        Refused(new In(Column("details"), ListOf("a"))).Code.ShouldBe(FailureCode.NotApplicable);
        Refused(new Between(Column("details"), Value("a"), Value("b"))).Code.ShouldBe(FailureCode.NotApplicable);
        Refused(new TextMatch(TextMatchKind.Contains, true, Column("details"), Value("a"))).Code.ShouldBe(FailureCode.NotApplicable);
    }

    [Fact]
    public void Related_rows_are_sources_of_their_own()
    {
        var plan = PlanRead(new Related(Name("parent"), new Related(Name("label"), Equal("name", "a"))));
        var parent = plan.Filter.ShouldBeOfType<Exists>();
        (parent.Near, parent.Through, parent.Far).ShouldBe((0, null, 1));
        var label = parent.Condition.ShouldBeOfType<Exists>();
        (label.Near, label.Through, label.Far).ShouldBe((1, 2, 3));
        label.Condition.ShouldBeOfType<Comparison>().Left.ShouldBeOfType<ColumnReference>().Source.ShouldBe(3);
        plan.Sources.ShouldBe(4);
    }

    [Fact]
    public void An_unknown_relationship_is_named()
    {
        var failure = Refused(new Related(Name("ownr"), null));
        (failure.Code, failure.Message, failure.Hint)
            .ShouldBe((FailureCode.UnknownRelationship, "\"item\" has no relationship \"ownr\".", "Did you mean \"owner\"?"));
    }

    [Fact]
    public void A_bound_tree_cannot_be_asked() => Should.Throw<NotSupportedException>(
        () => PlanRead(new Comparison(ComparisonOperator.Equal, Column("size"), new Parameter(0, new(default, "integer")))));

    private static object? PatternOf(TextMatchKind kind)
    {
        var plan = PlanRead(new TextMatch(kind, false, Column("name"), Value(@"5%_\")));
        return plan.Values[plan.Filter.ShouldBeOfType<TextMatch>().Pattern.ShouldBeOfType<Parameter>().Index];
    }

    private static Failure Refused(Expression filter) => Should.Throw<FailureException>(() => PlanRead(filter)).Failure;
}
