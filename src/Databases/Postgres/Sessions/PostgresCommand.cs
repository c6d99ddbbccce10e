using Npgsql;
using NpgsqlTypes;
using Relata.Databases.Postgres.Types;
using Relata.Execution;
using Relata.Model.Callers;
using Relata.Model.Failures;
using Relata.Sql;

namespace Relata.Databases.Postgres.Sessions;

/// <summary>The statements of one run as the driver takes them; all go out in one round trip.</summary>
/// <remarks>For a single statement the driver's batch costs more than its command, hence the two.</remarks>
internal readonly struct PostgresCommand : IAsyncDisposable
{
    private readonly NpgsqlCommand? single;
    private readonly NpgsqlBatch? batch;
    private readonly Caller? caller;
    private readonly NpgsqlBatchCommand? settings;

    private PostgresCommand(NpgsqlCommand single) => this.single = single;

    private PostgresCommand(NpgsqlBatch batch, Caller? caller = null, NpgsqlBatchCommand? settings = null) =>
        (this.batch, this.caller, this.settings) = (batch, caller, settings);

    /// <summary>Whether the statements stand in a transaction of their own.</summary>
    public bool IsTransaction => batch is not null;

    /// <summary>How many rows the statements changed; known when all results have been read.</summary>
    public long RowsChanged
    {
        get
        {
            var changed = 0L;
            for (var i = 0; i < (batch?.BatchCommands.Count ?? 0); i++) changed += ChangesOf(batch!.BatchCommands[i]);
            return changed;
        }
    }

    /// <summary>A script that only reads: one statement as it is, several in one snapshot.</summary>
    public static PostgresCommand ForReading(NpgsqlConnection connection, ScriptRun run)
    {
        var statements = run.Prepared.Script.Statements;
        var settings = SettingsOf(run.Caller);
        if (statements.Count == 1 && !run.IsConfined && settings is null)
        {
            var single = new NpgsqlCommand(statements[0].Text, connection);
            Bind(single.Parameters, statements[0], run.Values);
            return new PostgresCommand(single);
        }

        var batch = new NpgsqlBatch(connection);
        LetRun(batch, run);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(BeginOf(run)));
        if (settings is not null) batch.BatchCommands.Add(settings);
        Add(batch, run);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        return new PostgresCommand(batch, run.Caller, settings);
    }

    /// <summary>A single statement may do with a caller what it may without: a view can draw from a sequence.</summary>
    private static string BeginOf(ScriptRun run) => (run.Prepared.Script.Statements.Count, run.IsConfined) switch
    {
        (1, false) => "BEGIN",
        (1, true) => "BEGIN READ ONLY",
        _ => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    };

    /// <summary>Scripts in a transaction that stays open.</summary>
    /// <param name="connection">Where they run.</param>
    /// <param name="runs">The scripts.</param>
    /// <param name="begins">Whether the transaction begins with them.</param>
    public static PostgresCommand InTransaction(
        NpgsqlConnection connection, IReadOnlyList<ScriptRun> runs, bool begins)
    {
        var batch = new NpgsqlBatch(connection);
        var settings = begins ? SettingsOf(runs[0].Caller) : null;
        if (begins) batch.BatchCommands.Add(new NpgsqlBatchCommand("BEGIN"));
        if (settings is not null) batch.BatchCommands.Add(settings);
        foreach (var run in runs)
        {
            LetRun(batch, run);
            Add(batch, run);
        }

        return new PostgresCommand(batch, runs[0].Caller, settings);
    }

    /// <summary>
    /// A statement that a caller wrote, with what it returns: cells of types without a reader are sent as text.
    /// </summary>
    /// <param name="connection">Where it runs.</param>
    /// <param name="text">Its text; placeholders are <c>$1</c>, <c>$2</c> and so on.</param>
    /// <param name="values">The texts of its values; null is NULL.</param>
    /// <param name="stop">Gives up.</param>
    public static async ValueTask<(PostgresCommand Command, string[] Names, uint[] Types)> RawAsync(
        NpgsqlConnection connection, string text, IReadOnlyList<string?> values, CancellationToken stop)
    {
        var (names, types) = await DescribeAsync(connection, text, values, stop);
        var single = new NpgsqlCommand(text, connection)
        {
            UnknownResultTypeList = [.. types.Select(type => RawCellReaders.Find(type) is null)],
        };
        Bind(single.Parameters, values);
        return (new PostgresCommand(single), names, types);
    }

    /// <summary>
    /// Asks the server what a statement returns. It is asked by a batch, whose texts the driver does not cut at
    /// semicolons: the server refuses several statements in one.
    /// </summary>
    private static async ValueTask<(string[] Names, uint[] Types)> DescribeAsync(
        NpgsqlConnection connection, string text, IReadOnlyList<string?> values, CancellationToken stop)
    {
        var asked = new NpgsqlBatchCommand(text);
        Bind(asked.Parameters, values);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { asked } };
        await using var reader = await batch.ExecuteReaderAsync(System.Data.CommandBehavior.SchemaOnly, stop);
        var columns = Enumerable.Range(0, reader.FieldCount);
        return ([.. columns.Select(reader.GetName)], [.. columns.Select(reader.GetDataTypeOID)]);
    }

    private static void Bind(NpgsqlParameterCollection target, IEnumerable<string?> values)
    {
        foreach (var value in values)
            target.Add(new NpgsqlParameter<string?> { NpgsqlDbType = NpgsqlDbType.Unknown, TypedValue = value });
    }

    /// <summary>Sends the statements and waits for the first row, or for the end when there is none.</summary>
    public async ValueTask<NpgsqlDataReader> ExecuteAsync(CancellationToken stop)
    {
        if (single is not null) return await single.ExecuteReaderAsync(stop);
        var reader = await batch!.ExecuteReaderAsync(stop);
        if (settings is null) return reader;
        try
        {
            // What was set is answered first.
            await reader.NextResultAsync(stop);
            return reader;
        }
        catch
        {
            await EndAsync(reader);
            throw;
        }
    }

    /// <summary>
    /// What it means that the server refused the caller; null when it took the caller, or there is none, and something
    /// else went wrong.
    /// </summary>
    public Failure? RefusalOfCaller(Exception cause) =>
        settings is { StatementType: StatementType.Unknown } && cause is PostgresException error
            && !PostgresFailures.IsLostConnection(error)
            ? CallerStatement.FailureOf(caller!, error)
            : null;

    /// <summary>Asks the server to stop, over a connection of its own; the driver does so only synchronously.</summary>
    public void Cancel()
    {
        single?.Cancel();
        batch?.Cancel();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => single?.DisposeAsync() ?? batch?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static NpgsqlBatchCommand? SettingsOf(Caller? caller)
    {
        if (caller is null || CallerStatement.TextFor(caller) is not { } text) return null;
        var command = new NpgsqlBatchCommand(text);
        Bind(command.Parameters, CallerStatement.ValuesOf(caller));
        return command;
    }

    /// <summary>Ends a reader that has failed, without another failure.</summary>
    private static async ValueTask EndAsync(NpgsqlDataReader reader)
    {
        try
        {
            await reader.DisposeAsync();
        }
        catch (Exception cause) when (cause is NpgsqlException or OperationCanceledException)
        {
            // The first failure tells.
        }
    }

    private static long ChangesOf(NpgsqlBatchCommand command) => command.StatementType switch
    {
        StatementType.Insert or StatementType.Update or StatementType.Delete or StatementType.Merge =>
            (long)command.Rows,
        _ => 0,
    };

    /// <summary>The driver's own limit only watches the network, and stays behind a longer one of a run.</summary>
    private static void LetRun(NpgsqlBatch batch, ScriptRun run)
    {
        if (run.Timeout is { } limit)
            batch.Timeout = (int)Math.Ceiling((limit + PostgresDataSource.Patience).TotalSeconds);
    }

    private static void Add(NpgsqlBatch batch, ScriptRun run)
    {
        foreach (var statement in run.Prepared.Script.Statements)
        {
            var command = new NpgsqlBatchCommand(statement.Text);
            Bind(command.Parameters, statement, run.Values);
            batch.BatchCommands.Add(command);
        }
    }

    private static void Bind(NpgsqlParameterCollection target, Statement statement, IReadOnlyList<object?> values)
    {
        var parameters = statement.Parameters;
        for (var i = 0; i < parameters.Count; i++)
        {
            target.Add(new NpgsqlParameter<string?>
            {
                NpgsqlDbType = NpgsqlDbType.Unknown,
                TypedValue = ParameterText.Of(parameters[i].In(values), parameters[i]),
            });
        }
    }
}
