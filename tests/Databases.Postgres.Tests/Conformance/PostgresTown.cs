using System.Data.Common;
using Npgsql;
using Relata.Conformance;
using Relata.Support;

namespace Relata.Databases.Postgres.Tests.Conformance;

/// <summary>A server over a PostgreSQL database with the town in it, which knows instants in UTC.</summary>
public sealed class PostgresTown : ConformanceServer
{
    private Support.PostgresDatabase? database;

    /// <inheritdoc/>
    public override string Schema => "public";

    /// <inheritdoc/>
    public override DbConnection Connect() => new NpgsqlConnection($"{database!.ConnectionString};Timezone=UTC");

    /// <inheritdoc/>
    protected override async Task<string> CreateDatabaseAsync(CancellationToken stop)
    {
        var script = $"SET TIME ZONE 'UTC'; {DifferentialSpec.Script}; ANALYZE";
        database = await TestPostgres.CreateDatabaseAsync(script, stop);
        return database.Url;
    }

    /// <inheritdoc/>
    protected override async ValueTask DropDatabaseAsync()
    {
        if (database is not null) await database.DisposeAsync();
    }
}
