using System.Globalization;
using System.Text.Json;
using Relata.Databases.Sqlite.Types;
using Relata.Execution;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning.Plans;
using Relata.Sql;

namespace Relata.Databases.Sqlite.Sessions;

/// <summary>Runs statements that callers wrote, each on a connection that is closed behind it.</summary>
/// <param name="source">Lends the connection that writes.</param>
/// <param name="options">Numbers and times.</param>
/// <param name="time">The clock.</param>
internal sealed class SqliteRawSql(SqliteSessionSource source, SqliteSessionOptions options, TimeProvider time)
    : IRawSql
{
    /// <inheritdoc/>
    public async ValueTask<T> RunAsync<T>(
        RawSql statement, long mostRows, Func<IReadOnlyList<string>, Rows, CancellationToken, ValueTask<T>> read,
        CancellationToken stop)
    {
        var text = statement.ToText(number => string.Create(CultureInfo.InvariantCulture, $"?{number}"));
        var session = await source.BeginAsync(stop);
        try
        {
            session.RequireOne(text);
            var prepared = await session.PrepareAsync(text, stop);
            Require(prepared, statement);
            var result = await ReadAsync(session, RunOf(prepared, statement), NamesOf(prepared), read, stop);
            await session.ExecuteAsync("COMMIT", stop);
            return result;
        }
        finally
        {
            source.End(session);
        }
    }

    /// <summary>
    /// Nobody else writes meanwhile, so the time limit is that of all rows and not only of the first.
    /// </summary>
    private async ValueTask<T> ReadAsync<T>(
        SqliteSession session, ScriptRun run, string[] names,
        Func<IReadOnlyList<string>, Rows, CancellationToken, ValueTask<T>> read, CancellationToken stop)
    {
        using var deadline = new CancellationTokenSource(options.StatementTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, deadline.Token);
        try
        {
            await using var rows = new SqliteRows(session, [run], pool: null);
            if (names.Length > 0) await rows.NextResultAsync(either.Token);
            var result = await read(names, rows, either.Token);
            await rows.EndAsync(either.Token);
            return result;
        }
        catch (OperationCanceledException cause) when (!stop.IsCancellationRequested)
        {
            throw SqliteFailures.TooSlow.AsException(cause);
        }
    }

    private static string[] NamesOf(SqliteStatement prepared) =>
        [.. Enumerable.Range(0, prepared.Columns).Select(prepared.NameOf)];

    /// <summary>Cells are written by what their columns are declared as, where they come from columns.</summary>
    private static ScriptRun RunOf(SqliteStatement prepared, RawSql statement)
    {
        ColumnType[] types =
            [.. Enumerable.Range(0, prepared.Columns).Select(i => SqliteColumnTypes.Of(prepared.DeclaredOf(i)))];
        var layout = types.Length == 0 ? null : new RowLayout(types, [], []);
        var parameters = statement.Arguments.Select(
            (_, i) => new StatementParameter(i, SqliteColumnTypes.Of(""), IsList: false));
        var script = new Script([new Statement(prepared.Text, [.. parameters])], layout);
        return new ScriptRun(new SqliteScript(script), [.. statement.Arguments.Select(ValueOf)]);
    }

    private static object? ValueOf(JsonElement argument) => argument.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => argument.GetString(),
        JsonValueKind.Number when argument.TryGetInt64(out var integer) => integer,
        JsonValueKind.Number => argument.GetDouble(),
        _ => argument.GetRawText(),
    };

    private static void Require(SqliteStatement prepared, RawSql statement)
    {
        if (prepared.Values == statement.Arguments.Count) return;
        throw new Failure(FailureCode.BadValue, "The statement has another number of parameters than of arguments.")
        {
            Hint = "Parameters are written ?, or $1, $2 and so on.",
        }.AsException();
    }
}
