using Relata.Model.Expressions;
using static Relata.Dialects.Tests.Rest.RestCalls;

namespace Relata.Dialects.Tests.Rest;

public sealed class RestLookupTests
{
    [Theory]
    [InlineData("like", "a_b", TextMatchKind.Contains, false)]
    [InlineData("like", "", TextMatchKind.Contains, false)]
    [InlineData("like", "a%25", TextMatchKind.Like, false)]
    [InlineData("like", "%25", TextMatchKind.Like, false)]
    [InlineData("like", "%5C%25", TextMatchKind.Like, false)]
    [InlineData("ilike", "a", TextMatchKind.Contains, true)]
    [InlineData("ilike", "%25a", TextMatchKind.Like, true)]
    public void A_pattern_without_a_wildcard_is_looked_for_anywhere(string lookup, string value, TextMatchKind kind, bool ignoreCase)
    {
        Match(Query($"name__{lookup}={value}").Filter).ShouldBe((kind, ignoreCase));
        Match(Query($"name__not{lookup}={value}").Filter.ShouldBeOfType<Not>().Operand).ShouldBe((kind, ignoreCase));
    }

    [Theory]
    [InlineData("iexact", TextMatchKind.Exact, true)]
    [InlineData("contains", TextMatchKind.Contains, false)]
    [InlineData("icontains", TextMatchKind.Contains, true)]
    [InlineData("startswith", TextMatchKind.StartsWith, false)]
    [InlineData("istartswith", TextMatchKind.StartsWith, true)]
    [InlineData("endswith", TextMatchKind.EndsWith, false)]
    [InlineData("iendswith", TextMatchKind.EndsWith, true)]
    [InlineData("regex", TextMatchKind.Regex, false)]
    [InlineData("iregex", TextMatchKind.Regex, true)]
    public void A_text_lookup_takes_its_value_as_it_is(string lookup, TextMatchKind kind, bool ignoreCase)
    {
        var filter = Query($"name__{lookup}=a%25").Filter;
        Match(filter).ShouldBe((kind, ignoreCase));
        ((TextMatch)filter!).Pattern.ShouldBeOfType<Literal>().Text.ShouldBe("a%");
    }

    [Theory]
    [InlineData("eq", ComparisonOperator.Equal)]
    [InlineData("exact", ComparisonOperator.Equal)]
    [InlineData("ne", ComparisonOperator.NotEqual)]
    [InlineData("gt", ComparisonOperator.Greater)]
    [InlineData("lt", ComparisonOperator.Less)]
    [InlineData("lte", ComparisonOperator.LessOrEqual)]
    public void A_comparison_is_spelled_as_in_Django(string lookup, ComparisonOperator comparison) =>
        Query($"note__{lookup}=5").Filter.ShouldBeOfType<Comparison>().Operator.ShouldBe(comparison);

    [Theory]
    [InlineData("in", "", "")]
    [InlineData("in", "a", "a")]
    [InlineData("in", "a,b", "a|b")]
    [InlineData("in", "a,,b,", "a||b|")]
    [InlineData("in", "a%2Cb", "a|b")]
    [InlineData("in", "null", "null")]
    public void A_list_has_commas_between_its_values(string lookup, string value, string items) => string
        .Join('|', Query($"name__{lookup}={value}").Filter.ShouldBeOfType<In>().List.ShouldBeOfType<LiteralList>().Items
            .Select(item => item.Text))
        .ShouldBe(items);

    [Theory]
    [InlineData("notin")]
    [InlineData("nin")]
    [InlineData("not_in")]
    public void The_opposite_of_a_list_has_three_names(string lookup) =>
        Query($"name__{lookup}=a").Filter.ShouldBeOfType<Not>().Operand.ShouldBeOfType<In>();

    [Fact]
    public void A_range_has_two_ends()
    {
        var between = Query("name__range=a,b").Filter.ShouldBeOfType<Between>();
        (between.Low, between.High).ShouldBe((Literal.FromText("a", Place), Literal.FromText("b", Place)));
    }

    [Theory]
    [InlineData("isnull", IsTest.Null, false)]
    [InlineData("isnull=", IsTest.Null, false)]
    [InlineData("isnull=true", IsTest.Null, false)]
    [InlineData("isnull=True", IsTest.Null, false)]
    [InlineData("isnull=1", IsTest.Null, false)]
    [InlineData("isnull=false", IsTest.Null, true)]
    [InlineData("isnull=0", IsTest.Null, true)]
    [InlineData("isnotnull", IsTest.Null, true)]
    [InlineData("isnotnull=false", IsTest.Null, false)]
    [InlineData("istrue", IsTest.True, false)]
    [InlineData("istrue=false", IsTest.True, true)]
    [InlineData("isfalse", IsTest.False, false)]
    public void A_test_may_be_turned_round(string lookup, IsTest test, bool negated)
    {
        var (filter, turns) = (Query($"name__{lookup}").Filter, 0);
        for (; filter is Not not; turns++) filter = not.Operand;
        (filter.ShouldBeOfType<Is>().Test, turns % 2 == 1).ShouldBe((test, negated));
    }

    private static Relata.Model.Failures.Position Place => new("query", 12, 3);

    private static (TextMatchKind, bool) Match(Expression? filter)
    {
        var match = filter.ShouldBeOfType<TextMatch>();
        return (match.Kind, match.IgnoreCase);
    }
}
