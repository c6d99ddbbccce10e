namespace Relata.Conformance.Differential;

/// <summary>Sums over rows of the town as somebody means them.</summary>
/// <param name="Table">The table.</param>
/// <param name="Where">What must hold of each row that is summed up.</param>
/// <param name="Groups">The columns in which the rows of a group are alike.</param>
/// <param name="Aggregates">What is computed over each group; without any, the groups alone are asked for.</param>
/// <param name="Having">What must hold of the sums.</param>
/// <param name="Order">By what they are ordered before their groups.</param>
/// <param name="Limit">How many; null when it is not said.</param>
/// <param name="Offset">How many are passed over.</param>
internal sealed record Summing(
    TownTable Table,
    IReadOnlyList<Condition> Where,
    IReadOnlyList<TownColumn> Groups,
    IReadOnlyList<Aggregate> Aggregates,
    IReadOnlyList<Bound> Having,
    IReadOnlyList<Ordering> Order,
    int? Limit,
    int Offset)
{
    /// <summary>The fields of the answer.</summary>
    public IEnumerable<TownColumn> Fields =>
        Groups.Concat(Aggregates.Select(aggregate => new TownColumn(aggregate.Field, aggregate.Kind)));
}

/// <summary>A value that is computed over rows.</summary>
/// <param name="Function">How.</param>
/// <param name="Column">Of which column; null for the rows themselves.</param>
/// <param name="Name">What it is called; null for the name that it has of itself.</param>
internal sealed record Aggregate(AggregateFunction Function, TownColumn? Column, string? Name)
{
    /// <summary>Under which name it is answered.</summary>
    public string Field => Name ?? (Column is null ? "count" : $"{Word}_{Column.Name}");

    /// <summary>The word of the query.</summary>
    public string Word => Function switch
    {
        AggregateFunction.Count => "count",
        AggregateFunction.CountDistinct => "count_distinct",
        AggregateFunction.Sum => "sum",
        AggregateFunction.Mean => "avg",
        AggregateFunction.Least => "min",
        AggregateFunction.Largest => "max",
    };

    /// <summary>What it is.</summary>
    public Kind Kind => Function switch
    {
        AggregateFunction.Count or AggregateFunction.CountDistinct => Kind.Integer,
        AggregateFunction.Mean => Kind.Double,
        AggregateFunction.Sum or AggregateFunction.Least or AggregateFunction.Largest => Column!.Kind,
    };
}

/// <summary>A field of the sums is a whole number on one side of another.</summary>
internal sealed record Bound(string Field, bool IsLeast, long Value);

/// <summary>The ways to compute a value over rows.</summary>
internal enum AggregateFunction
{
    Count,
    CountDistinct,
    Sum,
    Mean,
    Least,
    Largest,
}
