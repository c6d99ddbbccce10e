using System.Collections.Frozen;
using Relata.Model.Expressions;
using Relata.Model.Failures;

namespace Relata.Dialects.Rest;

/// <summary>
/// What a filter does with its value, written behind the column's name: <c>score__gte=0.9</c>. Django's lookups, and those of
/// djangolang; <c>docs/dialects/rest.md</c> lists them.
/// </summary>
/// <param name="Condition">Makes the condition.</param>
/// <param name="Negated">Whether the condition must not hold.</param>
internal sealed record RestLookup(Func<ColumnName, Literal, Expression> Condition, bool Negated = false)
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
        ["like"] = new RestLookup((column, value) => Like(column, value, ignoreCase: false)),
        ["ilike"] = new RestLookup((column, value) => Like(column, value, ignoreCase: true)),
        ["notlike"] = new RestLookup((column, value) => Like(column, value, ignoreCase: false), Negated: true),
        ["notilike"] = new RestLookup((column, value) => Like(column, value, ignoreCase: true), Negated: true),
        ["regex"] = Match(TextMatchKind.Regex),
        ["iregex"] = Match(TextMatchKind.Regex, ignoreCase: true),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether it holds for what is not the value: of several values it then means none.</summary>
    public bool IsNegative { get => field || Negated; init; }

    /// <summary>The condition on a column.</summary>
    public Expression Apply(ColumnName column, Literal value)
    {
        var condition = Condition(column, value);
        return Negated ? new Not(condition) : condition;
    }

    private static RestLookup Member =>
        new((column, value) => new In(column, new LiteralList(Split(value), value.At)));

    private static RestLookup Not(RestLookup lookup) => lookup with { Negated = true };

    private static RestLookup Compare(ComparisonOperator comparison) =>
        new((column, value) => new Comparison(comparison, column, value));

    private static RestLookup Match(TextMatchKind kind, bool ignoreCase = false) =>
        new((column, value) => new TextMatch(kind, ignoreCase, column, value));

    /// <summary>A value without a wildcard is looked for anywhere, as djangolang does; one with <c>%</c> is a pattern as it stands.</summary>
    private static TextMatch Like(ColumnName column, Literal value, bool ignoreCase) => new(
        value.Text!.Contains('%', StringComparison.Ordinal) ? TextMatchKind.Like : TextMatchKind.Contains,
        ignoreCase, column, value);

    private static Between Range(ColumnName column, Literal value)
    {
        var parts = Split(value);
        if (parts.Count == 2) return new Between(column, parts[0], parts[1]);
        throw new Failure(FailureCode.BadValue, "A range has two values with a comma between them.") { At = value.At }.AsException();
    }

    private static RestLookup Is(IsTest test) => new((column, value) => value.Text switch
    {
        "" or "true" or "True" or "1" => new Is(column, test),
        "false" or "False" or "0" => new Not(new Is(column, test)),
        _ => throw new Failure(FailureCode.BadValue, "The value of this lookup is true or false.") { At = value.At }.AsException(),
    });

    private static List<Literal> Split(Literal value) =>
        value.Text is "" ? [] : [.. value.Text!.Split(',').Select(part => value with { Text = part })];
}
