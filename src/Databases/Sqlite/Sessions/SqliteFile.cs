using Relata.Model.Failures;
using SQLitePCL;

namespace Relata.Databases.Sqlite.Sessions;

/// <summary>The database file and how connections to it start.</summary>
internal sealed class SqliteFile(string path, SqliteSessionOptions options, TimeProvider time, SqliteTurns turns)
{
    private static readonly string[] ReaderPragmas = ["PRAGMA query_only = ON"];
    private static readonly string[] WriterPragmas = ["PRAGMA foreign_keys = ON"];

    static SqliteFile() => Batteries_V2.Init();

    /// <summary>Opens a connection that cannot write.</summary>
    public ValueTask<SqliteSession> OpenReaderAsync(CancellationToken stop) =>
        OpenAsync(raw.SQLITE_OPEN_READONLY, ReaderPragmas, turns, stop);

    /// <summary>Opens a connection that can write.</summary>
    public ValueTask<SqliteSession> OpenWriterAsync(CancellationToken stop) =>
        OpenAsync(raw.SQLITE_OPEN_READWRITE, WriterPragmas, itsTurns: null, stop);

    /// <summary>Fails when there is no such file.</summary>
    public void MustExist()
    {
        if (!File.Exists(path)) throw Unavailable("does not exist");
    }

    private async ValueTask<SqliteSession> OpenAsync(
        int flags, string[] pragmas, SqliteTurns? itsTurns, CancellationToken stop)
    {
        MustExist();
        // Without SQLite's own mutex: a connection has one user at a time, and a mutex for each cell costs.
        var code = raw.sqlite3_open_v2(path, out var connection, flags | raw.SQLITE_OPEN_NOMUTEX, null);
        if (code != raw.SQLITE_OK)
        {
            connection?.Dispose();
            throw Unavailable("cannot be opened");
        }

        var session = new SqliteSession(connection, options, time, itsTurns);
        try
        {
            await session.SetUpAsync(pragmas, stop);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private FailureException Unavailable(string why) =>
        new Failure(FailureCode.DatabaseUnavailable, $"The SQLite file {Path.GetFileName(path)} {why}.").AsException();
}
