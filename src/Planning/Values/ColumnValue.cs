using System.Text.Json;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Schema;

namespace Relata.Planning.Values;

/// <summary>
/// Turns a value as sent into a value of a column's type, or refuses it. What comes out is one of a few forms that
/// every database understands: bool; long; double; byte[]; a list for an array; a <see cref="RowValue"/> for a
/// composite type; and text for everything else: decimals as plain digits, uuids in lower case, dates as
/// <see cref="TemporalText"/> says.
/// </summary>
public static class ColumnValue
{
    private const int LongestQuotedValue = 80;

    /// <summary>Converts a value; null is NULL.</summary>
    /// <param name="literal">The value as sent.</param>
    /// <param name="column">The column that it meets.</param>
    /// <param name="stored">Whether the value is to be stored, and so must fit the column.</param>
    /// <exception cref="FailureException">It is no value of the column's type, or does not fit.</exception>
    public static object? Convert(Literal literal, Column column, bool stored)
    {
        var type = stored ? column.Type : Compared(column.Type);
        var outcome = Convert(literal, type);
        return outcome.Problem is null
            ? outcome.Value
            : throw Refuse(literal, $"column \"{column.Name}\"", column.Type, outcome).AsException();
    }

    /// <summary>Converts the value of a parameter; null is NULL.</summary>
    /// <exception cref="FailureException">It is no value of the type.</exception>
    public static object? OfParameter(Literal literal, string name, ColumnType type)
    {
        var outcome = Convert(literal, type);
        return outcome.Problem is null
            ? outcome.Value
            : throw Refuse(literal, $"parameter \"{name}\"", type, outcome).AsException();
    }

    private static Outcome Convert(Literal literal, ColumnType type) => literal.Text is { } text
        ? TypedValue.FromText(text, type)
        : TypedValue.FromJson(literal.Json, type);

    /// <summary>
    /// A value to compare with is not made to fit: of a column with two decimals, 9.99 is less than 9.994, and nothing
    /// equals 9.995.
    /// </summary>
    internal static ColumnType Compared(ColumnType type) => type switch
    {
        { Scale: not null } or { Length: not null } => type with { Precision = null, Scale = null, Length = null },
        { Element: { Scale: not null } or { Length: not null } } => type with { Element = Compared(type.Element) },
        _ => type,
    };

    private static Failure Refuse(Literal literal, string target, ColumnType type, Outcome outcome) =>
        new(outcome.OutOfRange ? FailureCode.ValueOutOfRange : FailureCode.BadValue,
            $"The value {Quote(literal)} {outcome.Problem}: {target} is of type {type.Name}.")
        {
            At = literal.At,
            Hint = outcome.Hint,
        };

    /// <summary>A value as a message shows it.</summary>
    internal static string Quote(Literal literal)
    {
        var shown = Shown(literal);
        if (shown.Length > LongestQuotedValue) shown = string.Concat(shown.AsSpan(0, LongestQuotedValue), "…");
        return literal.Text is null && literal.Json.ValueKind != JsonValueKind.String ? shown : $"\"{shown}\"";
    }

    private static string Shown(Literal literal) =>
        literal.Text ?? (JsonText.TryGetString(literal.Json, out var text) ? text : Raw(literal.Json));

    /// <summary>As it was sent, a string without its quotes.</summary>
    private static string Raw(JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? json.GetRawText()[1..^1] : json.GetRawText();
}
