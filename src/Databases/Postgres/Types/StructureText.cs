using System.Text;
using Relata.Model.Schema;
using Relata.Planning.Values;

namespace Relata.Databases.Postgres.Types;

/// <summary>Values that are made of others, as the text that PostgreSQL reads.</summary>
internal static class StructureText
{
    /// <summary>Manual, "Composite Type Input and Output Syntax"; nothing between two commas is NULL.</summary>
    public static string Of(RowValue row, ColumnType type)
    {
        var literal = new StringBuilder("(");
        for (var i = 0; i < row.Fields.Count; i++)
        {
            if (i > 0) literal.Append(',');
            if (row.Fields[i] is { } value) AddQuoted(literal, ParameterText.Of(value, type.Fields[i].Type));
        }

        return literal.Append(')').ToString();
    }

    /// <summary>Manual, "Range Input/Output".</summary>
    public static string Of(RangeValue range, ColumnType type)
    {
        if (range.IsEmpty) return "empty";
        var literal = new StringBuilder();
        literal.Append(range.IncludesLower ? '[' : '(');
        if (range.Lower is { } lower) AddQuoted(literal, ParameterText.Of(lower, type.Element!));
        literal.Append(',');
        if (range.Upper is { } upper) AddQuoted(literal, ParameterText.Of(upper, type.Element!));
        return literal.Append(range.IncludesUpper ? ']' : ')').ToString();
    }

    /// <summary>Ranges in braces.</summary>
    public static string Of(MultirangeValue ranges, ColumnType type) =>
        $"{{{string.Join(',', ranges.Ranges.Select(range => Of(range, type.Element!)))}}}";

    /// <summary>Manual, "hstore External Representation".</summary>
    public static string Of(MapValue map)
    {
        var literal = new StringBuilder();
        foreach (var (name, value) in map.Members)
        {
            if (literal.Length > 0) literal.Append(',');
            AddQuoted(literal, name);
            literal.Append("=>");
            if (value is null) literal.Append("NULL");
            else AddQuoted(literal, value);
        }

        return literal.ToString();
    }

    /// <summary>Adds a text in quotes; all these forms escape in the same way.</summary>
    public static void AddQuoted(StringBuilder literal, string text)
    {
        literal.Append('"');
        foreach (var character in text)
        {
            if (character is '"' or '\\') literal.Append('\\');
            literal.Append(character);
        }

        literal.Append('"');
    }
}
