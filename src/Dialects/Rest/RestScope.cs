using Relata.Model.Expressions;
using Relata.Model.Requests;

namespace Relata.Dialects.Rest;

/// <summary>
/// Conditions that speak of one row: of the table asked for, or of one row at the far end of a relationship.
/// </summary>
/// <remarks>
/// Related rows are joined as by LEFT JOIN, once for each relationship and scope: where there is none, all its columns
/// are NULL, so a condition that holds of NULL holds of a row without related ones.
/// </remarks>
internal sealed class RestScope
{
    private static readonly Logical Always = new(LogicalOperator.And, []);
    private static readonly Logical Never = new(LogicalOperator.Or, []);

    private readonly OrderedDictionary<string, Alternatives> own = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, (Name Name, RestScope Scope)> related = new(StringComparer.Ordinal);

    /// <summary>Adds a condition.</summary>
    /// <param name="key">What it is about.</param>
    /// <param name="value">What it asks for.</param>
    /// <param name="under">
    /// Conditions under the same text are alternatives of each other; what a negative lookup denies of alternatives it
    /// denies of each: "is not one or two", where "is not one, or is not two" would be true of every row.
    /// </param>
    public void Add(RestKey key, RestValue value, string under)
    {
        var scope = this;
        foreach (var name in key.Path) scope = scope.Related(name);
        if (!scope.own.TryGetValue(under, out var alternatives))
            scope.own.Add(under, alternatives = new Alternatives(key.Lookup.IsNegative, []));
        alternatives.Conditions.Add(
            key.Operand is { } operand ? OfColumn(key.Lookup.Apply(operand, value)) : Presence(key, value));
    }

    /// <summary>What must hold; null when nothing must.</summary>
    public Expression? ToExpression() => Join().Expression;

    private RestScope Related(Name name)
    {
        if (!related.TryGetValue(name.Text, out var found)) related.Add(name.Text, found = (name, new RestScope()));
        return found.Scope;
    }

    /// <summary>All conditions, and whether they hold of a row whose every column is NULL.</summary>
    private Condition Join()
    {
        var all = own.Values.Select(alternatives => alternatives.Join())
            .Concat(related.Values.Select(Reach)).ToList();
        var expressions = all.Select(condition => condition.Expression)
            .Where(expression => !ReferenceEquals(expression, Always)).ToList();
        return new Condition(
            expressions.Contains(Never) ? Never : expressions.Count switch
            {
                0 => null,
                1 => expressions[0],
                _ => new Logical(LogicalOperator.And, expressions!),
            },
            all.TrueForAll(condition => condition.HoldsOfNull));
    }

    private static Condition Reach((Name Name, RestScope Scope) related)
    {
        var far = related.Scope.Join();
        var some = new Related(related.Name, far.Expression);
        if (!far.HoldsOfNull) return new Condition(some, HoldsOfNull: false);
        var none = new Not(new Related(related.Name, null));
        return new Condition(
            ReferenceEquals(far.Expression, Never)
                ? none
                : new Logical(LogicalOperator.Or, [none, some]), HoldsOfNull: true);
    }

    private static Condition OfColumn(Expression expression) => new(expression, IsTrueOfNull(expression) ?? false);

    /// <summary>Only tests, and their opposites, are ever true of NULL; everything else is unknown.</summary>
    private static bool? IsTrueOfNull(Expression expression) => expression switch
    {
        Is test => test.Test == IsTest.Null,
        Not not => !IsTrueOfNull(not.Operand),
        _ => null,
    };

    /// <summary>That there is no related row holds of none that is there, and the other way round.</summary>
    private static Condition Presence(RestKey key, RestValue value) =>
        RestLookup.IsYes(value) != key.Lookup.IsNegative
            ? new Condition(Never, HoldsOfNull: true)
            : new Condition(Always, HoldsOfNull: false);

    private readonly record struct Condition(Expression? Expression, bool HoldsOfNull);

    private sealed record Alternatives(bool IsNegative, List<Condition> Conditions)
    {
        public Condition Join() => Conditions.Count == 1
            ? Conditions[0]
            : new Condition(
                new Logical(
                    IsNegative ? LogicalOperator.And : LogicalOperator.Or,
                    [.. Conditions.Select(condition => condition.Expression!)]),
                IsNegative
                    ? Conditions.TrueForAll(condition => condition.HoldsOfNull)
                    : Conditions.Exists(condition => condition.HoldsOfNull));
    }
}
