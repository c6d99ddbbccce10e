using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Relata.Execution;
using Relata.Model.Schema;

namespace Relata.Databases.MySql.Types;

/// <summary>Writes one cell.</summary>
internal delegate void MySqlCell(MySqlBuffer rows, MySqlCellValue cell, CellSink sink);

/// <summary>
/// How cells are written, by their column's kind. Whatever is no number arrives as bytes: see <c>Sql/Output</c>.
/// </summary>
internal static class MySqlCells
{
    private const int LongestNumber = 32;
    private const int LongestMoment = 32;

    /// <summary>As deep as MariaDB's own JSON functions go, and more.</summary>
    private static readonly JsonReaderOptions JsonDepth = new() { MaxDepth = 2000 };

    /// <summary>The writer for a column.</summary>
    public static MySqlCell For(ColumnType type) => type.Kind switch
    {
        TypeKind.Boolean => WriteBoolean,
        TypeKind.Int16 or TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt32 or TypeKind.Decimal => WriteNumber,
        TypeKind.Single => WriteSingle,
        TypeKind.Double => WriteNumber,
        TypeKind.Date or TypeKind.Time => WriteTime,
        TypeKind.Timestamp => (rows, cell, sink) => WriteMoment(rows.Bytes(cell), isInstant: false, sink),
        TypeKind.TimestampTz => (rows, cell, sink) => WriteMoment(rows.Bytes(cell), isInstant: true, sink),
        TypeKind.Json => WriteJson,
        TypeKind.GeoJson => WriteGeoJson,
        TypeKind.Bytes => static (rows, cell, sink) => sink.Bytes(rows.Bytes(cell)),

        // No column is of the kinds from the time with a zone on.
        TypeKind.Text or TypeKind.Enum or TypeKind.Uuid or TypeKind.Other or TypeKind.TimeTz or TypeKind.Interval
            or TypeKind.Array or TypeKind.Composite or TypeKind.Range or TypeKind.Multirange or TypeKind.Map
            or TypeKind.Shape => static (rows, cell, sink) => sink.Text(rows.Bytes(cell)),
    };

    /// <summary>Writes a cell of which no type is known.</summary>
    public static void WriteAsStored(MySqlBuffer rows, MySqlCellValue cell, CellSink sink)
    {
        if (cell.Storage == MySqlStorage.Bytes) sink.Text(rows.Bytes(cell));
        else WriteNumber(rows, cell, sink);
    }

    /// <summary>The integer in a cell.</summary>
    public static long ReadInt64(MySqlBuffer rows, MySqlCellValue cell) => cell.Storage switch
    {
        MySqlStorage.Integer => cell.Number,
        MySqlStorage.Bytes when Utf8Parser.TryParse(rows.Bytes(cell), out long number, out _) => number,
        _ => 0,
    };

    private static void WriteBoolean(MySqlBuffer rows, MySqlCellValue cell, CellSink sink) =>
        sink.Boolean(ReadInt64(rows, cell) != 0);

    private static void WriteNumber(MySqlBuffer rows, MySqlCellValue cell, CellSink sink)
    {
        switch (cell.Storage)
        {
            case MySqlStorage.Integer: sink.Integer(cell.Number); break;
            case MySqlStorage.Real: WriteReal(cell.Real, sink); break;
            default: sink.Number(rows.Bytes(cell)); break;
        }
    }

    /// <summary>The server sends the nearest double; its shortest digits would tell of the difference.</summary>
    private static void WriteSingle(MySqlBuffer rows, MySqlCellValue cell, CellSink sink)
    {
        if (cell.Storage == MySqlStorage.Real) WriteReal((float)cell.Real, sink);
        else WriteNumber(rows, cell, sink);
    }

    private static void WriteReal<T>(T value, CellSink sink)
        where T : IUtf8SpanFormattable
    {
        Span<byte> digits = stackalloc byte[LongestNumber];
        value.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        digits[..length].Replace((byte)'E', (byte)'e');
        sink.Number(digits[..length]);
    }

    private static void WriteTime(MySqlBuffer rows, MySqlCellValue cell, CellSink sink) =>
        sink.PlainText(WithoutZeros(rows.Bytes(cell)));

    private static void WriteMoment(ReadOnlySpan<byte> stored, bool isInstant, CellSink sink)
    {
        var text = WithoutZeros(stored);
        Span<byte> moment = stackalloc byte[LongestMoment];
        if (text.Length >= LongestMoment)
        {
            sink.Text(stored);
            return;
        }

        text.CopyTo(moment);
        moment[..text.Length].Replace((byte)' ', (byte)'T');
        moment[text.Length] = (byte)'Z';
        sink.PlainText(moment[..(isInstant ? text.Length + 1 : text.Length)]);
    }

    /// <summary>A fraction ends without zeros, and one of zeros is none.</summary>
    private static ReadOnlySpan<byte> WithoutZeros(ReadOnlySpan<byte> text) =>
        text.Contains((byte)'.') ? text.TrimEnd((byte)'0').TrimEnd((byte)'.') : text;

    private static void WriteJson(MySqlBuffer rows, MySqlCellValue cell, CellSink sink)
    {
        if (IsJson(rows.Bytes(cell))) sink.Json(rows.Bytes(cell));
        else sink.Text(rows.Bytes(cell));
    }

    private static void WriteGeoJson(MySqlBuffer rows, MySqlCellValue cell, CellSink sink)
    {
        var compact = new ArrayBufferWriter<byte>(cell.Length);
        using var place = JsonDocument.Parse(Encoding.UTF8.GetString(rows.Bytes(cell)));
        using var json = new Utf8JsonWriter(compact);
        place.WriteTo(json);
        json.Flush();
        sink.Json(compact.WrittenSpan);
    }

    private static bool IsJson(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, JsonDepth);
        try
        {
            while (reader.Read()) { }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
