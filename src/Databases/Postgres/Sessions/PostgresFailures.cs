using System.Net.Sockets;
using System.Security.Authentication;
using Npgsql;
using Relata.Model.Failures;

namespace Relata.Databases.Postgres.Sessions;

/// <summary>Turns what the driver throws into failures.</summary>
public static class PostgresFailures
{
    /// <summary>What the driver says, in no other language, when no connection became free in time.</summary>
    private const string PoolIsExhausted = "The connection pool has been exhausted";

    /// <summary>What the server says, in no other language, when two change one entry of its catalogue.</summary>
    private const string ConcurrentChange = "tuple concurrently ";

    /// <summary>What the runtime says when the driver does not accept a certificate.</summary>
    private const string CertificateIsRefused = "RemoteCertificateValidationCallback";

    /// <summary>Why the database cannot be used, in one line for whoever starts the server; not for callers.</summary>
    /// <param name="cause">What was thrown.</param>
    /// <param name="target">Where the database was looked for.</param>
    public static string ForOperator(Exception cause, NpgsqlConnectionStringBuilder target)
    {
        var isOne = !target.Host!.Contains(',', StringComparison.Ordinal);
        var server = isOne ? $"{target.Host}:{target.Port}" : target.Host;
        return cause switch
        {
            PostgresException { SqlState: PostgresErrorCodes.InvalidPassword } =>
                $"The server {server} refused the password of user \"{target.Username}\".",
            PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
                $"The server {server} has no database \"{target.Database ?? target.Username}\".",
            PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } =>
                $"The server {server} has no connection left.",
            PostgresException refusal => $"The server {server} refused: {refusal.MessageText}.",
            SocketException
            {
                SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain,
            } => $"There is no host \"{target.Host}\".",
            SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
                $"Nothing answers at {server}: the connection was refused.",
            SocketException other => $"The server {server} cannot be reached: {other.Message}.",
            AuthenticationException { Message: var said } when said.Contains(
                CertificateIsRefused, StringComparison.Ordinal) =>
                $"The certificate of the server {server} is not trusted, or not for that host.",
            AuthenticationException tls => $"There is no TLS connection to the server {server}: {tls.Message}",
            TimeoutException or OperationCanceledException => $"The server {server} did not answer in time.",
            { InnerException: { } inner } => ForOperator(inner, target),
            _ => $"The server {server} cannot be used: {cause.Message}",
        };
    }

    /// <summary>What a failure to get a connection means.</summary>
    internal static Exception WhileConnecting(Exception cause, CancellationToken stop)
    {
        if (stop.IsCancellationRequested && cause is OperationCanceledException) return GivenUp(cause, stop);
        return cause.Message.StartsWith(PoolIsExhausted, StringComparison.Ordinal)
            ? Unavailable("No connection to the database became free in time.").AsException(cause)
            : Unavailable("The database is not reachable.").AsException(cause);
    }

    /// <summary>What a failure while statements run or results are read means.</summary>
    internal static Exception WhileRunning(Exception cause, CancellationToken stop) => cause switch
    {
        OperationCanceledException when stop.IsCancellationRequested => GivenUp(cause, stop),
        _ when IsCancellation(cause) => SqlStates.TooSlow.AsException(cause),
        PostgresException refusal => SqlStates.FailureOf(refusal).AsException(cause),
        _ when IsLostConnection(cause) => Unavailable("The connection to the database was lost.").AsException(cause),
        _ => new Failure(FailureCode.Internal, "The database's answer was not understood.").AsException(cause),
    };

    /// <summary>What a failure of the commit means.</summary>
    internal static Exception WhileCommitting(Exception cause, CancellationToken stop) =>
        cause is not PostgresException && IsLostConnection(cause)
            ? Unavailable("The connection to the database was lost, and whether the changes were stored is not known.")
                .AsException(cause)
            : WhileRunning(cause, stop);

    /// <summary>Whether it was this side that ended the statement, in time's or the caller's name.</summary>
    internal static bool IsCancellation(Exception cause) =>
        cause is OperationCanceledException or NpgsqlException { InnerException: TimeoutException };

    /// <summary>Whether the connection broke for a reason that has nothing to do with the statement.</summary>
    internal static bool IsLostConnection(Exception cause) => cause switch
    {
        PostgresException { SqlState: var state } =>
            state.StartsWith("57P", StringComparison.Ordinal) || state.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException { InnerException: TimeoutException } => false,
        NpgsqlException or IOException or SocketException => true,

        // The driver throws the bare type, and nothing below it, when messages do not follow each other as they should.
        _ => cause.GetType() == typeof(Exception),
    };

    /// <summary>
    /// Whether an error says nothing about a file's SQL, such as a conflict, a lock that others hold, or a lack of
    /// connections: the same may go well later.
    /// </summary>
    internal static bool MayPass(PostgresException error) =>
        IsLostConnection(error)
        || error.SqlState[..2] is "28" or "40" or "53" or "57"
        || error.SqlState == "55P03"
        || (error.SqlState == "XX000" && error.MessageText.StartsWith(ConcurrentChange, StringComparison.Ordinal));

    private static OperationCanceledException GivenUp(Exception cause, CancellationToken stop) =>
        new("The caller gave up.", cause, stop);

    private static Failure Unavailable(string message) => new(FailureCode.DatabaseUnavailable, message);
}
