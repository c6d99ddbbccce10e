using System.Globalization;
using Relata.Dialects.Contract;
using Relata.Execution;
using Relata.Formats.Json;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning.Plans;

namespace Relata.Formats;

/// <summary>Runs statements that callers wrote, and answers their rows as an array.</summary>
public static class RawAnswer
{
    private static readonly string[] OfTransactions =
    [
        "ABORT", "ATTACH", "BEGIN", "COMMIT", "DETACH", "END", "PREPARE", "RELEASE", "ROLLBACK", "SAVEPOINT",
        "START", "XA",
    ];

    private static readonly JsonFormat Json = new();
    private static readonly ColumnType Unknown = new(TypeKind.Other, "");

    /// <summary>Runs a statement; its rows are gathered before it is committed.</summary>
    /// <param name="raw">Runs it.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="mostRows">The most rows that it may answer.</param>
    /// <param name="stop">Cancels it.</param>
    /// <exception cref="FailureException">It is refused, and nothing of it stays.</exception>
    public static async ValueTask<Answer> RunAsync(
        IRawSql raw, RawSql statement, long mostRows, CancellationToken stop)
    {
        RequireOne(statement);
        try
        {
            return await raw.RunAsync(
                statement, mostRows, (columns, rows, over) => WriteAsync(columns, rows, mostRows, over), stop)
                .ConfigureAwait(false);
        }
        catch (FailureException e) when (e.Failure.Code is FailureCode.Internal or FailureCode.SchemaChanged)
        {
            // What would be a fault in a statement of Relata's own is the caller's here.
            throw new Failure(FailureCode.DatabaseRefused, "The database refused the statement.")
                .AsException(e.InnerException);
        }
    }

    private static async ValueTask<Answer> WriteAsync(
        IReadOnlyList<string> columns, Rows rows, long mostRows, CancellationToken stop)
    {
        var twice = columns.CountBy(column => column).FirstOrDefault(column => column.Value > 1).Key;
        if (twice is not null)
        {
            throw new Failure(FailureCode.NotApplicable, $"The result has two columns \"{twice}\".")
            {
                Hint = "Name one of them otherwise: … AS other.",
            }.AsException();
        }

        var buffer = new Utf8Buffer();
        try
        {
            var writer = Json.Open(EnvelopeShape.Array, buffer);
            writer.Start();
            writer.Enter(new RowLayout(
                [.. columns.Select(_ => Unknown)],
                [.. columns.Select(RowField (name, i) => new CellField(name, i))],
                []));
            var count = 0L;
            while (columns.Count > 0 && await rows.NextRowAsync(stop).ConfigureAwait(false))
            {
                if (++count > mostRows) throw TooMany($"{mostRows} rows", "Write a LIMIT into it.");
                writer.Write(rows);
                if (buffer.Length > IRawSql.MostBytes)
                    throw TooMany($"{IRawSql.MostBytes} bytes", "Ask for fewer or shorter values.");
            }

            writer.End();
            return new Answer(200, Json.ContentType, new BufferedBody(buffer, count));
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    /// <summary>A statement that ended its transaction would take its name away from the answer.</summary>
    private static void RequireOne(RawSql statement)
    {
        if (!OfTransactions.Contains(FirstWordOf(statement.Pieces[0]), StringComparer.OrdinalIgnoreCase)) return;
        throw new Failure(
            FailureCode.NotApplicable, "Each statement is a transaction by itself; none begins or ends one.")
            .AsException();
    }

    /// <summary>The first word behind blanks and comments.</summary>
    private static string FirstWordOf(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]) || text[at] is '(' or ';') at++;
            else if (Starts("--") || text[at] == '#') at = EndOf("\n");
            else if (Starts("/*")) at = EndOf("*/");
            else break;
        }

        var end = at;
        while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
        return text[at..end];

        bool Starts(string mark) => text.AsSpan(at).StartsWith(mark, StringComparison.Ordinal);
        int EndOf(string mark) => text.IndexOf(mark, at, StringComparison.Ordinal) is >= 0 and var found
            ? found + mark.Length
            : text.Length;
    }

    private static FailureException TooMany(FormattableString most, string hint) => new Failure(
        FailureCode.LimitExceeded, $"The statement answers more than {most.ToString(CultureInfo.InvariantCulture)}.")
    {
        Hint = hint,
    }.AsException();
}
