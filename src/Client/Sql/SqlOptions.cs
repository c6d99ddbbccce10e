using Relata.Planning;

namespace Relata.Client.Sql;

/// <summary>
/// What a client that speaks to a database itself keeps to; the defaults are those of the server, save that of <see
/// cref="MaxConnections"/>.
/// </summary>
public sealed record SqlOptions
{
    /// <summary>
    /// The schemas whose tables can be named, the default one first; empty means the database's own default.
    /// </summary>
    public IReadOnlyList<string> Schemas { get; init; } = [];

    /// <summary>
    /// How much one request may ask for; without a limit of its own a query answers <see cref="Limits.DefaultRows"/>.
    /// </summary>
    public Limits Limits { get; init; } = new();

    /// <summary>The most requests of a batch.</summary>
    /// <value>The default value is 1000, that of the server.</value>
    public int MaxBatchRequests { get; init; } = 1000;

    /// <summary>The most connections at the same time.</summary>
    /// <value>The default value is 20, on every machine.</value>
    public int MaxConnections { get; init; } = 20;

    /// <summary>How long a statement may run until its first row, or until its end when it returns none.</summary>
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
