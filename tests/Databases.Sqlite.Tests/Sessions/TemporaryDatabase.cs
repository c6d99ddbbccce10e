using Microsoft.Data.Sqlite;
using Relata.Databases.Sqlite.Sessions;
using Relata.Execution;
using Relata.Model.Schema;
using Relata.Planning.Plans;
using Relata.Sql;

namespace Relata.Databases.Sqlite.Tests.Sessions;

/// <summary>A SQLite file of one test and a source of sessions on it.</summary>
internal sealed class TemporaryDatabase : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("relata").FullName;

    private TemporaryDatabase(SqliteSessionOptions options, TimeProvider time) =>
        Source = new SqliteSessionSource(Path, options, time);

    public string Path => System.IO.Path.Combine(folder, "test.db");

    public SqliteSessionSource Source { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<TemporaryDatabase> CreateAsync(
        string schema, SqliteSessionOptions? options = null, TimeProvider? time = null)
    {
        SQLitePCL.Batteries_V2.Init();
        var database = new TemporaryDatabase(options ?? new SqliteSessionOptions(), time ?? TimeProvider.System);
        await database.ExecuteAsync(schema);
        return database;
    }

    /// <summary>Runs SQL as another program would, over a connection of its own.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await ExecuteAsync(connection, sql);
    }

    public async Task<SqliteConnection> ConnectAsync()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False;Default Timeout=1");
        await connection.OpenAsync(Stop);
        return connection;
    }

    public static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Stop);
    }

    /// <summary>A script of statements without values whose last one returns cells of these types.</summary>
    public PreparedScript Prepare(ColumnType[]? cells, params string[] statements) => Source.Prepare(new Script(
        [.. statements.Select(text => new Statement(text, []))],
        cells is null ? null : new RowLayout(cells, [], [])));

    public ScriptRun Script(ColumnType[]? cells, params string[] statements) => new(Prepare(cells, statements), []);

    /// <summary>One statement whose placeholders take the values in order.</summary>
    public ScriptRun Script(
        ColumnType[]? cells, string statement, params (ColumnType Type, object? Value)[] values) => new(
        Source.Prepare(new Script(
            [
                new Statement(statement, [.. values.Select((value, place) =>
                    new StatementParameter(place, value.Type, value.Value is List<object?>))]),
            ],
            cells is null ? null : new RowLayout(cells, [], []))),
        [.. values.Select(value => value.Value)]);

    /// <summary>Every row of every result: cells between bars, rows in lines.</summary>
    public async Task<string> ReadAsync(ScriptRun run)
    {
        await using var rows = await Source.ReadAsync(run, Stop);
        return await AllAsync(rows, run);
    }

    public Task<string> ReadAsync(ColumnType type, string statement, params (ColumnType, object?)[] values) =>
        ReadAsync(Script([type], statement, values));

    /// <summary>Runs and commits; answers the number of changed rows.</summary>
    public async Task<long> WriteAsync(params ScriptRun[] runs)
    {
        await using var write = Source.Begin();
        var rows = await write.RunAsync(runs, Stop);
        var changed = await rows.EndAsync(Stop);
        await write.CommitAsync(Stop);
        return changed;
    }

    public static async Task<string> AllAsync(Rows rows, ScriptRun run)
    {
        var (lines, sink) = (new List<string>(), new RecordingSink());
        while (await rows.NextResultAsync(Stop))
        {
            while (await rows.NextRowAsync(Stop)) lines.Add(Line(rows, run, sink));
        }

        return string.Join('\n', lines);
    }

    public static string Line(Rows rows, ScriptRun run, RecordingSink sink)
    {
        var cells = new List<string>();
        for (var cell = 0; cell < (run.Prepared.Script.Layout?.Cells.Count ?? 1); cell++)
        {
            rows.WriteCell(cell, sink);
            cells.Add(sink.Take());
        }

        return string.Join('|', cells);
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
