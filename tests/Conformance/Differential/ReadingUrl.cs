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
        List<string> parts = [.. Filters(reading.Where), .. Order(reading.Order), .. Page(reading)];
        if (reading.Fields is { } fields) parts.Add($"fields={string.Join(',', fields)}");
        if (isCounted) parts.Add("count=exact");
        if (reading.Depth > 1) parts.Add($"depth={reading.Depth}");
        parts.AddRange(Loads(reading, ""));
        return $"/{reading.Table.Name}{(parts.Count > 0 ? "?" : "")}{string.Join('&', parts)}";
    }

    /// <summary>Path and query.</summary>
    /// <param name="summing">What is asked.</param>
    /// <param name="isCounted">Whether the number of all sums is asked too.</param>
    public string Of(Summing summing, bool isCounted)
    {
        var groups = string.Join(',', summing.Groups.Select(group => group.Name));
        var aggregates = summing.Aggregates.Select(aggregate =>
            aggregate.Word + (aggregate.Column is { } column ? $"({column.Name})" : "")
            + (aggregate.Name is { } name ? $":{name}" : ""));
        var having = summing.Having.Select(bound => string.Create(
            CultureInfo.InvariantCulture, $"{bound.Field}__{(bound.IsLeast ? "gte" : "lte")}={bound.Value}"));
        List<string> parts = [.. Filters(summing.Where)];
        if (groups.Length > 0)
            parts.Add($"{(summing.Aggregates.Count > 0 ? "group_by" : OneOf("group_by", "distinct"))}={groups}");
        if (summing.Aggregates.Count > 0) parts.Add($"aggregates={string.Join(',', aggregates)}");
        if (summing.Having.Count > 0) parts.Add($"having=({string.Join(',', having)})");
        if (summing.Order.Count > 0) parts.Add($"ordering={string.Join(',', summing.Order.Select(Signed))}");
        parts.AddRange(Page(summing.Limit, summing.Offset).Select(FormattableString.Invariant));
        if (isCounted) parts.Add("count=exact");
        return $"/{summing.Table.Name}?{string.Join('&', parts)}";
    }

    /// <summary>Conditions in any order.</summary>
    private string[] Filters(IReadOnlyList<Condition> conditions)
    {
        string[] filters =
        [
            .. conditions.SelectMany(condition => condition switch
            {
                Lookup lookup => Parts(lookup),
                All all => [$"and={Encoded(Group(all.Conditions))}"],
                Any any => [$"or={Encoded(Group(any.Conditions))}"],
                Not not => [$"not={Encoded(Group([not.Condition]))}"],
                _ => throw new NotSupportedException($"{condition.GetType()}"),
            }),
        ];
        random.Shuffle(filters);
        return filters;
    }

    private static IEnumerable<string> Page(Reading reading)
    {
        var (limit, offset) = (reading.Limit, reading.Offset);
        FormattableString[] parts = reading.Paging switch
        {
            Paging.ByNumber => [$"page={(offset / limit) + 1}", $"page_size={limit}"],
            Paging.Walk => [$"cursor=", $"limit={limit}"],
            Paging.ByOffset => [.. Page(limit, offset)],
        };
        return parts.Select(FormattableString.Invariant);
    }

    private static IEnumerable<FormattableString> Page(int? limit, int offset)
    {
        if (limit is not null) yield return $"limit={limit}";
        if (offset > 0) yield return $"offset={offset}";
    }

    /// <summary>What is loaded; a path loads everything on it.</summary>
    private IEnumerable<string> Loads(Reading reading, string path) =>
        from embed in reading.Embeds
        where embed.IsSaid
        let name = $"{path}{embed.Relation.Name}__"
        let more = (string[])[.. Options(embed.Rows, name), .. Loads(embed.Rows, name)]
        from part in more.Length > 0 && random.Next(2) == 0
            ? more
            : [OneOf($"{name}load", $"{name}load=", $"{name}load=true"), .. more]
        select part;

    private IEnumerable<string> Options(Reading rows, string name)
    {
        foreach (var filter in Filters(rows.Where)) yield return $"{name}objects__{filter}";
        if (rows.Order.Count > 0) yield return $"{name}order_by={string.Join(',', rows.Order.Select(Signed))}";
        if (rows.Limit is { } limit) yield return string.Create(CultureInfo.InvariantCulture, $"{name}limit={limit}");
        if (rows.Fields is { } fields) yield return $"{name}fields={string.Join(',', fields)}";
    }

    private static string Signed(Ordering ordering) => ordering.IsDescending ? $"-{ordering.Column}" : ordering.Column;

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
                $"ordering={string.Join(',', order.Select(Signed))}",
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
        LookupKind.OnDay => "date",
        LookupKind.InYear => OneOf("year", "year__eq"),
        LookupKind.InMonth => OneOf("month", "month__eq"),
        LookupKind.OnDayOfMonth => "day",
        LookupKind.OnWeekDay => OneOf("week_day", "week_day__exact"),
        LookupKind.InHour => "hour",
    };

    private string OneOf(params string[] choices) => choices[random.Next(choices.Length)];
}
