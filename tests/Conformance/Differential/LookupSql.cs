namespace Relata.Conformance.Differential;

/// <summary>What a lookup means, in SQL.</summary>
internal static class LookupSql
{
    /// <summary>Stands in no text of the town. The length of a text is counted in bytes by one database, in letters by others.</summary>
    private const string Edge = "¶";

    /// <summary>The condition on a column.</summary>
    public static string Of(Lookup lookup, string column)
    {
        var parts = lookup.Values.Select(values => One(lookup.Kind, column, values)).ToList();
        return $"({string.Join(Denies(lookup.Kind) ? " AND " : " OR ", parts)})";
    }

    /// <summary>Whether values that are alternatives must each be denied.</summary>
    public static bool Denies(LookupKind kind) =>
        kind is LookupKind.Unequal or LookupKind.NotIn or LookupKind.NotContains or LookupKind.NotNull;

    private static string One(LookupKind kind, string column, object[] values)
    {
        var sql = values.Select(TownValue.ToSql).ToList();
        var list = string.Join(", ", sql);
        return kind switch
        {
            LookupKind.Equal => $"{column} = {sql[0]}",
            LookupKind.Unequal => $"{column} <> {sql[0]}",
            LookupKind.Greater => $"{column} > {sql[0]}",
            LookupKind.GreaterOrEqual => $"{column} >= {sql[0]}",
            LookupKind.Less => $"{column} < {sql[0]}",
            LookupKind.LessOrEqual => $"{column} <= {sql[0]}",
            LookupKind.In => sql.Count == 0 ? "false" : $"{column} IN ({list})",
            LookupKind.NotIn => sql.Count == 0 ? "true" : $"{column} NOT IN ({list})",
            LookupKind.Range => $"{column} BETWEEN {sql[0]} AND {sql[1]}",
            LookupKind.Null => Affirmed(values) ? $"{column} IS NULL" : $"{column} IS NOT NULL",
            LookupKind.NotNull => Affirmed(values) ? $"{column} IS NOT NULL" : $"{column} IS NULL",
            LookupKind.True => Affirmed(values) ? $"coalesce({column}, false)" : $"NOT coalesce({column}, false)",
            LookupKind.False => Affirmed(values) ? $"NOT coalesce({column}, true)" : $"coalesce({column}, true)",
            LookupKind.EqualIgnoringCase => $"lower({column}) = lower({sql[0]})",
            LookupKind.Contains => Contains(column, sql[0]),
            LookupKind.ContainsIgnoringCase => Contains($"lower({column})", $"lower({sql[0]})"),
            LookupKind.NotContains => $"NOT {Contains(column, sql[0])}",
            LookupKind.StartsWith => StartsWith(column, sql[0]),
            LookupKind.StartsWithIgnoringCase => StartsWith($"lower({column})", $"lower({sql[0]})"),
            LookupKind.EndsWith => EndsWith(column, sql[0]),
            LookupKind.EndsWithIgnoringCase => EndsWith($"lower({column})", $"lower({sql[0]})"),
            LookupKind.OnDay => DatePartSql.Days(column, day => day == (DateOnly)values[0]),
            LookupKind.InYear => DatePartSql.Year(column, (long)values[0]),
            LookupKind.InMonth => DatePartSql.Days(column, day => day.Month == (long)values[0]),
            LookupKind.OnDayOfMonth => DatePartSql.Days(column, day => day.Day == (long)values[0]),
            LookupKind.OnWeekDay => DatePartSql.Days(column, day => (int)day.DayOfWeek + 1 == (long)values[0]),
            LookupKind.InHour => DatePartSql.Hours(column, (long)values[0]),
        };
    }

    private static bool Affirmed(object[] values) => (bool)values[0];

    private static string Contains(string text, string part) => $"(replace({text}, {part}, '') <> {text})";

    private static string StartsWith(string text, string part) => Contains($"('{Edge}' || {text})", $"('{Edge}' || {part})");

    private static string EndsWith(string text, string part) => Contains($"({text} || '{Edge}')", $"({part} || '{Edge}')");
}
