namespace Relata.Conformance.Differential;

/// <summary>Makes up lookups whose values are often those of the rows, so that they find some and not all.</summary>
/// <param name="data">The rows.</param>
/// <param name="random">What comes next.</param>
internal sealed class RandomLookups(TownData data, Random random)
{
    private static readonly LookupKind[] OnEverything =
    [
        LookupKind.Equal, LookupKind.Equal, LookupKind.Unequal, LookupKind.Greater, LookupKind.GreaterOrEqual,
        LookupKind.Less, LookupKind.LessOrEqual, LookupKind.In, LookupKind.NotIn, LookupKind.Range, LookupKind.Null,
        LookupKind.NotNull,
    ];

    private static readonly LookupKind[] OnTruth =
        [LookupKind.True, LookupKind.False, LookupKind.Equal, LookupKind.Null];

    private static readonly LookupKind[] OnText =
    [
        .. OnEverything, LookupKind.EqualIgnoringCase, LookupKind.Contains, LookupKind.Contains,
        LookupKind.ContainsIgnoringCase, LookupKind.NotContains, LookupKind.StartsWith,
        LookupKind.StartsWithIgnoringCase, LookupKind.EndsWith, LookupKind.EndsWithIgnoringCase,
    ];

    private static readonly LookupKind[] OnDates =
    [
        .. OnEverything, LookupKind.InYear, LookupKind.InMonth, LookupKind.OnDayOfMonth, LookupKind.OnWeekDay,
    ];

    private static readonly LookupKind[] OnInstants = [.. OnDates, LookupKind.OnDay, LookupKind.InHour];

    /// <summary>A lookup on a column of the table to which a path leads.</summary>
    /// <param name="table">The table.</param>
    /// <param name="path">How it is reached.</param>
    /// <param name="isGrouped">Whether it stands in a group, where a key is not repeated and lists are quoted.</param>
    public Lookup Next(TownTable table, IReadOnlyList<TownRelation> path, bool isGrouped)
    {
        if (path.Count > 0 && random.Next(12) == 0)
            return new Lookup(path, null, random.Next(2) == 0 ? LookupKind.Null : LookupKind.NotNull, [[Truth()]]);
        var column = table.Columns[random.Next(table.Columns.Count)];
        if (column.Name == "deleted_at") column = table.Columns[0];
        var kinds = column.Kind switch
        {
            Kind.Text => OnText,
            Kind.Boolean => OnTruth,
            Kind.Date => OnDates,
            Kind.Instant => OnInstants,
            _ => OnEverything,
        };
        var kind = kinds[random.Next(kinds.Length)];
        var times = isGrouped || IsTest(kind) || random.Next(4) > 0 ? 1 : random.Next(2, 4);
        var values = Enumerable.Range(0, times).Select(_ => Values(table, column, kind, isGrouped));
        return new Lookup(path, column, kind, [.. values]);
    }

    private static bool IsTest(LookupKind kind) =>
        kind is LookupKind.Null or LookupKind.NotNull or LookupKind.True or LookupKind.False;

    private object[] Values(TownTable table, TownColumn column, LookupKind kind, bool isGrouped) => kind switch
    {
        _ when IsTest(kind) => [Truth()],
        LookupKind.In or LookupKind.NotIn => List(table, column, random.Next(1, 5), isGrouped),
        LookupKind.Range => List(table, column, 2, isGrouped),
        LookupKind.EqualIgnoringCase => [Ascii(Text(table, column))],
        LookupKind.ContainsIgnoringCase or LookupKind.StartsWithIgnoringCase or LookupKind.EndsWithIgnoringCase =>
            [Ascii(Part(Text(table, column), kind))],
        LookupKind.Contains or LookupKind.NotContains or LookupKind.StartsWith or LookupKind.EndsWith =>
            [Part(Text(table, column), kind)],
        LookupKind.InYear => [Moment(table, column).Year + random.Next(3) / 2L],
        LookupKind.InMonth => [(long)Moment(table, column).Month],
        LookupKind.OnDayOfMonth => [(long)Moment(table, column).Day],
        LookupKind.OnWeekDay => [(long)Moment(table, column).DayOfWeek + 1],
        LookupKind.OnDay => [DateOnly.FromDateTime(Moment(table, column))],
        LookupKind.InHour => [(long)Moment(table, column).Hour],
        _ => [Value(table, column)],
    };

    private bool Truth() => random.Next(3) > 0;

    /// <summary>A value of the column, or one that it may not hold.</summary>
    private object Value(TownTable table, TownColumn column)
    {
        var rows = data.Rows(table);
        var known = random.Next(5) > 0 ? rows[random.Next(rows.Count)][table.IndexOf(column.Name)] : null;
        return known ?? TownData.Value(column.Kind, random);
    }

    /// <summary>
    /// Outside of groups a comma ends a value of a list, and a list of one empty text is one of none.
    /// </summary>
    private object[] List(TownTable table, TownColumn column, int length, bool isGrouped)
    {
        var list = Enumerable.Range(0, length).Select(_ => Value(table, column)).ToArray();
        if (isGrouped) return list;
        return [.. list.Select(value => value is string text ? Listed(text) : value)];
    }

    private static string Listed(string text) => text.Length == 0 ? "-" : text.Replace(',', '.');

    private DateTime Moment(TownTable table, TownColumn column) => Value(table, column) switch
    {
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        var moment => (DateTime)moment,
    };

    private string Text(TownTable table, TownColumn column) => (string)Value(table, column);

    /// <summary>
    /// What is compared without regard to case is ASCII: there are as many ways to fold alphabets as databases.
    /// </summary>
    private string Ascii(string text)
    {
        var plain = new string([.. text.Where(char.IsAscii)]);
        if (plain.Length == 0) plain = "a";
        return random.Next(2) == 0 ? plain.ToUpperInvariant() : plain;
    }

    /// <summary>A piece of the text out of whole characters, or the whole of it, and never nothing.</summary>
    private string Part(string text, LookupKind kind)
    {
        var letters = text.EnumerateRunes().ToList();
        if (letters.Count == 0) return "a";
        var length = random.Next(1, letters.Count + 1);
        var start = kind switch
        {
            LookupKind.StartsWith or LookupKind.StartsWithIgnoringCase => 0,
            LookupKind.EndsWith or LookupKind.EndsWithIgnoringCase => letters.Count - length,
            _ => random.Next(letters.Count - length + 1),
        };
        return string.Concat(letters.Skip(start).Take(length));
    }
}
