using SQLitePCL;

namespace Relata.Databases.Sqlite.Types;

/// <summary>The current row of a statement: cells as SQLite stores them, in SQLite's own memory.</summary>
/// <remarks>Spans are borrowed until the next step (https://www.sqlite.org/c3ref/column_blob.html).</remarks>
internal readonly struct SqliteRow(sqlite3_stmt statement, bool isUtf16)
{
    /// <summary>
    /// The cell's storage class, which is its own and not the column's: <c>SQLITE_INTEGER</c>, <c>SQLITE_TEXT</c> and
    /// so on.
    /// </summary>
    public int Storage(int cell) => raw.sqlite3_column_type(statement, cell);

    /// <summary>An integer.</summary>
    public long Integer(int cell) => raw.sqlite3_column_int64(statement, cell);

    /// <summary>A floating point number.</summary>
    public double Real(int cell) => raw.sqlite3_column_double(statement, cell);

    /// <summary>A text's bytes, which are UTF-8 unless something else was stored as text.</summary>
    public ReadOnlySpan<byte> Text(int cell)
    {
        // Asking for the text converts it where it stands; asking for the bytes then does not look for their end.
        if (isUtf16) _ = raw.sqlite3_column_text(statement, cell);
        return raw.sqlite3_column_blob(statement, cell);
    }

    /// <summary>A blob.</summary>
    public ReadOnlySpan<byte> Blob(int cell) => raw.sqlite3_column_blob(statement, cell);
}
