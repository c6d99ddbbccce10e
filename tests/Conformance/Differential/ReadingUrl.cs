using System.Globalization;

namespace Relata.Conformance.Differential;

/// <summary>Writes a reading as the path and query that ask for it, in one of the ways there are.</summary>
/// <param name="random">Chooses the way.</param>
internal sealed class ReadingUrl(Random random)
{
    /// <summary>Path and query.</summary>
    /// <param name="reading">What is asked.</param>
    /// <param name="isCounted">Whether the number of all rows is asked too.</param>
    public string Of(Reading reading, bool isCounted)
    {
        List<string> filters =
        [
            .. reading.Where.SelectMany(condition => condition switch
            {
                Lookup lookup => Parts(lookup),
                All all => [$"and={Encoded(Group(all.Conditions))}"],
                Any any => [$"or={Encoded(Group(any.Conditions))}"],
                Not not => [$"not={Encoded(Group([not.Condition]))}"],
                _ => throw new NotSupportedException($"{condition.GetType()}"),
            }),
        ];
        var shuffled = filters.ToArray();
        random.Shuffle(shuffled);
        List<string> parts = [.. shuffled, .. Order(reading.Order)];
        if (reading.Limit is { } limit) parts.Add(string.Create(CultureInfo.InvariantCulture, $"limit={limit}"));
        if (reading.Offset > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"offset={reading.Offset}"));
        if (reading.Fields is { } fields) parts.Add($"fields={string.Join(',', fields)}");
        if (isCounted) parts.Add("count=exact");
        parts.AddRange(Loads(reading, ""));
        return $"/{reading.Table.Name}{(parts.Count > 0 ? "?" : "")}{string.Join('&', parts)}";
    }

    /// <summary>What is loaded; a path loads everything on it.</summary>
    private IEnumerable<string> Loads(Reading reading, string path) =>
        from embed in reading.Embeds
        let name = $"{path}{embed.Relation.Name}__"
        from part in embed.Rows.Embeds.Count > 0 && random.Next(2) == 0
            ? Loads(embed.Rows, name)
            : [OneOf($"{name}load", $"{name}load=", $"{name}load=true"), .. Loads(embed.Rows, name)]
        select part;

    private IEnumerable<string> Order(IReadOnlyList<Ordering> order)
    {
        if (order.Count == 0) return [];
        var isOneWay = order.All(ordering => ordering.IsDescending == order[0].IsDescending);
        return random.Next(3) switch
        {
            0 when isOneWay =>
            [
                $"order_by={string.Join(',', order.Select(ordering => ordering.Column))}",
                .. order[0].IsDescending ? ["order=desc"] : random.Next(2) == 0 ? ["order=ASC"] : Array.Empty<string>(),
            ],
            1 => order.Select(ordering => $"{ordering.Column}__{(ordering.IsDescending ? "desc" : "asc")}"),
            _ =>
            [
                "ordering=" + string.Join(',', order.Select(
                    ordering => ordering.IsDescending ? $"-{ordering.Column}" : ordering.Column)),
            ],
        };
    }

    /// <summary>A key with its value, repeated for alternatives.</summary>
    private IEnumerable<string> Parts(Lookup lookup)
    {
        var key = Key(lookup);
        return lookup.Values.Select(values => $"{key}={Encoded(string.Join(',', values.Select(TownValue.ToText)))}");
    }

    private string Key(Lookup lookup)
    {
        List<string> names = [.. lookup.Path.Select(relation => relation.Name)];
        if (lookup.Column is not null) names.Add(lookup.Column.Name);
        if (Suffix(lookup.Kind) is { Length: > 0 } suffix) names.Add(suffix);
        return string.Join("__", names);
    }

    private string Group(IReadOnlyList<Condition> conditions) => $"({string.Join(',', conditions.Select(Part))})";

    private string Part(Condition condition) => condition switch
    {
        Lookup lookup => $"{Key(lookup)}={GroupValue(lookup)}",
        All all => $"and={Group(all.Conditions)}",
        Any any => $"or={Group(any.Conditions)}",
        Not not => $"not={Group([not.Condition])}",
        _ => throw new NotSupportedException($"{condition.GetType()}"),
    };

    private string GroupValue(Lookup lookup)
    {
        var values = lookup.Values.Single().Select(value => Quoted(TownValue.ToText(value)));
        return lookup.Kind is LookupKind.In or LookupKind.NotIn or LookupKind.Range
            ? $"({string.Join(',', values)})"
            : values.Single();
    }

    private string Quoted(string text) =>
        random.Next(2) == 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or ':')
            ? text
            : $"\"{string.Concat(text.Select(letter => letter is '"' or '\\' ? $"\\{letter}" : $"{letter}"))}\"";

    /// <summary>Parentheses, commas and blanks may stand as they are, or as a plus, or encoded.</summary>
    private string Encoded(string text)
    {
        var encoded = Uri.EscapeDataString(text);
        return random.Next(3) switch
        {
            0 => encoded.Replace("%2C", ",", StringComparison.Ordinal).Replace("%28", "(", StringComparison.Ordinal)
                .Replace("%29", ")", StringComparison.Ordinal),
            1 => encoded.Replace("%20", "+", StringComparison.Ordinal),
            _ => encoded,
        };
    }

    private string Suffix(LookupKind kind) => kind switch
    {
        LookupKind.Equal => OneOf("", "", "eq", "exact"),
        LookupKind.Unequal => "ne",
        LookupKind.Greater => "gt",
        LookupKind.GreaterOrEqual => "gte",
        LookupKind.Less => "lt",
        LookupKind.LessOrEqual => "lte",
        LookupKind.In => "in",
        LookupKind.NotIn => OneOf("notin", "nin", "not_in"),
        LookupKind.Range => "range",
        LookupKind.Null => "isnull",
        LookupKind.NotNull => "isnotnull",
        LookupKind.True => "istrue",
        LookupKind.False => "isfalse",
        LookupKind.EqualIgnoringCase => "iexact",
        LookupKind.Contains => "contains",
        LookupKind.ContainsIgnoringCase => "icontains",
        LookupKind.NotContains => "notcontains",
        LookupKind.StartsWith => "startswith",
        LookupKind.StartsWithIgnoringCase => "istartswith",
        LookupKind.EndsWith => "endswith",
        LookupKind.EndsWithIgnoringCase => "iendswith",
    };

    private string OneOf(params string[] choices) => choices[random.Next(choices.Length)];
}
