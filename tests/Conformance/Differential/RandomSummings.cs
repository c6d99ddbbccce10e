namespace Relata.Conformance.Differential;

/// <summary>Makes up sums over the town.</summary>
/// <param name="readings">Makes up which rows are summed up.</param>
/// <param name="random">What comes next.</param>
internal sealed class RandomSummings(RandomReadings readings, Random random)
{
    /// <summary>The next sums.</summary>
    public Summing Next()
    {
        var table = Town.Tables[random.Next(Town.Tables.Count)];
        var columns = table.Columns.Where(column => column.Name != "deleted_at").ToArray();
        random.Shuffle(columns);
        var groups = columns.Take(random.Next(3)).ToList();
        var aggregates = Enumerable.Range(0, random.Next(groups.Count == 0 ? 1 : 0, 4))
            .Select(number => Aggregate(columns, number))
            .DistinctBy(aggregate => aggregate.Field)
            .ToList();
        return new Summing(
            table, readings.Where(table, most: 2), groups, aggregates, Having(aggregates), Order(groups, aggregates),
            random.Next(3) == 0 ? random.Next(1, 20) : null, random.Next(4) == 0 ? random.Next(4) : 0);
    }

    private Aggregate Aggregate(TownColumn[] columns, int number)
    {
        var column = columns[random.Next(columns.Length)];
        var name = random.Next(3) == 0 ? $"value{number}" : null;
        var (function, isFit) = random.Next(7) switch
        {
            0 => (AggregateFunction.Count, true),
            1 => (AggregateFunction.CountDistinct, true),
            2 => (AggregateFunction.Sum, column.Kind is Kind.Integer or Kind.Decimal),
            3 => (AggregateFunction.Mean, column.Kind is Kind.Integer or Kind.Decimal or Kind.Double),
            4 => (AggregateFunction.Least, column.Kind is not (Kind.Boolean or Kind.Uuid)),
            5 => (AggregateFunction.Largest, column.Kind is not (Kind.Boolean or Kind.Uuid)),
            _ => (AggregateFunction.Count, false),
        };
        return isFit ? new Aggregate(function, column, name) : new Aggregate(AggregateFunction.Count, null, name);
    }

    /// <summary>Two databases need not agree on the last digit of a mean.</summary>
    private List<Bound> Having(List<Aggregate> aggregates) =>
    [
        .. from aggregate in aggregates
            where aggregate.Kind == Kind.Integer && random.Next(3) == 0
            select new Bound(aggregate.Field, random.Next(2) == 0, random.Next(12)),
    ];

    private List<Ordering> Order(List<TownColumn> groups, List<Aggregate> aggregates)
    {
        string[] fields =
        [
            .. groups.Select(group => group.Name),
            .. aggregates.Where(aggregate => aggregate.Kind != Kind.Double).Select(aggregate => aggregate.Field),
        ];
        random.Shuffle(fields);
        return [.. fields.Take(random.Next(3)).Select(field => new Ordering(field, random.Next(2) == 0))];
    }
}
