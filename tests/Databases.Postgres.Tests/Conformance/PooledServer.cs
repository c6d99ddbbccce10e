using Relata.Conformance;
using Relata.Support;

namespace Relata.Databases.Postgres.Tests.Conformance;

/// <summary>A server that speaks to PostgreSQL through a PgBouncer with two sessions.</summary>
public sealed class PooledServer : PostgresServer
{
    private PgBouncer? pooler;

    /// <inheritdoc/>
    protected override async Task<string> CreateDatabaseAsync(CancellationToken stop)
    {
        var url = await base.CreateDatabaseAsync(stop);
        pooler = await PgBouncer.StartAsync(ConnectionString, sessions: 2, stop);
        return pooler.Through(url);
    }

    /// <inheritdoc/>
    protected override async ValueTask DropDatabaseAsync()
    {
        if (pooler is not null) await pooler.DisposeAsync();
        await base.DropDatabaseAsync();
    }
}

public sealed class PooledCountTests(PooledServer server) : CountSpec(server), IClassFixture<PooledServer>;

public sealed class PooledDeleteTests(PooledServer server) : DeleteSpec(server), IClassFixture<PooledServer>;

public sealed class PooledEmbedTests(PooledServer server) : EmbedSpec(server), IClassFixture<PooledServer>;

public sealed class PooledInsertTests(PooledServer server) : InsertSpec(server), IClassFixture<PooledServer>;

public sealed class PooledReadTests(PooledServer server) : ReadSpec(server), IClassFixture<PooledServer>;

public sealed class PooledUpdateTests(PooledServer server) : UpdateSpec(server), IClassFixture<PooledServer>;
