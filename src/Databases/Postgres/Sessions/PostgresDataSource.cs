using Npgsql;

namespace Relata.Databases.Postgres.Sessions;

/// <summary>Sets the driver up.</summary>
/// <remarks>
/// Nothing here needs a command-line option of the server (<c>options=-c …</c>): poolers such as PgBouncer refuse it.
/// </remarks>
public static class PostgresDataSource
{
    /// <summary>The name by which the server knows connections that have no other.</summary>
    public const string ApplicationName = "relata";

    /// <summary>How much longer than a statement may run the driver waits for the network.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The driver takes no longer time for connecting, in seconds.</summary>
    private const int LongestTimeout = 1024;

    /// <summary>
    /// For how many seconds the driver believes what it knows of a host: that it is away, or a standby.
    /// </summary>
    private const int BeliefInHosts = 2;

    /// <summary>A pool of connections to a database; connects to nothing yet.</summary>
    /// <param name="connection">Where the database is and who asks; stays as it is.</param>
    /// <param name="options">Numbers and times.</param>
    /// <param name="prepares">Whether statements that are used twice are prepared.</param>
    public static NpgsqlDataSource Create(
        NpgsqlConnectionStringBuilder connection, PostgresSessionOptions options, bool prepares = true)
    {
        var settings = SettingsOf(connection, options);
        settings.MaxAutoPrepare = prepares ? 100 : 0;
        return Build(settings);
    }

    /// <summary>
    /// A pool of connections that are reset when they are used again, since statements may have changed them; connects
    /// to nothing yet.
    /// </summary>
    /// <param name="connection">Where the database is and who asks; stays as it is.</param>
    /// <param name="options">Numbers and times.</param>
    /// <param name="isDirect">
    /// Whether connections are sessions: a pooler would reset whichever session it has at hand.
    /// </param>
    internal static NpgsqlDataSource CreateForFiles(
        NpgsqlConnectionStringBuilder connection, PostgresSessionOptions options, bool isDirect)
    {
        var settings = SettingsOf(connection, options);
        settings.MinPoolSize = 0;
        settings.MaxAutoPrepare = isDirect ? 100 : 0;
        settings.NoResetOnClose = !isDirect;
        return Build(settings);
    }

    /// <summary>
    /// Connections beside the pool, for the catalogue: to the primary, or while that is away to a standby. Connects to
    /// nothing yet.
    /// </summary>
    /// <param name="connection">Where the database is and who asks; stays as it is.</param>
    /// <param name="options">Numbers and times.</param>
    public static NpgsqlDataSource CreateForCatalog(
        NpgsqlConnectionStringBuilder connection, PostgresSessionOptions options)
    {
        var settings = SettingsOf(connection, options);
        settings.Pooling = false;
        settings.ApplicationName += " schema";
        var source = Build(settings);
        return source is NpgsqlMultiHostDataSource hosts
            ? hosts.WithTargetSession(TargetSessionAttributes.PreferPrimary)
            : source;
    }

    /// <summary>Connections beside the pool, to the primary; nothing is prepared. Connects to nothing yet.</summary>
    /// <param name="connection">Where the database is and who asks; stays as it is.</param>
    /// <param name="options">Numbers and times.</param>
    internal static NpgsqlDataSource CreateBeside(
        NpgsqlConnectionStringBuilder connection, PostgresSessionOptions options)
    {
        var settings = SettingsOf(connection, options);
        settings.Pooling = false;
        var source = Build(settings);
        return source is NpgsqlMultiHostDataSource hosts
            ? hosts.WithTargetSession(TargetSessionAttributes.Primary)
            : source;
    }

    /// <summary>
    /// Connections that read numbers and texts and nothing else: the driver's own questions about types do not survive
    /// every search path.
    /// </summary>
    /// <param name="connection">Where the database is and who asks; stays as it is.</param>
    /// <param name="options">Numbers and times.</param>
    internal static NpgsqlDataSource CreateForFirstContact(
        NpgsqlConnectionStringBuilder connection, PostgresSessionOptions options)
    {
        var settings = SettingsOf(connection, options);
        settings.Pooling = false;
        return Build(settings, loadsTypes: false);
    }

    private static NpgsqlDataSource Build(NpgsqlConnectionStringBuilder settings, bool loadsTypes = true)
    {
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        if (!loadsTypes) builder.ConfigureTypeLoading(static loading => loading.EnableTypeLoading(false));
        return settings.Host!.Contains(',', StringComparison.Ordinal) ? builder.BuildMultiHost() : builder.Build();
    }

    /// <summary>The settings of connections, with what every one of them has.</summary>
    internal static NpgsqlConnectionStringBuilder SettingsOf(
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
            AutoPrepareMinUsages = 2,
            HostRecheckSeconds = BeliefInHosts,
            ApplicationName = connection.ApplicationName ?? ApplicationName,
            IncludeErrorDetail = false,

            // Statements cast some types to text, which then looks the same on every server.
            Timezone = "UTC",
            Enlist = false,

            // No statement of our own changes its session, so there is nothing to undo between two runs; it would take
            // as long as a short statement.
            NoResetOnClose = true,
        };

    private static int Seconds(TimeSpan time) => Math.Max(1, (int)Math.Ceiling(time.TotalSeconds));
}
