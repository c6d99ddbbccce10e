namespace Relata.Databases.MySql.Sessions;

/// <summary>How many connections MariaDB gets and how long anything may take on them.</summary>
public sealed record MySqlSessionOptions
{
    /// <summary>How many connections there are at most.</summary>
    /// <value>The default value is twice the number of cores, at least 4.</value>
    public int MaxConnections { get; init; } = Math.Max(4, 2 * Environment.ProcessorCount);

    /// <summary>How long a statement may run until its first row, or until its end when it returns none.</summary>
    /// <value>The default value is 30 seconds; <see cref="Timeout.InfiniteTimeSpan"/> sets no limit.</value>
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a run waits for a connection to become free.</summary>
    /// <value>The default value is 10 seconds.</value>
    public TimeSpan ConnectionTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many prepared statements a connection keeps before another one takes its place.</summary>
    /// <value>The default value is 512.</value>
    public int KeptStatements { get; init; } = 512;
}
