using System.Globalization;
using System.Text.Json;
using Npgsql;
using Relata.Databases.Postgres.Types;
using Relata.Execution;
using Relata.Model.Failures;
using Relata.Model.Requests;

namespace Relata.Databases.Postgres.Sessions;

/// <summary>Runs statements that callers wrote, each on a connection of its own to the primary.</summary>
/// <param name="pool">Opens the connections.</param>
/// <param name="options">Numbers and times.</param>
public sealed class PostgresRawSql(PostgresPool pool, PostgresSessionOptions options) : IRawSql
{
    private readonly StatementDeadlines deadlines = new(options.StatementTimeout);

    /// <inheritdoc/>
    public async ValueTask<T> RunAsync<T>(
        RawSql statement, long mostRows, Func<IReadOnlyList<string>, Rows, CancellationToken, ValueTask<T>> read,
        CancellationToken stop)
    {
        if (!await pool.Places.WaitAsync(options.ConnectionTimeout, stop))
        {
            throw new Failure(
                FailureCode.DatabaseUnavailable, "No connection to the database became free in time.").AsException();
        }

        try
        {
            await using var connection = await OpenAsync(stop);
            if (!pool.IsDirect) throw SharesSessions();
            return await RunAsync(connection, statement, read, stop);
        }
        finally
        {
            pool.Places.Release();
        }
    }

    /// <summary>
    /// A pooler gives the session to others as soon as the statement is committed, and nothing could be reset in time.
    /// </summary>
    private static FailureException SharesSessions() => new Failure(
        FailureCode.NotApplicable, "Statements of callers are not run behind a pooler of connections.")
    {
        Hint = "What one sets would stay in a session of others. Connect the server to the database itself.",
    }.AsException();

    private async ValueTask<NpgsqlConnection> OpenAsync(CancellationToken stop)
    {
        try
        {
            return await pool.OpenBesideAsync(stop);
        }
        catch (Exception cause) when (cause is not FailureException)
        {
            throw PostgresFailures.WhileConnecting(cause, stop);
        }
    }

    private async ValueTask<T> RunAsync<T>(
        NpgsqlConnection connection, RawSql statement,
        Func<IReadOnlyList<string>, Rows, CancellationToken, ValueTask<T>> read, CancellationToken stop)
    {
        var deadline = deadlines.Start(stop);
        try
        {
            var (names, rows) = await StartAsync(connection, statement, deadline.Token);
            await using (rows)
            {
                if (names.Length > 0) await rows.NextResultAsync(deadline.Token);
                var result = await read(names, rows, deadline.Token);
                await rows.EndAsync(deadline.Token);
                await CommitAsync(connection, stop);
                return result;
            }
        }
        catch (OperationCanceledException cause) when (!stop.IsCancellationRequested)
        {
            throw SqlStates.TooSlow.AsException(cause);
        }
        finally
        {
            deadlines.End(deadline);
        }
    }

    /// <summary>
    /// The server is asked first what the statement returns: what is not read in its binary form is sent as text.
    /// </summary>
    private async ValueTask<(string[] Names, PostgresRows Rows)> StartAsync(
        NpgsqlConnection connection, RawSql statement, CancellationToken stop)
    {
        try
        {
            await using (var begin = new NpgsqlCommand("BEGIN", connection))
                await begin.ExecuteNonQueryAsync(stop);
            var (command, names, types) = await PostgresCommand.RawAsync(
                connection, TextOf(statement), [.. statement.Arguments.Select(Value)], stop);
            RowReaders readers = new([.. types.Select(type => RawCellReaders.Find(type) ?? new RawTextReader())], []);
            var reader = await command.ExecuteAsync(stop);
            return (names, new PostgresRows(
                connection, command, reader, names.Length > 0 ? [readers] : [], deadlines, keepsConnection: false));
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.ProtocolViolation)
        {
            throw new Failure(FailureCode.BadValue, "The statement has another number of parameters than of arguments.")
            {
                Hint = "Parameters are written $1, $2 and so on.",
            }.AsException(e);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.IndeterminateDatatype)
        {
            throw new Failure(
                FailureCode.BadValue, "The statement does not use an argument, or nothing tells the type of one.")
            {
                Hint = "Parameters are written $1, $2 and so on, and $1::int where the type has to be said.",
            }.AsException(e);
        }
        catch (Exception cause)
        {
            throw PostgresFailures.WhileRunning(cause, stop);
        }
    }

    private async ValueTask CommitAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        var deadline = deadlines.Start(stop);
        try
        {
            await using var commit = new NpgsqlCommand("COMMIT", connection);
            await commit.ExecuteNonQueryAsync(deadline.Token);
        }
        catch (Exception cause)
        {
            throw PostgresFailures.WhileCommitting(cause, stop);
        }
        finally
        {
            deadlines.End(deadline);
        }
    }

    private static string TextOf(RawSql statement) =>
        statement.ToText(number => string.Create(CultureInfo.InvariantCulture, $"${number}"));

    /// <summary>Texts without a type: the server gives each the type of the place where it stands.</summary>
    private static string? Value(JsonElement argument) => argument.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => argument.GetString(),
        _ => argument.GetRawText(),
    };
}
