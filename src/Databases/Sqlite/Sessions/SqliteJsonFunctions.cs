using System.Globalization;
using System.Text;
using System.Text.Json;
using SQLitePCL;

namespace Relata.Databases.Sqlite.Sessions;

/// <summary>
/// <c>relata_json(json, steps, kind)</c> is the value at a place within a JSON text, as a number, text, truth or JSON,
/// and NULL when it is of another kind; <c>relata_json_has_any(json, keys)</c> and <c>relata_json_has_all(json,
/// keys)</c> say whether an object has keys or an array strings. SQLite's own functions fail on what is no JSON, and
/// take some keys for paths.
/// </summary>
internal sealed class SqliteJsonFunctions
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 2000 };

    private byte[] lastList = [];
    private string[] lastItems = [];

    /// <summary>Makes a connection know the functions.</summary>
    public static void Register(sqlite3 connection, int flags)
    {
        var self = new SqliteJsonFunctions();
        raw.sqlite3_create_function(connection, "relata_json", 3, flags, self, static (context, self, arguments) =>
            Answer(context, arguments[0], root =>
                ((SqliteJsonFunctions)self).Place(context, root, arguments[1], arguments[2])));
        raw.sqlite3_create_function(
            connection, "relata_json_has_any", 2, flags, self, static (context, self, arguments) =>
                Answer(context, arguments[0], root =>
                    Truth(context, ((SqliteJsonFunctions)self).Items(arguments[1]).Any(key => Has(root, key)))));
        raw.sqlite3_create_function(
            connection, "relata_json_has_all", 2, flags, self, static (context, self, arguments) =>
                Answer(context, arguments[0], root =>
                    Truth(context, ((SqliteJsonFunctions)self).Items(arguments[1]).All(key => Has(root, key)))));
    }

    private static void Answer(sqlite3_context context, sqlite3_value json, Func<JsonElement, bool> answer)
    {
        if (raw.sqlite3_value_type(json) == raw.SQLITE_NULL)
        {
            raw.sqlite3_result_null(context);
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(SqliteFunctions.TextOf(json).ToArray(), Options);
            if (answer(document.RootElement)) return;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // No JSON, or a string that is no Unicode.
        }

        raw.sqlite3_result_null(context);
    }

    private bool Place(sqlite3_context context, JsonElement root, sqlite3_value steps, sqlite3_value kind)
    {
        var place = root;
        foreach (var step in Items(steps))
        {
            if (!TryStep(place, step, out place)) return false;
        }

        switch (Encoding.ASCII.GetString(SqliteFunctions.TextOf(kind)), place.ValueKind)
        {
            case ("any", _):
                raw.sqlite3_result_text(context, place.GetRawText());
                return true;
            case ("null", _):
                return Truth(context, place.ValueKind == JsonValueKind.Null);
            case ("number", JsonValueKind.Number) when place.TryGetInt64(out var integer):
                raw.sqlite3_result_int64(context, integer);
                return true;
            case ("number", JsonValueKind.Number):
                raw.sqlite3_result_double(context, place.GetDouble());
                return true;
            case ("text", JsonValueKind.String):
                raw.sqlite3_result_text(context, place.GetString());
                return true;
            case ("boolean", JsonValueKind.True or JsonValueKind.False):
                return Truth(context, place.ValueKind == JsonValueKind.True);
            default:
                return false;
        }
    }

    /// <summary>A number behind an array counts its elements from 0, and from the end when it is negative.</summary>
    private static bool TryStep(JsonElement place, string step, out JsonElement next)
    {
        next = default;
        if (place.ValueKind == JsonValueKind.Object) return place.TryGetProperty(step, out next);
        if (place.ValueKind != JsonValueKind.Array) return false;
        if (!int.TryParse(step, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index))
            return false;
        var length = place.GetArrayLength();
        if (index < 0) index += length;
        if (index < 0 || index >= length) return false;
        next = place[index];
        return true;
    }

    private static bool Has(JsonElement json, string key) => json.ValueKind switch
    {
        JsonValueKind.Object => json.TryGetProperty(key, out _),
        JsonValueKind.Array =>
            json.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.String && item.ValueEquals(key)),
        JsonValueKind.String => json.ValueEquals(key),
        _ => false,
    };

    private static bool Truth(sqlite3_context context, bool truth)
    {
        raw.sqlite3_result_int(context, truth ? 1 : 0);
        return true;
    }

    /// <summary>A statement asks for the same list row after row.</summary>
    private string[] Items(sqlite3_value list)
    {
        var text = SqliteFunctions.TextOf(list);
        if (text.SequenceEqual(lastList)) return lastItems;
        lastList = text.ToArray();
        using var items = JsonDocument.Parse(lastList);
        lastItems = [.. items.RootElement.EnumerateArray().Select(item => item.GetString()!)];
        return lastItems;
    }
}
