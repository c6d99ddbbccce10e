namespace Relata.Databases.Postgres.Sessions;

/// <summary>How many connections a PostgreSQL database gets and how long anything may take on them.</summary>
public sealed record PostgresSessionOptions
{
    /// <summary>How many connections there are at most.</summary>
    /// <value>The default value is 20; more rarely help, because each is a process of the server.</value>
    public int MaxConnections { get; init; } = 20;

    /// <summary>How long a statement may run until its first row, or until its end when it returns none.</summary>
    /// <value>The default value is 30 seconds; <see cref="Timeout.InfiniteTimeSpan"/> sets no limit.</value>
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a run waits for a connection, be it a new one or one that becomes free.</summary>
    /// <value>The default value is 10 seconds; it counts in whole seconds.</value>
    public TimeSpan ConnectionTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Which way reads go.</summary>
    /// <value>The default value is <see cref="PostgresReads.Wire"/>.</value>
    public PostgresReads Reads { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
