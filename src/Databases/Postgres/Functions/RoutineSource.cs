using System.Globalization;
using Npgsql;
using Relata.Databases.Contract.Functions;

namespace Relata.Databases.Postgres.Functions;

/// <summary>The statements that make a function: those of a file, or one around its body.</summary>
internal sealed class RoutineSource
{
    private RoutineSource(IReadOnlyList<SqlStatementText> statements, string before) =>
        (Statements, Before) = (statements, before);

    /// <summary>The statements of the file, or its body.</summary>
    public IReadOnlyList<SqlStatementText> Statements { get; }

    /// <summary>What stands before a body; empty for a whole function.</summary>
    private string Before { get; }

    private string After { get; init; } = "";

    /// <summary>The source of a draft. A function that reads is STABLE, so that the server holds it to that.</summary>
    public static RoutineSource Of(FunctionDraft draft)
    {
        if (draft.Language is not { } language) return new RoutineSource(draft.Statements, "");
        var quote = QuoteFor(draft.Statements[0].Text);
        var volatility = draft.MayWrite ? "VOLATILE" : "STABLE";
        var before = $"CREATE OR REPLACE FUNCTION \"{draft.Name}\"(params json) RETURNS json LANGUAGE \"{language}\" "
            + $"{volatility} AS {quote}";
        return new RoutineSource(draft.Statements, before) { After = quote };
    }

    /// <summary>Runs a statement; what is wrong with it is told with its place in the file.</summary>
    public async ValueTask ExecuteAsync(
        NpgsqlConnection connection, SqlStatementText statement, CancellationToken stop)
    {
        try
        {
            await using var batch = new NpgsqlBatch(connection);
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Before + statement.Text + After));
            await batch.ExecuteNonQueryAsync(stop);
        }
        catch (PostgresException e) when (!Sessions.PostgresFailures.MayPass(e))
        {
            throw new SqlRejectedException(e.MessageText, OffsetOf(e, statement), e);
        }
    }

    /// <summary>The server counts characters from 1, in what was sent or in a part that it read by itself.</summary>
    private int? OffsetOf(PostgresException e, SqlStatementText statement)
    {
        if (e.Position > 0) return statement.Offset + Math.Max(0, e.Position - 1 - Before.Length);
        if (e.InternalPosition == 0 || e.InternalQuery is not { Length: > 0 } part) return null;
        var start = statement.Text.IndexOf(part, StringComparison.Ordinal);
        return start < 0 ? null : statement.Offset + start + e.InternalPosition - 1;
    }

    /// <summary>A dollar quote that does not stand in a text.</summary>
    private static string QuoteFor(string text)
    {
        for (var i = 0; ; i++)
        {
            var quote = i == 0 ? "$relata$" : string.Create(CultureInfo.InvariantCulture, $"$relata{i}$");
            if (!text.Contains(quote, StringComparison.Ordinal)) return quote;
        }
    }
}
