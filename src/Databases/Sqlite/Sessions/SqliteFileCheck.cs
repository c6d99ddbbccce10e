using System.Runtime.InteropServices;
using SQLitePCL;

namespace Relata.Databases.Sqlite.Sessions;

/// <summary>
/// Finds out whether a connection's file is still the one at its path; it looks at most once a second.
/// </summary>
/// <remarks>
/// A file that was deleted lives on for those who have it open: they would go on reading what nobody else sees. SQLite
/// itself looks before it writes, and only then (https://www.sqlite.org/rescode.html#readonly_dbmoved).
/// </remarks>
internal sealed class SqliteFileCheck(sqlite3 connection, TimeProvider time)
{
    /// <summary><c>SQLITE_FCNTL_HAS_MOVED</c> (https://www.sqlite.org/c3ref/c_fcntl_begin_atomic_write.html).</summary>
    private const int AskHasMoved = 20;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private long lookedAt = time.GetTimestamp();

    /// <summary>Whether the file was deleted or replaced.</summary>
    public bool HasMoved()
    {
        if (time.GetElapsedTime(lookedAt) < Fresh) return false;
        lookedAt = time.GetTimestamp();
        return Ask(connection, 0, AskHasMoved, out var moved) == raw.SQLITE_OK && moved != 0;
    }

    // The binding does not have it. Without a name it asks about the main database.
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int Ask(sqlite3 connection, nint database, int question, out int answer);
}
