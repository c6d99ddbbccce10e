using Relata.Model.Expressions;
using Relata.Planning.Plans;

namespace Relata.Planning.Binding;

/// <summary>
/// The condition that holds for the rows behind a place in an order. NULL stands where the largest value would.
/// </summary>
internal static class SeekCondition
{
    /// <summary>Makes the condition.</summary>
    /// <param name="order">The order, which has a key in it.</param>
    /// <param name="place">The value of each key of the order; null is NULL.</param>
    public static Expression Behind(IReadOnlyList<Sort> order, IReadOnlyList<Parameter?> place)
    {
        if (IsOneComparison(order, place)) return Together(order, place);
        var steps = new List<Expression>();
        for (var i = 0; i < order.Count; i++)
        {
            if (Behind(order[i], place[i]) is not { } behind) continue;
            var level = Enumerable.Range(0, i).Select(j => Level(order[j], place[j])).Append(behind).ToArray();
            steps.Add(All(level));
        }

        var any = steps.Count == 1 ? steps[0] : new Logical(LogicalOperator.Or, steps);
        return order.Count > 1 && AtOrBehind(order[0], place[0]) is { } range ? All([range, any]) : any;
    }

    /// <summary>
    /// Whether all keys go the same way and no NULL stands behind the place: one comparison of rows says it all then,
    /// and a database looks it up in an index at once. A row with a NULL is never larger or smaller, and where the
    /// order descends it stands before.
    /// </summary>
    private static bool IsOneComparison(IReadOnlyList<Sort> order, IReadOnlyList<Parameter?> place) =>
        place.All(value => value is not null)
        && (order.All(sort => sort.Descending)
            || order.All(sort => !sort.Descending && !sort.Column.Column.IsNullable));

    private static Comparison Together(IReadOnlyList<Sort> order, IReadOnlyList<Parameter?> place) => order.Count == 1
        ? new Comparison(Larger(order[0]), order[0].Column, place[0]!)
        : new Comparison(
            Larger(order[0]),
            new RowConstructor([.. order.Select(sort => sort.Column)]),
            new RowConstructor([.. place.Select(value => value!)]));

    /// <summary>Null when nothing is behind: behind NULL where the order ascends.</summary>
    private static Expression? Behind(Sort sort, Parameter? value) => (value, sort.Descending) switch
    {
        (null, true) => new Not(new Is(sort.Column, IsTest.Null)),
        (null, false) => null,
        ({ } known, false) when sort.Column.Column.IsNullable => new Logical(LogicalOperator.Or,
            [new Comparison(ComparisonOperator.Greater, sort.Column, known), new Is(sort.Column, IsTest.Null)]),
        ({ } known, _) => new Comparison(Larger(sort), sort.Column, known),
    };

    private static Expression Level(Sort sort, Parameter? value) => value is null
        ? new Is(sort.Column, IsTest.Null)
        : new Comparison(ComparisonOperator.Equal, sort.Column, value);

    /// <summary>
    /// What follows from the whole, said of the first key alone, so that an index over it can be entered at the right
    /// place; null where that is no range.
    /// </summary>
    private static Expression? AtOrBehind(Sort sort, Parameter? value) => (value, sort.Descending) switch
    {
        (null, true) => null,
        (null, false) => new Is(sort.Column, IsTest.Null),
        ({ } known, true) => new Comparison(ComparisonOperator.LessOrEqual, sort.Column, known),
        ({ } known, false) => sort.Column.Column.IsNullable
            ? null
            : new Comparison(ComparisonOperator.GreaterOrEqual, sort.Column, known),
    };

    private static ComparisonOperator Larger(Sort sort) =>
        sort.Descending ? ComparisonOperator.Less : ComparisonOperator.Greater;

    private static Expression All(Expression[] conditions) =>
        conditions.Length == 1 ? conditions[0] : new Logical(LogicalOperator.And, conditions);
}
