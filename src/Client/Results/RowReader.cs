using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Relata.Client.Results;

/// <summary>Reads rows into a type: a record, a class, or a dictionary by column.</summary>
/// <typeparam name="T">The type.</typeparam>
internal static class RowReader<T>
{
    private static readonly bool TakesAnyColumn =
        typeof(T) == typeof(JsonElement) || typeof(T) == typeof(JsonObject) || typeof(T) == typeof(JsonNode);

    /// <summary>The properties without which there is no such object.</summary>
    /// <remarks>Not in the initialiser of the type: its failures would reach nobody in their own words.</remarks>
    private static readonly Lazy<JsonPropertyInfo[]> Needed =
        new(() => TakesAnyColumn ? [] : [.. PropertiesOf().Where(IsNeeded)]);

    /// <summary>Reads a row.</summary>
    /// <exception cref="ResultMismatchException">A column that the type needs is not there, or its value does not
    /// fit.</exception>
    /// <exception cref="NotSupportedException">The type is none of rows.</exception>
    public static T Read(Row row)
    {
        if (typeof(T).IsAssignableFrom(typeof(Dictionary<string, object?>))) return (T)(object)ToDictionary(row);
        foreach (var property in Needed.Value)
            if (!Holds(row, property.Name)) throw row.Lacks(property.Name, typeof(T));
        try
        {
            return row.Json.Deserialize<T>(ColumnJson.Options)!;
        }
        catch (JsonException e)
        {
            var column = ColumnOf(e.Path);
            throw column is not null && row.Json.TryGetProperty(column, out var value)
                ? row.Misfit(column, value, TypeOf(column), e)
                : row.Misfit(null, row.Json, typeof(T), e);
        }
    }

    private static IEnumerable<JsonPropertyInfo> PropertiesOf()
    {
        var type = ColumnJson.Options.GetTypeInfo(typeof(T));
        return type.Kind is JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary
            ? type.Properties
            : throw new NotSupportedException(
                $"A row is read into a class, a record or a dictionary; {typeof(T).Name} is none. " +
                "Pass a reader of your own.");
    }

    /// <summary>What can be set is needed, but not a parameter of a constructor that has a default.</summary>
    private static bool IsNeeded(JsonPropertyInfo property) => property.AssociatedParameter is { } parameter
        ? !parameter.HasDefaultValue
        : property.Set is not null && !property.IsExtensionData;

    private static bool Holds(Row row, string column) =>
        row.Json.TryGetProperty(column, out _) || row.Columns.Contains(column, StringComparer.OrdinalIgnoreCase);

    private static Type TypeOf(string column) => ColumnJson.Options.GetTypeInfo(typeof(T)).Properties
        .FirstOrDefault(property => property.Name.Equals(column, StringComparison.OrdinalIgnoreCase))?.PropertyType
        ?? typeof(T);

    /// <summary>The first name of a path such as <c>$.score</c> or <c>$['a b'].c</c>.</summary>
    private static string? ColumnOf(string? path)
    {
        if (path is null) return null;
        if (path.StartsWith("$['", StringComparison.Ordinal))
            return path.IndexOf("']", StringComparison.Ordinal) is > 0 and var end ? path[3..end] : null;
        if (!path.StartsWith("$.", StringComparison.Ordinal)) return null;
        var name = path.AsSpan(2);
        var stop = name.IndexOfAny('.', '[');
        return (stop < 0 ? name : name[..stop]).ToString();
    }

    /// <summary>
    /// Texts, booleans and numbers are values of .NET (a long where it is one, else a decimal); what is larger stays
    /// JSON.
    /// </summary>
    private static Dictionary<string, object?> ToDictionary(Row row)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in row.Json.EnumerateObject()) values[member.Name] = ToValue(member.Value);
        return values;
    }

    private static object? ToValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number when value.TryGetInt64(out var integer) => integer,
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number,
        JsonValueKind.Number => value.GetDouble(),
        _ => value.Clone(),
    };
}
