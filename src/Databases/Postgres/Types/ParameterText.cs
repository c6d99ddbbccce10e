using System.Globalization;
using System.Text;
using Relata.Model.Schema;
using Relata.Planning.Values;
using Relata.Sql;

namespace Relata.Databases.Postgres.Types;

/// <summary>
/// Values as the text that PostgreSQL reads. All values are sent as text without a type, so that the server takes them
/// for the type of the column they meet, also when that is an enum, a domain or a type of an extension.
/// </summary>
internal static class ParameterText
{
    /// <summary>The text of a value; null for NULL.</summary>
    public static string? Of(object? value, StatementParameter parameter)
    {
        if (value is null) return null;
        if (!parameter.IsList) return Of(value, parameter.Type);
        var literal = new StringBuilder();
        AddArray(literal, (IReadOnlyList<object?>)value, parameter.Type);
        return literal.ToString();
    }

    /// <summary>The text of a value that is not NULL, as it stands alone.</summary>
    public static string Of(object value, ColumnType type) => value switch
    {
        string text when type.Kind == TypeKind.TimestampTz => InUtc(text),
        string text => text,
        bool truth => truth ? "t" : "f",
        long number => number.ToString(CultureInfo.InvariantCulture),

        // "R" is the shortest text that gives the same number; NaN and Infinity are spelled as PostgreSQL spells them.
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        byte[] bytes => string.Concat("\\x", Convert.ToHexStringLower(bytes)),
        IReadOnlyList<object?> items => Array(items, type),
        RowValue row => StructureText.Of(row, type),
        RangeValue range => StructureText.Of(range, type),
        MultirangeValue ranges => StructureText.Of(ranges, type),
        MapValue map => StructureText.Of(map),
        _ => throw new ArgumentException($"A {value.GetType().Name} is no value of a plan.", nameof(value)),
    };

    /// <summary>A plan's instants are in UTC and do not say so; the server would take the session's zone.</summary>
    private static string InUtc(string text)
    {
        const string beforeChrist = " BC";
        if (text.EndsWith("infinity", StringComparison.Ordinal)) return text;
        return text.EndsWith(beforeChrist, StringComparison.Ordinal)
            ? string.Concat(text.AsSpan(0, text.Length - beforeChrist.Length), "+00", beforeChrist)
            : text + "+00";
    }

    private static string Array(IReadOnlyList<object?> items, ColumnType type)
    {
        var literal = new StringBuilder();
        AddArray(literal, items, type.Element ?? type);
        return literal.ToString();
    }

    /// <summary>Manual, "Array Value Input"; a list among the items is a further dimension.</summary>
    private static void AddArray(StringBuilder literal, IReadOnlyList<object?> items, ColumnType element)
    {
        literal.Append('{');
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) literal.Append(SeparatorOf(element));
            switch (items[i])
            {
                case null: literal.Append("NULL"); break;
                case IReadOnlyList<object?> inner: AddArray(literal, inner, element); break;
                case var item: StructureText.AddQuoted(literal, Of(item, element)); break;
            }
        }

        literal.Append('}');
    }

    /// <summary>
    /// What stands between the elements of an array (<c>pg_type.typdelim</c>). A list of places that stand alone is an
    /// array of texts.
    /// </summary>
    private static char SeparatorOf(ColumnType element) => element switch
    {
        { Shape: ShapeKind.Box } => ';',
        { Kind: TypeKind.Other, Native.Name: "geometry" or "geography" } => ':',
        _ => ',',
    };
}
