using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Relata.Execution;

namespace Relata.Databases.Postgres.Types;

/// <summary>
/// Reads places of PostGIS, which are sent as extended well-known binary (PostGIS manual, ST_AsEWKB), and makes GeoJSON
/// of them. What GeoJSON has no words for, such as a curve, is text: the database's own form, hexadecimal digits.
/// </summary>
/// <remarks>
/// Why not <c>ST_AsGeoJSON</c>? It fails for a curve, and a list with it; writes what is no JSON for an empty part; and
/// drops measures, digits, and that there is no system of coordinates.
/// </remarks>
internal sealed class GeoJsonCellReader : CellReader
{
    public override bool Reads(uint type) => TypeOid.IsUserDefined(type);

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        var binary = new Ewkb(cell);
        if (TryGeometry(ref binary, json, isPart: false) && binary.HasFlatOrFullPositions)
        {
            json.Flush();
            sink.Json(buffer.WrittenSpan);
        }
        else
        {
            sink.Text(Encoding.ASCII.GetBytes(Convert.ToHexString(cell)));
        }
    }

    private static bool TryGeometry(ref Ewkb binary, Utf8JsonWriter json, bool isPart)
    {
        var type = binary.Header();
        if (NameOf(type) is not { } name) return false;
        json.WriteStartObject();
        json.WriteString("type"u8, name);
        if (!isPart) System(binary.System, json);
        json.WritePropertyName(type == Ewkb.Collection ? "geometries"u8 : "coordinates"u8);
        if (!TryCoordinates(type, ref binary, json)) return false;
        json.WriteEndObject();
        return true;
    }

    /// <summary>Longitude and latitude, which GeoJSON means by itself, are not said.</summary>
    private static void System(uint number, Utf8JsonWriter json)
    {
        const uint longitudeAndLatitude = 4326;
        if (number == longitudeAndLatitude) return;
        json.WritePropertyName("crs"u8);
        if (number == 0)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("type"u8, "name"u8);
        json.WriteStartObject("properties"u8);
        json.WriteString("name"u8, string.Create(CultureInfo.InvariantCulture, $"EPSG:{number}"));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static bool TryCoordinates(uint type, ref Ewkb binary, Utf8JsonWriter json)
    {
        if (type == Ewkb.Point) return TryPosition(ref binary, json, isPoint: true);
        json.WriteStartArray();
        for (var parts = binary.Count(); parts > 0; parts--)
        {
            var isWhole = type switch
            {
                Ewkb.Line => TryPosition(ref binary, json, isPoint: false),
                Ewkb.Polygon => TryCoordinates(Ewkb.Line, ref binary, json),
                Ewkb.Collection => TryGeometry(ref binary, json, isPart: true),
                _ => TryCoordinates(binary.Header(), ref binary, json),
            };
            if (!isWhole) return false;
        }

        json.WriteEndArray();
        return true;
    }

    /// <summary>An empty point is one of NaN only.</summary>
    private static bool TryPosition(ref Ewkb binary, Utf8JsonWriter json, bool isPoint)
    {
        Span<double> position = stackalloc double[4];
        position = position[..binary.Position(position)];
        json.WriteStartArray();
        if (isPoint && !position.ContainsAnyExcept(double.NaN))
        {
            json.WriteEndArray();
            return true;
        }

        binary.HasPositions = true;
        foreach (var number in position)
        {
            if (!double.IsFinite(number)) return false;
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
        return position.Length <= 3 && !binary.HasMeasures;
    }

    private static string? NameOf(uint type) => type switch
    {
        Ewkb.Point => "Point",
        Ewkb.Line => "LineString",
        Ewkb.Polygon => "Polygon",
        4 => "MultiPoint",
        5 => "MultiLineString",
        6 => "MultiPolygon",
        Ewkb.Collection => "GeometryCollection",
        _ => null,
    };
}
