using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Relata.Execution;
using Relata.Model.Schema;
using SQLitePCL;

namespace Relata.Databases.Sqlite.Types;

/// <summary>Writes one cell of a row.</summary>
internal delegate void SqliteCell(SqliteRow row, int cell, CellSink sink);

/// <summary>How cells are written, by their column's kind.</summary>
/// <remarks>
/// A column may hold values of any storage class (https://www.sqlite.org/datatype3.html), so the kind only says how the
/// expected class is written; any other is written as it is stored.
/// </remarks>
internal static class SqliteCells
{
    private const int UuidLength = 16;

    /// <summary>As deep as SQLite's own JSON functions go.</summary>
    private static readonly JsonReaderOptions JsonDepth = new() { MaxDepth = 2000 };

    /// <summary>The writer for a column.</summary>
    public static SqliteCell For(ColumnType type) => type.Kind switch
    {
        TypeKind.Boolean => WriteBoolean,
        TypeKind.Int16 or TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt32 => WriteAsStored,
        TypeKind.Decimal when type.Scale is > 0 and var scale => new SqliteDecimalCell(scale).Write,
        TypeKind.Decimal => new SqliteDecimalCell(0).Write,
        TypeKind.Single or TypeKind.Double => WriteAsStored,
        TypeKind.Text or TypeKind.Enum or TypeKind.Interval => WriteAsStored,
        TypeKind.Uuid => WriteUuid,
        TypeKind.Date or TypeKind.Time or TypeKind.Timestamp or TypeKind.TimestampTz =>
            new SqliteMomentCell(type.Kind).Write,
        TypeKind.Json => WriteJson,

        // No declared type is of these kinds.
        TypeKind.TimeTz or TypeKind.Array or TypeKind.Composite or TypeKind.Range or TypeKind.Multirange
            or TypeKind.Map or TypeKind.Shape or TypeKind.GeoJson => WriteAsStored,
        TypeKind.Bytes or TypeKind.Other => WriteAsStored,
    };

    /// <summary>Writers for the cells of a row of which no types are known.</summary>
    public static SqliteCell[] AsStored(int count) => [.. Enumerable.Repeat<SqliteCell>(WriteAsStored, count)];

    /// <summary>Writes a value by its storage class alone.</summary>
    public static void WriteAsStored(SqliteRow row, int cell, CellSink sink)
    {
        switch (row.Storage(cell))
        {
            case raw.SQLITE_INTEGER: sink.Integer(row.Integer(cell)); break;
            case raw.SQLITE_FLOAT: SqliteNumbers.WriteReal(row.Real(cell), sink); break;
            case raw.SQLITE_TEXT: WriteText(row.Text(cell), sink); break;
            case raw.SQLITE_BLOB: sink.Bytes(row.Blob(cell)); break;
            default: sink.Null(); break;
        }
    }

    /// <summary>Writes text; what is not UTF-8 in it becomes U+FFFD, since SQLite stores any bytes as text.</summary>
    public static void WriteText(ReadOnlySpan<byte> text, CellSink sink) =>
        sink.Text(Utf8.IsValid(text) ? text : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text)));

    private static void WriteBoolean(SqliteRow row, int cell, CellSink sink)
    {
        var isBit = row.Storage(cell) == raw.SQLITE_INTEGER && row.Integer(cell) is 0 or 1;
        if (isBit) sink.Boolean(row.Integer(cell) == 1);
        else WriteAsStored(row, cell, sink);
    }

    private static void WriteUuid(SqliteRow row, int cell, CellSink sink)
    {
        if (row.Storage(cell) == raw.SQLITE_BLOB && row.Blob(cell) is { Length: UuidLength } bytes)
        {
            Span<byte> text = stackalloc byte[36];
            new Guid(bytes, bigEndian: true).TryFormat(text, out _);
            sink.PlainText(text);
        }
        else
        {
            WriteAsStored(row, cell, sink);
        }
    }

    private static void WriteJson(SqliteRow row, int cell, CellSink sink)
    {
        if (row.Storage(cell) == raw.SQLITE_TEXT && row.Text(cell) is var text && IsJson(text)) sink.Json(text);
        else WriteAsStored(row, cell, sink);
    }

    private static bool IsJson(ReadOnlySpan<byte> text)
    {
        if (!Utf8.IsValid(text)) return false;
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
