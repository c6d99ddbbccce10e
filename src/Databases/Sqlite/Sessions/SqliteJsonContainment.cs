using System.Text.Json;
using SQLitePCL;

namespace Relata.Databases.Sqlite.Sessions;

/// <summary>
/// <c>relata_json_contains(container, contained)</c> says whether a JSON text contains another as PostgreSQL's operator
/// <c>@&gt;</c> does (https://www.postgresql.org/docs/current/datatype-json.html#JSON-CONTAINMENT). NULL for what is no
/// JSON.
/// </summary>
/// <remarks>
/// Objects contain objects with some of their members; arrays contain arrays, whose order and repetitions do not count;
/// numbers are equal by their value. At the top, an array also contains what is one of its strings, numbers, truths or
/// nulls.
/// </remarks>
internal sealed class SqliteJsonContainment
{
    private readonly LastJson containers = new();
    private readonly LastJson contained = new();

    /// <summary>Makes a connection know the function.</summary>
    public static void Register(sqlite3 connection, int flags) => raw.sqlite3_create_function(
        connection, "relata_json_contains", 2, flags, new SqliteJsonContainment(), static (context, self, arguments) =>
            ((SqliteJsonContainment)self).Answer(context, arguments[0], arguments[1]));

    private void Answer(sqlite3_context context, sqlite3_value container, sqlite3_value value)
    {
        try
        {
            if (containers.Read(container) is { } outer && contained.Read(value) is { } inner)
            {
                raw.sqlite3_result_int(context, Holds(outer, inner) ? 1 : 0);
                return;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // No JSON, or a string that is no Unicode.
        }

        raw.sqlite3_result_null(context);
    }

    private static bool Holds(JsonElement outer, JsonElement inner) =>
        IsScalar(inner) && outer.ValueKind == JsonValueKind.Array
        ? outer.EnumerateArray().Any(item => IsScalar(item) && JsonElement.DeepEquals(item, inner))
        : Contains(outer, inner);

    private static bool Contains(JsonElement outer, JsonElement inner) => (outer.ValueKind, inner.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => HasMembers(outer, inner),
        (JsonValueKind.Array, JsonValueKind.Array) => HasItems(outer, inner),
        _ => IsScalar(outer) && IsScalar(inner) && JsonElement.DeepEquals(outer, inner),
    };

    private static bool HasMembers(JsonElement outer, JsonElement inner)
    {
        var members = Members(outer);
        foreach (var (name, value) in Members(inner))
            if (!members.TryGetValue(name, out var member) || !Contains(member, value)) return false;
        return true;
    }

    /// <summary>Of members of the same name the last one counts.</summary>
    private static Dictionary<string, JsonElement> Members(JsonElement json)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject()) members[member.Name] = member.Value;
        return members;
    }

    private static bool HasItems(JsonElement outer, JsonElement inner)
    {
        var scalars = new HashSet<JsonElement>(ByValue.Comparer);
        var others = new List<JsonElement>();
        foreach (var item in outer.EnumerateArray())
        {
            if (IsScalar(item)) scalars.Add(item);
            else others.Add(item);
        }

        foreach (var item in inner.EnumerateArray())
            if (!(IsScalar(item) ? scalars.Contains(item) : others.Exists(other => Contains(other, item))))
                return false;
        return true;
    }

    private static bool IsScalar(JsonElement json) =>
        json.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);

    /// <summary>One of the two is the same row after row.</summary>
    private sealed class LastJson
    {
        private static readonly JsonDocumentOptions Options = new() { MaxDepth = 2000 };

        private byte[] text = [];
        private JsonElement json;

        public JsonElement? Read(sqlite3_value value)
        {
            if (raw.sqlite3_value_type(value) == raw.SQLITE_NULL) return null;
            var bytes = SqliteFunctions.TextOf(value);
            if (json.ValueKind != JsonValueKind.Undefined && bytes.SequenceEqual(text)) return json;
            json = JsonElement.Parse(bytes, Options);
            text = bytes.ToArray();
            return json;
        }
    }

    /// <summary>Numbers that are equal are equal as binary numbers too, so these give the hash.</summary>
    private sealed class ByValue : IEqualityComparer<JsonElement>
    {
        public static ByValue Comparer { get; } = new();

        public bool Equals(JsonElement left, JsonElement right) => JsonElement.DeepEquals(left, right);

        public int GetHashCode(JsonElement json) => json.ValueKind switch
        {
            JsonValueKind.Number => json.GetDouble().GetHashCode(),
            JsonValueKind.String => json.GetString()!.GetHashCode(StringComparison.Ordinal),
            var kind => (int)kind,
        };
    }
}
