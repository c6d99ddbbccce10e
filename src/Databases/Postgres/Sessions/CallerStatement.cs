using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;
using Relata.Model.Callers;
using Relata.Model.Failures;

namespace Relata.Databases.Postgres.Sessions;

/// <summary>
/// The statement that makes a transaction a caller's: settings, and behind them the role, as <c>SET LOCAL</c> would do
/// it, but with everything in parameters (manual, "System Administration Functions", <c>set_config</c>). All of it ends
/// with the transaction, however that ends.
/// </summary>
internal static class CallerStatement
{
    private const string Role = "role";

    /// <summary>
    /// What takes the role of the connection back (manual, SET ROLE). Nobody else is called so: the name is reserved.
    /// </summary>
    private const string NoRole = "none";

    /// <summary>
    /// The server's function in which it refuses what is no role, or none that the connection may take.
    /// </summary>
    private const string Check = "call_string_check_hook";

    private static readonly ConcurrentDictionary<int, string> Texts = [];

    /// <summary>Refuses a role that is none, before anything is sent.</summary>
    public static void Require(Caller? caller)
    {
        if (caller?.Role == NoRole) throw IsNotTaken(NoRole).AsException();
    }

    /// <summary>The text for a caller, which depends on the number of values only; null when there are none.</summary>
    public static string? TextFor(Caller caller)
    {
        var count = caller.Settings.Count + (caller.Role is null ? 0 : 1);
        return count == 0 ? null : Texts.GetOrAdd(count, Write);
    }

    /// <summary>Its values in their order: a name, what it is set to, and so on.</summary>
    public static IEnumerable<string> ValuesOf(Caller caller)
    {
        foreach (var (name, value) in caller.Settings)
        {
            yield return name;
            yield return value;
        }

        if (caller.Role is not { } role) yield break;
        yield return Role;
        yield return role;
    }

    /// <summary>What it means that the server refused the statement.</summary>
    public static Failure FailureOf(Caller caller, PostgresException error) =>
        caller.Role is { } role && error.Routine == Check ? IsNotTaken(role) : SqlStates.FailureOf(error);

    /// <summary>Whether a role is there and may be taken by the connection's is the same "no" to a caller.</summary>
    private static Failure IsNotTaken(string role) =>
        new(FailureCode.Forbidden, $"The role \"{role}\" does not exist, or the server may not act as it.");

    private static string Write(int count) => "SELECT " + string.Join(", ", Enumerable.Range(0, count).Select(
        i => string.Create(
            CultureInfo.InvariantCulture, $"pg_catalog.set_config(${(2 * i) + 1}, ${(2 * i) + 2}, true)")));
}
