namespace Relata.Databases.Postgres.Sessions;

/// <summary>Which way reads go to PostgreSQL. Whatever writes goes over Npgsql.</summary>
public enum PostgresReads
{
    /// <summary>Over Relata's own connections where that serves, else over Npgsql.</summary>
    Wire,

    /// <summary>Over Npgsql.</summary>
    Npgsql,
}
