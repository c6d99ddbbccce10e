using Npgsql;

namespace Relata.Databases.Postgres.Sessions;

/// <summary>Sets the driver up.</summary>
/// <remarks>
/// Nothing here needs a command-line option of the server (<c>options=-c …</c>): poolers such as PgBouncer refuse it.
/// </remarks>
public static class PostgresDataSource
{
    /// <summary>How much longer than a statement may run the driver waits for the network.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The driver takes no longer time for connecting, in seconds.</summary>
    private const int LongestTimeout = 1024;

    /// <summary>A pool of connections to a database; connects to nothing yet.</summary>
    /// <param name="connection">Where the database is and who asks; stays as it is.</param>
    /// <param name="options">Numbers and times.</param>
    public static NpgsqlDataSource Create(NpgsqlConnectionStringBuilder connection, PostgresSessionOptions options) =>
        new NpgsqlDataSourceBuilder(SettingsOf(connection, options).ConnectionString).Build();

    private static NpgsqlConnectionStringBuilder SettingsOf(
        NpgsqlConnectionStringBuilder connection, PostgresSessionOptions options) =>
        new(connection.ConnectionString)
        {
            Pooling = true,
            MaxPoolSize = options.MaxConnections,
            MinPoolSize = Math.Min(connection.MinPoolSize, options.MaxConnections),
            Timeout = connection.ShouldSerialize(nameof(connection.Timeout))
                ? connection.Timeout
                : Math.Min(Seconds(options.ConnectionTimeout), LongestTimeout),
            CommandTimeout = options.StatementTimeout == Timeout.InfiniteTimeSpan
                ? 0
                : Seconds(options.StatementTimeout + Patience),
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            ApplicationName = connection.ApplicationName ?? "relata",
            IncludeErrorDetail = false,

            // Statements cast some types to text, which then looks the same on every server.
            Timezone = "UTC",
            Enlist = false,

            // No statement changes its session, so there is nothing to undo between two runs; it would take as long as
            // a short statement.
            NoResetOnClose = true,
        };

    /// <summary>One connection beside the pool, which watches the schema; connects to nothing yet.</summary>
    /// <param name="connection">Where the database is and who asks; stays as it is.</param>
    /// <param name="options">Numbers and times.</param>
    public static NpgsqlDataSource CreateForWatching(
        NpgsqlConnectionStringBuilder connection, PostgresSessionOptions options)
    {
        var settings = SettingsOf(connection, options);
        settings.Pooling = false;
        settings.ApplicationName += " schema";
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }

    private static int Seconds(TimeSpan time) => Math.Max(1, (int)Math.Ceiling(time.TotalSeconds));
}
