using System.Data.Common;
using Npgsql;
using Relata.Conformance;
using Relata.Support;

namespace Relata.Databases.Postgres.Tests.Conformance;

/// <summary>A server over a PostgreSQL database with the seed in it.</summary>
public class PostgresServer : ConformanceServer
{
    private Support.PostgresDatabase? database;

    /// <inheritdoc/>
    public override string Schema => "public";

    /// <inheritdoc/>
    /// <remarks>What is new is read over a connection of its own, and what is known to be short over a shared
    /// one.</remarks>
    public override bool IsAskedAgain(string target) =>
        !target.StartsWith("/__", StringComparison.Ordinal) && !target.StartsWith("/fn/", StringComparison.Ordinal);

    /// <inheritdoc/>
    /// <remarks>RELATA_TEST_POSTGRES_READS is the way on which reads go.</remarks>
    protected override IEnumerable<string> Arguments =>
        Environment.GetEnvironmentVariable("RELATA_TEST_POSTGRES_READS") is { Length: > 0 } way
            ? ["--postgres-reads", way]
            : [];

    /// <inheritdoc/>
    public override DbConnection Connect() => new NpgsqlConnection(database!.ConnectionString);

    /// <summary>The database as the driver takes it.</summary>
    protected string ConnectionString => database!.ConnectionString;

    /// <inheritdoc/>
    protected override async Task<string> CreateDatabaseAsync(CancellationToken stop)
    {
        database = await TestPostgres.CreateDatabaseAsync(SeedScript.For("postgres"), stop);
        return database.Url;
    }

    /// <inheritdoc/>
    protected override async ValueTask DropDatabaseAsync()
    {
        if (database is not null) await database.DisposeAsync();
    }
}
