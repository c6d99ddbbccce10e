namespace Relata.Databases.Sqlite.Sessions;

/// <summary>How many connections a SQLite file gets and how long anything may take on them.</summary>
public sealed record SqliteSessionOptions
{
    /// <summary>How many connections read at the same time, beside the one that writes.</summary>
    /// <value>The default value is twice the number of cores, at least 4.</value>
    public int Readers { get; init; } = Math.Max(4, 2 * Environment.ProcessorCount);

    /// <summary>How long a statement may run until its first row, or until its end when it returns none.</summary>
    /// <value>The default value is 30 seconds; <see cref="Timeout.InfiniteTimeSpan"/> sets no limit.</value>
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a run waits for a connection to become free.</summary>
    /// <value>The default value is 10 seconds.</value>
    public TimeSpan ConnectionTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a statement waits while another connection, also of another process, has the file locked.
    /// </summary>
    /// <value>The default value is 5 seconds.</value>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many prepared statements each connection keeps.</summary>
    /// <value>The default value is 128; the one that was not used for the longest time goes first.</value>
    public int KeptStatements { get; init; } = 128;
}
