namespace Relata.Conformance.Differential;

/// <summary>Makes up readings of the town.</summary>
/// <param name="data">The rows, whose values are looked for.</param>
/// <param name="random">What comes next.</param>
internal sealed class RandomReadings(TownData data, Random random)
{
    private const int DeepestPath = 3;
    private const int DeepestGroup = 3;
    private const int DeepestEmbed = 3;
    private const int MostEmbeds = 64;

    private readonly RandomLookups lookups = new(data, random);

    /// <summary>The next reading.</summary>
    public Reading Next()
    {
        var table = Town.Tables[random.Next(Town.Tables.Count)];
        var offset = random.Next(3) == 0 ? random.Next(15) : 0;
        return Deepened(Paged(
            new Reading(table, Where(table), Order(table), Limit(), offset, Fields(table), Embeds(table, 0))));
    }

    private Reading Paged(Reading reading) => (random.Next(8), reading.Limit) switch
    {
        (0, > 0) => reading with { Paging = Paging.ByNumber, Offset = random.Next(3) * reading.Limit.Value },
        (1, > 0) => reading with { Paging = Paging.Walk, Offset = 0 },
        _ => reading,
    };

    /// <summary>With all relations of some levels, unless these are more than one request may load.</summary>
    private Reading Deepened(Reading reading)
    {
        if (reading.Paging != Paging.ByOffset || random.Next(16) > 0) return reading;
        var depth = random.Next(2, 4);
        while (WholeLevels.Size(WholeLevels.Of(reading, depth)) > MostEmbeds) depth--;
        return WholeLevels.Of(reading with { Limit = random.Next(1, depth == 2 ? 6 : 3) }, depth);
    }

    /// <summary>Conditions of which no two have the same key: such would be alternatives.</summary>
    public List<Condition> Where(TownTable table, int most = 3)
    {
        var conditions = Enumerable.Range(0, random.Next(most + 1)).Select(_ => Condition(table, 0));
        return [.. conditions.DistinctBy(condition => condition is Lookup lookup
            ? (object)(string.Join(' ', lookup.Path.Select(relation => relation.Name)), lookup.Column, lookup.Kind)
            : condition)];
    }

    private Condition Condition(TownTable table, int depth) => random.Next(depth < DeepestGroup ? 10 : 7) switch
    {
        < 7 => Lookup(table, isGrouped: depth > 0),
        7 => new Any(Conditions(table, depth)),
        8 => new All(Conditions(table, depth)),
        _ => new Not(Condition(table, depth + 1)),
    };

    private List<Condition> Conditions(TownTable table, int depth) =>
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Condition(table, depth + 1))];

    private Lookup Lookup(TownTable table, bool isGrouped)
    {
        List<TownRelation> path = [];
        while (path.Count < DeepestPath && random.Next(5) < 2)
        {
            path.Add(table.Relations[random.Next(table.Relations.Count)]);
            table = Town.Named(path[^1].Target);
        }

        return lookups.Next(table, path, isGrouped);
    }

    private List<Embed> Embeds(TownTable table, int depth)
    {
        if (depth == DeepestEmbed || random.Next(5) < 3) return [];
        var relations = table.Relations.ToArray();
        random.Shuffle(relations);
        return
        [
            .. from relation in relations.Take(random.Next(1, 4))
                let target = Town.Named(relation.Target)
                select new Embed(relation, Related(relation, target, depth)),
        ];
    }

    /// <summary>A parent is one row, of which only columns are chosen.</summary>
    private Reading Related(TownRelation relation, TownTable target, int depth)
    {
        var fields = random.Next(2) == 0 ? Fields(target) : null;
        var embeds = Embeds(target, depth + 1);
        return relation.IsMany
            ? new Reading(
                target,
                random.Next(3) == 0 ? Where(target, most: 2) : [],
                random.Next(2) == 0 ? Order(target) : [],
                random.Next(2) == 0 ? random.Next(6) : null,
                0, fields, embeds)
            : new Reading(target, [], [], null, 0, fields, embeds);
    }

    private List<Ordering> Order(TownTable table)
    {
        var columns = table.Columns.Select(column => column.Name).ToArray();
        random.Shuffle(columns);
        return [.. columns.Take(random.Next(4)).Select(column => new Ordering(column, random.Next(2) == 0))];
    }

    private int? Limit() => random.Next(4) switch
    {
        0 => null,
        1 => random.Next(3),
        _ => random.Next(3, 40),
    };

    private List<string>? Fields(TownTable table)
    {
        if (random.Next(3) > 0) return null;
        var columns = table.Columns.Select(column => column.Name).ToArray();
        random.Shuffle(columns);
        return [.. columns.Take(random.Next(1, columns.Length + 1))];
    }
}
