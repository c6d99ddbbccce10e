using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Schema;
using Relata.Planning.Values;
using Relata.Support;

namespace Relata.Planning.Tests.Values;

/// <summary>A line of <c>tests/Cases/values.cases</c>, whose head explains the form.</summary>
/// <param name="Type">The column's type, such as <c>decimal(4,2)</c>.</param>
/// <param name="Mode"><c>json</c>, <c>compared</c> or nothing.</param>
/// <param name="Input">The value as sent.</param>
/// <param name="Expected">The canonical value or the failure.</param>
internal sealed partial record ValueCase(string Type, string Mode, string Input, string Expected)
{
    /// <summary>Every line that is a case.</summary>
    public static IEnumerable<string> Lines => File
        .ReadLines(Repository.PathOf("tests", "Cases", "values.cases"))
        .Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal));

    public static ValueCase Parse(string line)
    {
        var match = Form().Match(line);
        if (!match.Success) throw new FormatException(line);
        return new ValueCase(
            match.Groups["type"].Value, match.Groups["mode"].Value, match.Groups["input"].Value, match.Groups["expected"].Value);
    }

    /// <summary>The column of that type.</summary>
    public Column Column => new("c", 0, TypeOf(Type));

    /// <summary>What the value becomes, in the notation of the file.</summary>
    public string Convert()
    {
        try
        {
            return Print(ColumnValue.Convert(Literal, Column, stored: Mode != "compared"));
        }
        catch (FailureException e)
        {
            return $"! {e.Failure.Code.PublicName()} {e.Failure.Message}";
        }
    }

    /// <summary>A converted value in the notation of the file.</summary>
    public static string Print(object? value) => value switch
    {
        null => "NULL",
        bool truth => truth ? "true" : "false",
        long integer => integer.ToString(CultureInfo.InvariantCulture),
        double real => Print(real),
        string text => $"'{text}'",
        byte[] bytes => $"0x{System.Convert.ToHexStringLower(bytes)}",
        RangeValue { IsEmpty: true } => "empty",
        RangeValue range =>
            $"{(range.IncludesLower ? '[' : '(')}{Print(range.Lower)}, {Print(range.Upper)}{(range.IncludesUpper ? ']' : ')')}",
        MultirangeValue ranges => $"{{{string.Join(", ", ranges.Ranges.Select(Print))}}}",
        MapValue map => $"{{{string.Join(", ", map.Members.Select(member => $"{Print(member.Key)}: {Print(member.Value)}"))}}}",
        RowValue row => $"({string.Join(", ", row.Fields.Select(Print))})",
        IReadOnlyList<object?> list => $"[{string.Join(", ", list.Select(Print))}]",
        _ => throw new ArgumentException($"No value is a {value.GetType().Name}.", nameof(value)),
    };

    private Literal Literal => Mode == "json"
        ? Literal.FromJson(JsonElement.Parse(Input), null)
        : Literal.FromText(Hidden().Replace(Input, match => ((char)System.Convert.ToInt32(match.Value[1..^1], 16)).ToString()), null);

    private static string Print(double real)
    {
        var text = real.ToString("R", CultureInfo.InvariantCulture);
        return double.IsFinite(real) && !text.AsSpan().ContainsAny('.', 'E') ? text + ".0" : text;
    }

    private static ColumnType TypeOf(string name)
    {
        if (name.EndsWith("[]", StringComparison.Ordinal))
            return new ColumnType(TypeKind.Array, name) { Element = TypeOf(name[..^2]) };
        var parts = name.TrimEnd(')').Split('(', ',');
        var type = new ColumnType(Enum.Parse<TypeKind>(parts[0], ignoreCase: true), name);
        return (type.Kind, parts.Length) switch
        {
            (TypeKind.Decimal, 3) => type with { Precision = Number(parts[1]), Scale = Number(parts[2]) },
            (TypeKind.Text, 2) => type with { Length = Number(parts[1]) },
            (TypeKind.Enum, _) => type with { Labels = parts[1..] },
            (TypeKind.Range, _) => type with { Element = TypeOf(parts[1]) },
            (TypeKind.Multirange, _) => type with { Element = TypeOf($"range({parts[1]})") },
            (TypeKind.Shape, _) => type with { Shape = Enum.Parse<ShapeKind>(parts[1], ignoreCase: true) },
            (TypeKind.Composite, _) => type with { Fields = [.. parts[1..].Select(FieldOf)] },
            _ => type,
        };
    }

    private static CompositeField FieldOf(string text) =>
        new(text[..text.IndexOf(':', StringComparison.Ordinal)], TypeOf(text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..]));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<type>\S+)( (?<mode>json|compared))? \| (?<input>.*?) ?⇶ (?<expected>.+)$")]
    private static partial Regex Form();

    [GeneratedRegex("⟨[0-9a-f]{4}⟩")]
    private static partial Regex Hidden();
}
