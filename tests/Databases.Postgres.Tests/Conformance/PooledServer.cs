using Relata.Conformance;
using Relata.Support;

namespace Relata.Databases.Postgres.Tests.Conformance;

/// <summary>A server that speaks to PostgreSQL through a PgBouncer with two sessions.</summary>
public class PooledServer : PostgresServer
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

/// <summary>Such a server whose <c>PUT</c> creates what is not there.</summary>
public sealed class PooledCreatingServer : PooledServer
{
    /// <inheritdoc/>
    protected override string Configuration => PutCreatesSpec.Configuration;
}

public sealed class PooledAggregateTests(PooledServer server) : AggregateSpec(server), IClassFixture<PooledServer>;

public sealed class PooledBatchTests(PooledServer server) : BatchSpec(server), IClassFixture<PooledServer>;

public sealed class PooledClaimTests(PooledServer server) : ClaimSpec(server), IClassFixture<PooledServer>;

public sealed class PooledCountTests(PooledServer server) : CountSpec(server), IClassFixture<PooledServer>;

public sealed class PooledCursorTests(PooledServer server) : CursorSpec(server), IClassFixture<PooledServer>;

public sealed class PooledDeleteTests(PooledServer server) : DeleteSpec(server), IClassFixture<PooledServer>;

public sealed class PooledEmbedTests(PooledServer server) : EmbedSpec(server), IClassFixture<PooledServer>;

public sealed class PooledEmbedOnWriteTests(PooledServer server)
    : EmbedOnWriteSpec(server), IClassFixture<PooledServer>;

public sealed class PooledInsertTests(PooledServer server) : InsertSpec(server), IClassFixture<PooledServer>;

public sealed class PooledPutCreatesTests(PooledCreatingServer server)
    : PutCreatesSpec(server), IClassFixture<PooledCreatingServer>;

public sealed class PooledReadTests(PooledServer server) : ReadSpec(server), IClassFixture<PooledServer>;

public sealed class PooledUpdateTests(PooledServer server) : UpdateSpec(server), IClassFixture<PooledServer>;

public sealed class PooledUpdateEachTests(PooledServer server) : UpdateEachSpec(server), IClassFixture<PooledServer>;

public sealed class PooledUpsertTests(PooledServer server) : UpsertSpec(server), IClassFixture<PooledServer>;
