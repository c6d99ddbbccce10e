using System.Globalization;

namespace Relata.Conformance.Differential;

/// <summary>
/// Composes the SQL of a reading by hand, in words that every database understands: no pattern, no function of a
/// database's own, no parameter. It shares nothing with the server but what the documentation says.
/// </summary>
internal sealed class ReadingSql
{
    private int aliases;

    /// <summary>The rows of a reading, all columns of each.</summary>
    public string Rows(Reading reading) => Rows(
        reading with { Limit = reading.Limit ?? 100 }, Seen(reading.Table), Where(reading.Where, "t"));

    /// <summary>The rows that are related to one row.</summary>
    /// <param name="embed">Which of them.</param>
    /// <param name="row">The row.</param>
    public string Rows(Embed embed, IReadOnlyDictionary<string, object?> row)
    {
        var (relation, reading, _) = embed;
        var link = relation.Near.Select((near, i) => $"t.\"{Linked(relation, i)}\" = {TownValue.ToSql(row[near])}");
        return Rows(reading, Source(relation), $"{string.Join(" AND ", link)} AND {Where(reading.Where, "t")}");
    }

    private static string Rows(Reading reading, string source, string where)
    {
        var order = string.Join(", ", reading.Order
            .Concat(reading.Table.Key
                .Where(key => reading.Order.All(ordering => ordering.Column != key))
                .Select(key => new Ordering(key, false)))
            .Select(ordering => Order($"t.\"{ordering.Column}\"", ordering.IsDescending)));
        var page = reading.Limit is null ? "" : string.Create(
            CultureInfo.InvariantCulture, $" LIMIT {reading.Limit} OFFSET {reading.Offset}");
        return $"SELECT t.* FROM {source} t WHERE {where} ORDER BY {order}{page}";
    }

    /// <summary>How many rows there are on all pages together.</summary>
    public string Count(Reading reading) =>
        $"SELECT count(*) FROM {Seen(reading.Table)} t WHERE {Where(reading.Where, "t")}";

    /// <summary>The sums.</summary>
    public string Rows(Summing summing)
    {
        var order = summing.Order
            .Concat(summing.Groups
                .Where(group => summing.Order.All(ordering => ordering.Column != group.Name))
                .Select(group => new Ordering(group.Name, false)))
            .Select(ordering => Order($"s.\"{ordering.Column}\"", ordering.IsDescending))
            .ToList();
        return string.Create(CultureInfo.InvariantCulture,
            $"SELECT s.* FROM {Sums(summing)} s{(order.Count > 0 ? " ORDER BY " : "")}{string.Join(", ", order)}"
            + $" LIMIT {summing.Limit ?? 100} OFFSET {summing.Offset}");
    }

    /// <summary>How many sums there are on all pages together.</summary>
    public string Count(Summing summing) => $"SELECT count(*) FROM {Sums(summing)} s";

    private string Sums(Summing summing)
    {
        var (groups, having) = (summing.Groups.Select(group => $"t.\"{group.Name}\"").ToList(), summing.Having);
        var values = groups.Concat(summing.Aggregates.Select(one => $"{Aggregated(one)} AS \"{one.Field}\""));
        var sums = $"SELECT {(summing.Aggregates.Count == 0 ? "DISTINCT " : "")}{string.Join(", ", values)} "
            + $"FROM {Seen(summing.Table)} t WHERE {Where(summing.Where, "t")}"
            + (groups.Count > 0 ? $" GROUP BY {string.Join(", ", groups)}" : "");
        var bounds = having.Select(bound => string.Create(
            CultureInfo.InvariantCulture, $"g.\"{bound.Field}\" {(bound.IsLeast ? ">=" : "<=")} {bound.Value}"));
        return having.Count == 0
            ? $"({sums})"
            : $"(SELECT g.* FROM ({sums}) g WHERE {string.Join(" AND ", bounds)})";
    }

    /// <summary>Decimals of two digits, which is all that there are, have a sum of two.</summary>
    private static string Aggregated(Aggregate aggregate)
    {
        var column = aggregate.Column is { } known ? $"t.\"{known.Name}\"" : "*";
        return aggregate.Function switch
        {
            AggregateFunction.Count => $"count({column})",
            AggregateFunction.CountDistinct => $"count(DISTINCT {column})",
            AggregateFunction.Sum when aggregate.Kind == Kind.Decimal => $"round(sum({column}), 2)",
            AggregateFunction.Sum => $"sum({column})",
            AggregateFunction.Mean => $"avg({column})",
            AggregateFunction.Least => $"min({column})",
            AggregateFunction.Largest => $"max({column})",
        };
    }

    /// <summary>The table without the rows that are marked as deleted.</summary>
    private static string Seen(TownTable table) => table.HidesDeleted
        ? $"(SELECT * FROM \"{table.Name}\" WHERE \"deleted_at\" IS NULL)"
        : $"\"{table.Name}\"";

    /// <summary>NULL stands where the largest value would.</summary>
    private static string Order(string column, bool isDescending) =>
        isDescending ? $"({column} IS NULL) DESC, {column} DESC" : $"({column} IS NULL), {column}";

    /// <summary>All conditions hold; those that begin with the same relation speak of one related row.</summary>
    private string Where(IReadOnlyList<Condition> conditions, string row)
    {
        var parts = conditions.Where(condition => condition is not Lookup { Path.Count: > 0 })
            .Select(condition => Single(condition, row))
            .Concat(conditions.OfType<Lookup>()
                .Where(lookup => lookup.Path.Count > 0)
                .GroupBy(lookup => lookup.Path[0])
                .Select(related => Related(
                    related.Key, [.. related.Select(lookup => lookup with { Path = [.. lookup.Path.Skip(1)] })], row)))
            .ToList();
        return parts.Count == 0 ? "true" : $"({string.Join(" AND ", parts)})";
    }

    private string Single(Condition condition, string row) => condition switch
    {
        All all => Where(all.Conditions, row),
        Any any => $"({string.Join(" OR ", any.Conditions.Select(one => Where([one], row)))})",
        Not not => $"(NOT {Where([not.Condition], row)})",
        Lookup lookup => LookupSql.Of(lookup, $"{row}.\"{lookup.Column!.Name}\""),
        _ => throw new NotSupportedException($"{condition.GetType()}"),
    };

    /// <summary>There is a related row, or one of NULLs in the place of none, of which the conditions hold.</summary>
    private string Related(TownRelation relation, IReadOnlyList<Lookup> conditions, string row)
    {
        var far = $"r{++aliases}";
        var join = string.Join(
            " AND ", relation.Near.Select((near, i) => $"{far}.\"{Linked(relation, i)}\" = {row}.\"{near}\""));
        List<Condition> known =
        [
            .. conditions.Select(lookup =>
                lookup.Column is null && lookup.Path.Count == 0
                    ? lookup with { Column = Town.Named(relation.Target).Column(Town.Named(relation.Target).Key[0]) }
                    : lookup),
        ];

        // Not one outer join to what is related: it would name the row around it where not every database reads that.
        var source = $"{Source(relation)} {far}";
        var found = $"EXISTS (SELECT 1 FROM {source} WHERE {join} AND {Where(known, far)})";
        var nulls = $"(SELECT 1 AS one) unit LEFT JOIN {source} ON 1 = 0";
        return $"({found} OR (NOT EXISTS (SELECT 1 FROM {source} WHERE {join}) "
            + $"AND EXISTS (SELECT 1 FROM {nulls} WHERE {Where(known, far)})))";
    }

    /// <summary>The rows to which a relation leads, each once for every row that leads to it.</summary>
    private static string Source(TownRelation relation)
    {
        var target = Town.Named(relation.Target);
        return relation.Junction is not { } junction
            ? Seen(target)
            : $"(SELECT j.\"{junction.Near}\" AS near, f.* FROM {Seen(Town.Named(junction.Table))} j "
                + $"JOIN {Seen(target)} f ON f.\"{relation.Far[0]}\" = j.\"{junction.Far}\")";
    }

    private static string Linked(TownRelation relation, int i) => relation.Junction is null ? relation.Far[i] : "near";
}
