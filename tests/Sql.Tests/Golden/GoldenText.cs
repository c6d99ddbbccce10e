using System.Globalization;
using System.Text;
using Relata.Model.Failures;
using Relata.Planning.Plans;
using Relata.Planning.Values;

namespace Relata.Sql.Tests.Golden;

/// <summary>Statements and failures as they stand in golden files.</summary>
internal static class GoldenText
{
    /// <summary>How many parameters of a long statement are shown at its start and at its end.</summary>
    private const int Shown = 4;

    /// <summary>A statement and, below it, a comment for each parameter with its value and type.</summary>
    public static string Of(Statement statement, IReadOnlyList<object?> values)
    {
        var text = new StringBuilder(statement.Text).Append('\n');
        var count = statement.Parameters.Count;
        for (var i = 0; i < count; i++)
        {
            if (i == Shown && count > 8 * Shown)
            {
                text.Append(CultureInfo.InvariantCulture, $"-- … {count - 2 * Shown} more\n");
                i = count - Shown;
            }

            var parameter = statement.Parameters[i];
            var type = parameter.Constant is null ? parameter.Type.Name : "of the schema";
            var list = parameter.IsList ? " list" : "";
            text.Append(CultureInfo.InvariantCulture, $"-- ${i + 1} = {Print(parameter.In(values))} ({type}{list})\n");
        }

        return text.ToString();
    }

    /// <summary>A script without values.</summary>
    public static string Of(Script script) =>
        string.Join('\n', script.Statements.Select(statement => statement.Text)) + '\n' + Of(script.Layout);

    /// <summary>How cells become the answered row, where that is not simply one field for each cell: a field is followed by its cell.</summary>
    public static string Of(RowLayout? layout)
    {
        if (layout is null || (layout.KeyCells.Count == 0 && layout.Fields.Index().All(IsInPlace))) return "";
        var key = layout.KeyCells.Count == 0 ? "" : $"; key {string.Join(", ", layout.KeyCells)}";
        return $"-- row: {Fields(layout)}{key}\n";
    }

    /// <summary>A failure: its code, its sentence, then its hint, its place and the allowed methods, where it has them.</summary>
    public static string Of(Failure failure)
    {
        var text = new StringBuilder().Append(failure.Code.PublicName()).Append('\n').Append(failure.Message).Append('\n');
        if (failure.Hint is { } hint) text.Append("hint: ").Append(hint).Append('\n');
        if (failure.At is { } at) text.Append(CultureInfo.InvariantCulture, $"at: {at.Part} {at.Offset}+{at.Length}\n");
        if (failure.Allow.Count > 0) text.Append("allow: ").AppendJoin(", ", failure.Allow).Append('\n');
        return text.ToString();
    }

    private static bool IsInPlace((int Index, RowField Item) field) => field.Item is CellField { Cell: var cell } && cell == field.Index;

    private static string Fields(RowLayout layout) => Fields(layout.Fields, layout.Lists);

    private static string Fields(IReadOnlyList<RowField> fields, IReadOnlyList<RowLayout> lists) =>
        string.Join(", ", fields.Select(field => field switch
        {
            CellField cell => $"{cell.Name} {cell.Cell}",
            ObjectField nested => $"{nested.Name} {{ {Fields(nested.Fields, lists)} }} unless {nested.PresenceCell} is NULL",
            ListField list => $"{list.Name} [ {Fields(lists[list.List])} ]",
            _ => throw new ArgumentException($"Unknown field {field.GetType().Name}."),
        }));

    private static string Print(object? value) => value switch
    {
        null => "NULL",
        bool truth => truth ? "true" : "false",
        long integer => integer.ToString(CultureInfo.InvariantCulture),
        double real => real.ToString("R", CultureInfo.InvariantCulture) + "e0",
        string text => $"'{text.Replace("\n", "\\n", StringComparison.Ordinal)}'",
        byte[] bytes => $"0x{Convert.ToHexStringLower(bytes)}",
        IReadOnlyList<object?> list => $"[{string.Join(", ", list.Select(Print))}]",
        RowValue row => $"({string.Join(", ", row.Fields.Select(Print))})",
        RangeValue range =>
            $"{(range.IncludesLower ? '[' : '(')}{Print(range.Lower)}, {Print(range.Upper)}{(range.IncludesUpper ? ']' : ')')}",

        // What a database's own rewrites put into a statement says by itself what it is.
        { } own when own.GetType().Namespace!.StartsWith("Relata.Databases.", StringComparison.Ordinal) => own.ToString()!,
        _ => throw new ArgumentException($"No plan holds a {value.GetType().Name}.", nameof(value)),
    };
}
