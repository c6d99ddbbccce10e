using System.Collections.Frozen;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Schema;

namespace Relata.Dialects.Rest;

/// <summary>
/// What a filter does with its value, written behind the column's name: <c>score__gte=0.9</c>. Django's lookups, and
/// those of djangolang; <c>docs/dialects/rest.md</c> lists them.
/// </summary>
/// <param name="Condition">Makes the condition.</param>
/// <param name="Negated">Whether the condition must not hold.</param>
internal sealed record RestLookup(Func<Expression, RestValue, Expression> Condition, bool Negated = false)
{
    /// <summary>A filter without a lookup.</summary>
    public static RestLookup Equal { get; } = Compare(ComparisonOperator.Equal);

    /// <summary>Every lookup by its name.</summary>
    public static FrozenDictionary<string, RestLookup> ByName { get; } = new Dictionary<string, RestLookup>
    {
        ["eq"] = Equal,
        ["exact"] = Equal,
        ["iexact"] = Match(TextMatchKind.Exact, ignoreCase: true),
        ["ne"] = Compare(ComparisonOperator.NotEqual) with { IsNegative = true },
        ["gt"] = Compare(ComparisonOperator.Greater),
        ["gte"] = Compare(ComparisonOperator.GreaterOrEqual),
        ["lt"] = Compare(ComparisonOperator.Less),
        ["lte"] = Compare(ComparisonOperator.LessOrEqual),
        ["in"] = Member,
        ["notin"] = Not(Member),
        ["nin"] = Not(Member),
        ["not_in"] = Not(Member),
        ["range"] = new RestLookup(Range),
        ["isnull"] = Is(IsTest.Null),
        ["isnotnull"] = Not(Is(IsTest.Null)),
        ["istrue"] = Is(IsTest.True),
        ["isfalse"] = Is(IsTest.False),
        ["contains"] = Match(TextMatchKind.Contains),
        ["icontains"] = Match(TextMatchKind.Contains, ignoreCase: true),
        ["notcontains"] = Not(Match(TextMatchKind.Contains)),
        ["startswith"] = Match(TextMatchKind.StartsWith),
        ["istartswith"] = Match(TextMatchKind.StartsWith, ignoreCase: true),
        ["endswith"] = Match(TextMatchKind.EndsWith),
        ["iendswith"] = Match(TextMatchKind.EndsWith, ignoreCase: true),
        ["like"] = new RestLookup((operand, value) => Like(operand, value, ignoreCase: false)),
        ["ilike"] = new RestLookup((operand, value) => Like(operand, value, ignoreCase: true)),
        ["notlike"] = new RestLookup((operand, value) => Like(operand, value, ignoreCase: false), Negated: true),
        ["notilike"] = new RestLookup((operand, value) => Like(operand, value, ignoreCase: true), Negated: true),
        ["regex"] = Match(TextMatchKind.Regex),
        ["iregex"] = Match(TextMatchKind.Regex, ignoreCase: true),
        ["contained_by"] = Call(Function.ContainedBy),
        ["overlap"] = Call(Function.Overlap),
        ["adjacent_to"] = Call(Function.AdjacentTo),
        ["fully_lt"] = Call(Function.FullyLt),
        ["fully_gt"] = Call(Function.FullyGt),
        ["not_lt"] = Call(Function.NotLt),
        ["not_gt"] = Call(Function.NotGt),
        ["has_key"] = new RestLookup((operand, value) =>
            new FunctionCall(Function.HasKeys, [operand, new LiteralList([value.One], value.At)])),
        ["has_keys"] = CallWithList(Function.HasKeys),
        ["has_any_keys"] = CallWithList(Function.HasAnyKeys),
        ["search"] = Call(Function.Search),
        ["websearch"] = Call(Function.Websearch),
        ["trigram_similar"] = Call(Function.TrigramSimilar),
        ["trigram_word_similar"] = Call(Function.TrigramWordSimilar),
        ["trigram_strict_word_similar"] = Call(Function.TrigramStrictWordSimilar),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether it holds for what is not the value: of several values it then means none.</summary>
    public bool IsNegative { get => field || Negated; init; }

    /// <summary>The condition on a column, or on what a key makes of one.</summary>
    public Expression Apply(Expression operand, RestValue value)
    {
        var condition = Condition(operand, value);
        return Negated ? new Not(condition) : condition;
    }

    private static RestLookup Member =>
        new((operand, value) => new In(operand, new LiteralList(value.List, value.At)));

    private static RestLookup Call(Function function) =>
        new((operand, value) => new FunctionCall(function, [operand, value.One]));

    private static RestLookup CallWithList(Function function) =>
        new((operand, value) => new FunctionCall(function, [operand, new LiteralList(value.List, value.At)]));

    private static RestLookup Not(RestLookup lookup) => lookup with { Negated = true };

    private static RestLookup Compare(ComparisonOperator comparison) =>
        new((operand, value) => new Comparison(comparison, operand, value.One));

    private static RestLookup Match(TextMatchKind kind, bool ignoreCase = false) =>
        new((operand, value) => new TextMatch(kind, ignoreCase, operand, value.One));

    /// <summary>
    /// A value without a wildcard is looked for anywhere, as djangolang does; one with <c>%</c> is a pattern as it
    /// stands.
    /// </summary>
    private static TextMatch Like(Expression operand, RestValue value, bool ignoreCase) => new(
        value.Text.Contains('%', StringComparison.Ordinal) ? TextMatchKind.Like : TextMatchKind.Contains,
        ignoreCase, operand, value.One);

    private static Between Range(Expression operand, RestValue value)
    {
        var parts = value.List;
        if (parts.Count == 2) return new Between(operand, parts[0], parts[1]);
        throw new Failure(FailureCode.BadValue, "A range has two values with a comma between them.")
        {
            At = value.At,
        }.AsException();
    }

    /// <summary>
    /// What is asked of a relationship itself: whether it leads to no row, or to some; null for anything else.
    /// </summary>
    /// <param name="rest">What follows the relationship's name in a key.</param>
    /// <param name="far">The table at its far end, whose columns are found first.</param>
    public static RestLookup? OfRelationship(ReadOnlySpan<char> rest, Table far) => rest switch
    {
        "__isnull" when far.FindColumn("isnull") is null => ByName["isnull"],
        "__isnotnull" when far.FindColumn("isnotnull") is null => ByName["isnotnull"],
        _ => null,
    };

    /// <summary>Whether a value says yes; none at all does.</summary>
    public static bool IsYes(RestValue value) => value.One.Text switch
    {
        "" or "true" or "True" or "1" => true,
        "false" or "False" or "0" => false,
        _ => throw new Failure(FailureCode.BadValue, "The value of this lookup is true or false.")
        {
            At = value.At,
        }.AsException(),
    };

    private static RestLookup Is(IsTest test) =>
        new((operand, value) => IsYes(value) ? new Is(operand, test) : new Not(new Is(operand, test)));
}
