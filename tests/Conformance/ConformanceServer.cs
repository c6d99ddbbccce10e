using System.Data.Common;
using Relata.Support;

namespace Relata.Conformance;

/// <summary>A server over a fresh database with the seed in it; the fixture of one class of tests.</summary>
/// <remarks>
/// It starts when it is first spoken to, and not as a fixture is usually made: a database that is missing then skips
/// the tests in place of failing them.
/// </remarks>
public abstract class ConformanceServer : IAsyncDisposable
{
    private readonly SemaphoreSlim starting = new(1);
    private RelataProcess? behind;
    private RelataProcess? process;

    /// <summary>The schema that the tables are in, as it stands before their names.</summary>
    public abstract string Schema { get; }

    /// <summary>The first instant of the seed, which is as early as the database has them.</summary>
    public virtual string FirstInstant => "0001-01-01T00:00:00Z";

    /// <summary>The last instant of the seed, which is as late as the database has them.</summary>
    public virtual string LastInstant => "9999-12-31T23:59:59.999999Z";

    /// <summary>An answer about the seed, with the instants that the database has.</summary>
    public string Seeded(string answer) => answer
        .Replace("0001-01-01T00:00:00Z", FirstInstant, StringComparison.Ordinal)
        .Replace("9999-12-31T23:59:59.999999Z", LastInstant, StringComparison.Ordinal);

    /// <summary>The first day of a year that has not come, in which the database has instants.</summary>
    public virtual string DayToCome => "2099-01-01";

    /// <summary>
    /// Whether there are infinite numbers and days, days before Christ and after the year 9999, and instants before
    /// 1970.
    /// </summary>
    public virtual bool HasInfinity => true;

    /// <summary>
    /// Whether a statement may delete rows that point at each other: foreign keys are looked at when it is done.
    /// </summary>
    public virtual bool ChecksKeysAtTheEnd => true;

    /// <summary>What the database calls a type of the standard in messages.</summary>
    public virtual string TypeName(string standard) => standard;

    /// <summary>The text of the configuration file; null for none.</summary>
    protected virtual string? Configuration => null;

    /// <summary>Whether a further server stands in front of the one over the database, and is the one that is asked.</summary>
    protected virtual bool HasFront => false;

    /// <summary>The files of SQL that it serves; null for none.</summary>
    public FunctionFolder? Functions { get; protected init; }

    /// <summary>The text of the configuration file of a server in front; null for none.</summary>
    protected virtual string? FrontConfiguration => null;

    /// <summary>
    /// Whether a list or row is asked for twice, to be the same: where what was asked before goes another way than what
    /// is new.
    /// </summary>
    public virtual bool IsAskedAgain(string target) => false;

    /// <summary>Further arguments of the server.</summary>
    protected virtual IEnumerable<string> Arguments => [];

    /// <summary>A connection of the driver's own to the same database, not yet open.</summary>
    public abstract DbConnection Connect();

    /// <summary>The database's URL as the server takes it; empty before it is made.</summary>
    public string Url { get; private set; } = "";

    /// <summary>The running server.</summary>
    public async ValueTask<RelataProcess> ProcessAsync(CancellationToken stop)
    {
        if (process is not null) return process;
        await starting.WaitAsync(stop);
        try
        {
            if (process is not null) return process;
            Url = await CreateDatabaseAsync(stop);
            var server = await RelataProcess.StartAsync(
                Url, Configuration, [.. Functions is null ? [] : new[] { "--functions", Functions.Path }, .. Arguments],
                stop: stop);
            if (!HasFront) return process = server;
            behind = server;
            return process = await RelataProcess.StartFrontAsync(
                new Uri(behind.Client.BaseAddress!, "/ex"), FrontConfiguration, stop);
        }
        finally
        {
            starting.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (process is not null) await process.DisposeAsync();
        if (behind is not null) await behind.DisposeAsync();
        await DropDatabaseAsync();
        Functions?.Dispose();
        starting.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes the database and runs <see cref="SeedScript"/> in it.</summary>
    /// <returns>Its URL as the server takes it.</returns>
    protected abstract Task<string> CreateDatabaseAsync(CancellationToken stop);

    /// <summary>Removes the database, if it was made.</summary>
    protected abstract ValueTask DropDatabaseAsync();
}
