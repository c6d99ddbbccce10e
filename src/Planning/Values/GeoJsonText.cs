using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Relata.Planning.Values;

/// <summary>
/// Places out of GeoJSON (RFC 7946), as the text that databases with such types read: well-known text behind the number
/// of its system of coordinates, <c>SRID=4326;POINT(1 2)</c>. A <c>crs</c> of GeoJSON 2008 names another system, and
/// null says that there is none.
/// </summary>
internal static class GeoJsonText
{
    private const string LongitudeAndLatitude = "SRID=4326;";

    private static readonly string[] Types =
    [
        "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon", "GeometryCollection",
    ];

    private static readonly string[] SystemPrefixes = ["EPSG:", "urn:ogc:def:crs:EPSG::"];

    /// <summary>The text of a place.</summary>
    public static Outcome FromJson(JsonElement json)
    {
        if (JsonText.FromElement(json) is { Problem: not null } refused) return refused;
        try
        {
            var text = new StringBuilder(SystemOf(json));
            new Writer(text, PositionLength(json)).Geometry(json, isPart: false);
            return new Outcome(text.ToString());
        }
        catch (NoPlaceException e)
        {
            return Outcome.Refused(e.Problem, e.Hint);
        }
    }

    private static string SystemOf(JsonElement json)
    {
        if (!json.TryGetProperty("crs", out var system)) return LongitudeAndLatitude;
        if (system.ValueKind == JsonValueKind.Null) return "";
        if (system.ValueKind == JsonValueKind.Object
            && system.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
            && properties.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String
            && JsonText.TryGetString(name, out var text)
            && SystemPrefixes.FirstOrDefault(start => text.StartsWith(start, StringComparison.Ordinal)) is { } prefix
            && int.TryParse(text.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 0)
            return string.Create(CultureInfo.InvariantCulture, $"SRID={number};");
        throw new NoPlaceException(
            "has a \"crs\" that is none",
            """It looks like {"type":"name","properties":{"name":"EPSG:3857"}}, or is null.""");
    }

    /// <summary>How many numbers the first position has, inside whatever it is; 2 where there is none.</summary>
    private static int PositionLength(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object when json.TryGetProperty("coordinates", out var inner) => PositionLength(inner),
        JsonValueKind.Object when json.TryGetProperty("geometries", out var inner) => PositionLength(inner),
        JsonValueKind.Array when json.GetArrayLength() == 0 => 0,
        JsonValueKind.Array when json[0].ValueKind == JsonValueKind.Number => json.GetArrayLength(),
        JsonValueKind.Array => json.EnumerateArray().Select(PositionLength).FirstOrDefault(length => length > 0),
        _ => 0,
    };

    /// <summary>
    /// Writes well-known text; each part says whether positions have a height, so that empty ones agree.
    /// </summary>
    private sealed class Writer(StringBuilder text, int length)
    {
        private readonly string dimension = length == 3 ? " Z " : "";

        public void Geometry(JsonElement json, bool isPart)
        {
            if (json.ValueKind != JsonValueKind.Object)
                throw new NoPlaceException("holds a geometry that is no object");
            var type = TypeOf(json);
            var list = type == "GeometryCollection" ? "geometries" : "coordinates";
            foreach (var member in json.EnumerateObject())
            {
                if (!IsKnown(member.Name, list, isPart))
                    throw new NoPlaceException($"has a member \"{member.Name}\"");
            }

            if (!json.TryGetProperty(list, out var parts)) throw new NoPlaceException($"has no member \"{list}\"");
            text.Append(type.ToUpperInvariant()).Append(dimension);
            switch (type)
            {
                case "Point": Point(parts); break;
                case "LineString": Line(parts); break;
                case "Polygon": List(parts, Ring); break;
                case "MultiPoint": List(parts, Point); break;
                case "MultiLineString": List(parts, Line); break;
                case "MultiPolygon": List(parts, polygon => List(polygon, Ring)); break;
                default: List(parts, part => Geometry(part, isPart: true)); break;
            }
        }

        private static string TypeOf(JsonElement json)
        {
            var hasType = json.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String;
            return Types.FirstOrDefault(known => hasType && type.ValueEquals(known))
                ?? throw new NoPlaceException(
                    "has no type of GeoJSON's places",
                    $"One of: {string.Join(", ", Types)}.");
        }

        private static bool IsKnown(string member, string list, bool isPart) =>
            member is "type" or "bbox" || member == list || (member == "crs" && !isPart);

        private void List(JsonElement parts, Action<JsonElement> write)
        {
            if (parts.ValueKind != JsonValueKind.Array) throw new NoPlaceException("has no array where one is due");
            if (parts.GetArrayLength() == 0)
            {
                text.Append(" EMPTY");
                return;
            }

            var separator = '(';
            foreach (var part in parts.EnumerateArray())
            {
                text.Append(separator);
                write(part);
                separator = ',';
            }

            text.Append(')');
        }

        private void Point(JsonElement position)
        {
            if (position.ValueKind == JsonValueKind.Array && position.GetArrayLength() == 0)
            {
                text.Append(" EMPTY");
                return;
            }

            text.Append('(');
            Position(position);
            text.Append(')');
        }

        private void Line(JsonElement positions)
        {
            List(positions, Position);
            if (positions.GetArrayLength() == 1) throw new NoPlaceException("has a line of one position");
        }

        private void Ring(JsonElement positions)
        {
            List(positions, Position);
            var last = positions.GetArrayLength() - 1;
            if (last < 0 || (last >= 3 && NumbersOf(positions[0]).SequenceEqual(NumbersOf(positions[last])))) return;
            throw new NoPlaceException(
                "has a ring that is not closed",
                "It has four positions at least, and the last is the first.");
        }

        private static IEnumerable<double> NumbersOf(JsonElement position) => position.EnumerateArray().Select(Number);

        private void Position(JsonElement position)
        {
            if (position.ValueKind != JsonValueKind.Array || position.GetArrayLength() != length
                || length is not (2 or 3))
                throw new NoPlaceException("has a position that is none", "Two numbers each, or three each.");
            foreach (var number in position.EnumerateArray())
                text.Append(CultureInfo.InvariantCulture, $"{Number(number):R} ");
            text.Length--;
        }

        private static double Number(JsonElement json) =>
            json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var number) && double.IsFinite(number)
                ? number
                : throw new NoPlaceException("has a coordinate that is no number");
    }

    private sealed class NoPlaceException(string problem, string? hint = null) : Exception(problem)
    {
        public string Problem { get; } = problem;

        public string? Hint { get; } = hint;
    }
}
