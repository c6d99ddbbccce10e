namespace Relata.Databases.Postgres.Sessions;

/// <summary>
/// Whether a connection is a session of the server, or a pooler shares sessions out among connections.
/// </summary>
public enum PostgresPooler
{
    /// <summary>It is found out with the first connection.</summary>
    Unknown,

    /// <summary>A connection is a session from its start to its end, so it may keep prepared statements.</summary>
    Session,

    /// <summary>Each transaction may run in another session.</summary>
    Transaction,
}
