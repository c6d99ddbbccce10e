using System.Globalization;
using System.Text.Json;

namespace Relata.Client.Results;

/// <summary>A row of a result, for readers of a program's own.</summary>
public sealed class Row
{
    private readonly long number;

    internal Row(JsonElement json, long number) => (Json, this.number) = (json, number);

    /// <summary>The row as an object of JSON.</summary>
    public JsonElement Json { get; }

    /// <summary>The columns, in the order of the answer.</summary>
    public IEnumerable<string> Columns => Json.EnumerateObject().Select(member => member.Name);

    /// <summary>The value of a column.</summary>
    /// <exception cref="ResultMismatchException">There is no such column, or its value is none of that
    /// type.</exception>
    public T Get<T>(string column)
    {
        if (!Json.TryGetProperty(column, out var value)) throw Lacks(column, typeof(Row));
        try
        {
            if (value.ValueKind == JsonValueKind.Null && default(T) is not null) throw new JsonException("It is null.");
            return value.Deserialize<T>(ColumnJson.Options)!;
        }
        catch (JsonException e)
        {
            throw Misfit(column, value, typeof(T), e);
        }
    }

    internal ResultMismatchException Lacks(string column, Type type)
    {
        var wanted = type == typeof(Row) ? "" : $" that {type.Name} needs";
        return new($"The result has no column \"{column}\"{wanted}. It has: {string.Join(", ", Columns)}.", column);
    }

    internal ResultMismatchException Misfit(string? column, JsonElement value, Type type, JsonException cause)
    {
        var row = number.ToString(CultureInfo.InvariantCulture);
        return column is null
            ? new($"Row {row} of the result is no {type.Name}: {cause.Message}", null, cause)
            : new(
                $"Row {row} of the result: the column \"{column}\" holds {Shown(value)}, which is no {type.Name}.",
                column,
                cause);
    }

    private static string Shown(JsonElement value)
    {
        const int longest = 80;
        var raw = value.GetRawText();
        return raw.Length > longest ? $"{raw.AsSpan(0, longest)}…" : raw;
    }
}
