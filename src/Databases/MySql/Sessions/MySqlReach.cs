using System.Net.Sockets;
using System.Security.Authentication;
using Relata.Model.Failures;

namespace Relata.Databases.MySql.Sessions;

/// <summary>
/// Says to the operator, who waits for the start, why a server cannot be used: more than a caller would be told.
/// </summary>
internal static class MySqlReach
{
    /// <summary>One line.</summary>
    public static string ForOperator(FailureException failure, MySqlAddress address)
    {
        var server = $"The server {address.Host}:{address.Port}";
        if (failure.Failure.Code == FailureCode.StatementTimeout) return $"{server} did not answer in time.";
        return failure.InnerException is { } cause ? Of(cause, address, server) : failure.Message;
    }

    private static string Of(Exception cause, MySqlAddress address, string server) => cause switch
    {
        AuthenticationException => $"The certificate of the server {address.Host}:{address.Port} is not trusted, "
            + "or not for that host.",
        SocketException
        {
            SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain,
        } => $"There is no host \"{address.Host}\".",
        FileNotFoundException or DirectoryNotFoundException => $"{server} cannot be used: {cause.Message}",
        { InnerException: AuthenticationException or SocketException or IOException } =>
            Of(cause.InnerException, address, server),
        { Message: var said } => MySqlDriver.NumberOf(cause) switch
        {
            1045 or 1698 => $"{server} refused user \"{address.User}\", the password or the kind of connection.",
            1044 => $"{server} does not let user \"{address.User}\" use the database \"{address.Database}\".",
            1049 => $"{server} has no database \"{address.Database}\".",
            1040 or 1203 or 1226 => $"{server} has no connection left.",
            1042 when said.Contains("Timeout", StringComparison.Ordinal) => $"{server} did not answer in time.",
            1042 when said.Contains("SSL", StringComparison.Ordinal) => $"{server} takes no encrypted connections.",
            1042 when said.Contains("hosts", StringComparison.Ordinal) =>
                $"Nothing answers at {address.Host}:{address.Port}.",
            _ => $"{server} cannot be used: {said}",
        },
    };
}
