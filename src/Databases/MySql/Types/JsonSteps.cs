using System.Globalization;
using System.Text;
using System.Text.Json;
using Relata.Model.Failures;
using Relata.Model.Schema;

namespace Relata.Databases.MySql.Types;

/// <summary>
/// Steps into a JSON value and keys within one, each as one value of JSON: paths of MariaDB are text.
/// </summary>
internal static class JsonSteps
{
    /// <summary>
    /// A list of steps becomes an object of three paths: that of a <c>member</c>, that of an <c>item</c>, and that
    /// <c>within</c> which the item is. A number counts the items of an array and is a key of an object, and a path has
    /// to say which.
    /// </summary>
    public static ColumnType Path { get; } = new(TypeKind.Other, "path");

    /// <summary>A list of keys becomes an array.</summary>
    public static ColumnType Keys { get; } = new(TypeKind.Other, "keys");

    /// <summary>Whether a list becomes one value.</summary>
    public static bool AreOneValue(ColumnType type) => ReferenceEquals(type, Path) || ReferenceEquals(type, Keys);

    /// <summary>The value.</summary>
    public static string Of(IReadOnlyList<object?> steps, ColumnType type)
    {
        var texts = steps.Select(step => (string)step!).ToArray();
        return ReferenceEquals(type, Keys) ? Written(json => Write(json, texts)) : Paths(texts);
    }

    private static string Paths(string[] steps)
    {
        var (member, item, within, numbers) = (new StringBuilder("$"), new StringBuilder("$"), "$", 0);
        foreach (var step in steps)
        {
            if (IsNumber(step) && ++numbers == 1)
            {
                within = member.ToString();
                item.Append('[').Append(step).Append(']');
            }
            else
            {
                AddKey(item, step);
            }

            AddKey(member, step);
        }

        if (numbers > 1)
        {
            throw new Failure(FailureCode.NotApplicable,
                "On MariaDB, at most one step into a JSON value can be a number.")
                .AsException();
        }

        return Written(json =>
        {
            json.WriteStartObject();
            json.WriteString("member", member.ToString());
            json.WriteString("item", item.ToString());
            json.WriteString("within", within);
            json.WriteEndObject();
        });
    }

    private static bool IsNumber(string step) =>
        int.TryParse(step, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number.ToString(CultureInfo.InvariantCulture) == step;

    private static void AddKey(StringBuilder path, string key) => path
        .Append(".\"")
        .Append(key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal))
        .Append('"');

    private static void Write(Utf8JsonWriter json, string[] keys)
    {
        json.WriteStartArray();
        foreach (var key in keys) json.WriteStringValue(key);
        json.WriteEndArray();
    }

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text)) write(json);
        return Encoding.UTF8.GetString(text.ToArray());
    }
}
