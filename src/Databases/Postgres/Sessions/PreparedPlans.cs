using System.Data;
using Npgsql;

namespace Relata.Databases.Postgres.Sessions;

/// <summary>The statements that the driver prepared by itself, and when it has to forget them.</summary>
internal static class PreparedPlans
{
    /// <summary>
    /// Whether a statement failed because a table has changed since it was prepared. The server says so in words
    /// ("cached plan must not change result type"), which it translates, and by the function that says it.
    /// </summary>
    public static bool AreStale(Exception cause) => cause is PostgresException
    {
        SqlState: PostgresErrorCodes.FeatureNotSupported,
        Routine: "RevalidateCachedQuery",
    };

    /// <summary>
    /// Whether a statement may have failed for the types that its parameters had when it was prepared: a column may
    /// have another one now. What fails inside a function, which says where, has no parameters of ours.
    /// </summary>
    public static bool MayBeStale(Exception cause) =>
        AreStale(cause)
        || cause is PostgresException { Where: null or "" } error && SqlStates.IsAboutTypes(error.SqlState);

    /// <summary>
    /// Makes a connection usable after a failure. When a statement fails before it is executed, while the driver is
    /// preparing it, the driver believes in a prepared statement that does not exist, and the next run breaks the
    /// connection. Constraints, conflicts and cancellations come later than that.
    /// </summary>
    public static async ValueTask ForgetAsync(NpgsqlConnection connection, PostgresCommand command, Exception cause)
    {
        if (cause is not PostgresException { SqlState: var state } || connection.State != ConnectionState.Open) return;
        if (state.StartsWith("23", StringComparison.Ordinal)
            || state.StartsWith("40", StringComparison.Ordinal)
            || state.StartsWith("57", StringComparison.Ordinal)) return;

        try
        {
            // A failed transaction refuses everything else.
            if (command.IsTransaction)
            {
                await using var rollback = new NpgsqlCommand("ROLLBACK", connection);
                await rollback.ExecuteNonQueryAsync();
            }

            // There is no asynchronous form.
            connection.UnprepareAll();
        }
        catch (NpgsqlException)
        {
            // The connection is lost, and the pool finds out by itself.
        }
    }
}
