using System.Globalization;
using System.Text;
using Npgsql;
using Relata.Databases.Postgres.Sessions;
using Relata.Model.Callers;

namespace Relata.Databases.Postgres.Wire;

/// <summary>Reads an <c>ErrorResponse</c> into the exception that the driver would throw.</summary>
/// <remarks>
/// Details are left out, as by the driver: they hold values. The fields are those of the manual, "Error and Notice
/// Message Fields"; unknown ones are passed over, as it demands.
/// </remarks>
internal static class WireErrors
{
    /// <summary>A code that says the connection is of no use (manual: <c>protocol_violation</c>).</summary>
    private const string NoCode = "08P01";

    private const int LengthOfCode = 5;

    /// <summary>
    /// Whether the server ends the session with an error. Its code does not say so: an error about another server, such
    /// as that of a foreign table, has the same.
    /// </summary>
    public static bool EndsSession(this PostgresException error) => error.InvariantSeverity is "FATAL" or "PANIC";

    /// <summary>
    /// What it means that a caller's role and settings were refused; the error itself where that says nothing about
    /// them.
    /// </summary>
    public static Exception MeaningFor(this PostgresException error, Caller caller) =>
        error.EndsSession()
            || error.SqlState is PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.InvalidSqlStatementName
            ? error
            : CallerStatement.FailureOf(caller, error).AsException(error);

    /// <summary>The exception in a message's body, which is what stands after its length.</summary>
    public static PostgresException Read(ReadOnlySpan<byte> body)
    {
        string? severity = null, invariant = null, code = null, text = null, hint = null, query = null, where = null;
        string? schema = null, table = null, column = null, type = null, constraint = null;
        string? file = null, line = null, routine = null;
        int position = 0, queryPosition = 0;
        while (body.Length > 1 && body[0] != 0)
        {
            var field = body[0];
            body = body[1..];
            var end = body.IndexOf((byte)0);
            var value = Encoding.UTF8.GetString(end < 0 ? body : body[..end]);
            body = end < 0 ? [] : body[(end + 1)..];
            switch (field)
            {
                case (byte)'S': severity = value; break;
                case (byte)'V': invariant = value; break;
                case (byte)'C': code = value; break;
                case (byte)'M': text = value; break;
                case (byte)'H': hint = value; break;
                case (byte)'P': position = Number(value); break;
                case (byte)'p': queryPosition = Number(value); break;
                case (byte)'q': query = value; break;
                case (byte)'W': where = value; break;
                case (byte)'s': schema = value; break;
                case (byte)'t': table = value; break;
                case (byte)'c': column = value; break;
                case (byte)'d': type = value; break;
                case (byte)'n': constraint = value; break;
                case (byte)'F': file = value; break;
                case (byte)'L': line = value; break;
                case (byte)'R': routine = value; break;
            }
        }

        severity ??= invariant ?? "ERROR";
        return new PostgresException(
            text ?? "The server reported an error without a text.", severity, invariant ?? severity,
            code is { Length: LengthOfCode } ? code : NoCode,
            detail: null, hint, position, queryPosition, query, where, schema, table, column, type, constraint,
            file, line, routine);
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
