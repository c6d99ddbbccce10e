using System.Globalization;

namespace Relata.Conformance.Hostile;

/// <summary>A row of the table that hostile filters are tried on.</summary>
internal sealed record HostileRow(long Id, string? Words, long? Number);

/// <summary>What a filter finds, worked out in memory.</summary>
/// <param name="Column">The column.</param>
/// <param name="Lookup">The lookup.</param>
/// <param name="Value">The value.</param>
internal sealed record RowFilter(string Column, string Lookup, string Value)
{
    /// <summary>The lookups on text that are worked out here.</summary>
    public static readonly string[] OnText =
        ["exact", "ne", "in", "notin", "contains", "notcontains", "startswith", "endswith", "isnull", "isnotnull"];

    /// <summary>The lookups on integers that are worked out here.</summary>
    public static readonly string[] OnIntegers =
        ["exact", "ne", "gt", "gte", "lt", "lte", "in", "notin", "range", "isnull", "isnotnull"];

    /// <summary>The key in the query.</summary>
    public string Key => $"{Column}__{Lookup}";

    /// <summary>Whether the server must refuse the value.</summary>
    public bool MustFail => Lookup switch
    {
        "isnull" or "isnotnull" => Value is not ("" or "true" or "True" or "1" or "false" or "False" or "0"),
        "range" when Parts.Length != 2 => true,
        "in" or "notin" or "range" => Parts.Any(IsNone),
        _ => IsNone(Value),
    };

    private string[] Parts => Value.Length == 0 ? [] : Value.Split(',');

    /// <summary>
    /// Whether filters with the same key find a row: the values are alternatives, of which a negative lookup denies
    /// each.
    /// </summary>
    public static bool Find(IReadOnlyList<RowFilter> filters, HostileRow row) =>
        filters[0].Lookup is "ne" or "notin" or "notcontains" or "isnotnull"
            ? filters.All(filter => filter.Finds(row))
            : filters.Any(filter => filter.Finds(row));

    /// <summary>Whether it is true of a row; null when that is unknown, which is no less so of its opposite.</summary>
    public bool? IsTrueOf(HostileRow row) => Lookup switch
    {
        "isnull" or "isnotnull" => Finds(row),
        "in" or "notin" when Parts.Length == 0 => Lookup == "notin",
        _ => IsNull(row) ? null : Finds(row),
    };

    /// <summary>Whether it finds a row.</summary>
    private bool Finds(HostileRow row) => Lookup switch
    {
        "isnull" => IsNull(row) == Value is "" or "true" or "True" or "1",
        "isnotnull" => IsNull(row) != Value is "" or "true" or "True" or "1",
        "notin" when Parts.Length == 0 => true,
        _ when IsNull(row) => false,
        _ when Column == "words" => FindsText(row.Words!),
        _ => FindsInteger(Column == "id" ? row.Id : row.Number!.Value),
    };

    private bool FindsText(string text) => Lookup switch
    {
        "exact" => text == Value,
        "ne" => text != Value,
        "in" => Parts.Contains(text, StringComparer.Ordinal),
        "notin" => !Parts.Contains(text, StringComparer.Ordinal),
        "contains" => text.Contains(Value, StringComparison.Ordinal),
        "notcontains" => !text.Contains(Value, StringComparison.Ordinal),
        "startswith" => text.StartsWith(Value, StringComparison.Ordinal),
        "endswith" => text.EndsWith(Value, StringComparison.Ordinal),
        _ => throw new NotSupportedException(Lookup),
    };

    private bool FindsInteger(long number) => Lookup switch
    {
        "exact" => number == Integer(Value),
        "ne" => number != Integer(Value),
        "gt" => number > Integer(Value),
        "gte" => number >= Integer(Value),
        "lt" => number < Integer(Value),
        "lte" => number <= Integer(Value),
        "in" => Parts.Select(Integer).Contains(number),
        "notin" => !Parts.Select(Integer).Contains(number),
        "range" => number >= Integer(Parts[0]) && number <= Integer(Parts[1]),
        _ => throw new NotSupportedException(Lookup),
    };

    private bool IsNull(HostileRow row) =>
        (Column == "words" && row.Words is null) || (Column == "number" && row.Number is null);

    private bool IsNone(string value) =>
        Column == "words" ? value.Contains('\0', StringComparison.Ordinal) : !TryInteger(value, out _);

    private static long Integer(string value) =>
        TryInteger(value, out var integer) ? integer : throw new FormatException(value);

    /// <summary>
    /// Only what both agree on without a doubt; <see cref="HostileRequests"/> generates nothing that is doubtful.
    /// </summary>
    private static bool TryInteger(string value, out long integer) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out integer);
}
