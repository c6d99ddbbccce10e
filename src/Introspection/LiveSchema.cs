using Relata.Model.Failures;
using Relata.Model.Schema;

namespace Relata.Introspection;

/// <summary>Holds the current snapshot of one database and replaces it when asked.</summary>
/// <param name="reader">Reads the catalogue.</param>
/// <param name="schemas">The schemas to expose, the default one first; empty means the database's own default.</param>
/// <param name="filter">Which of their tables to expose.</param>
/// <param name="conventions">Which tables keep which conventions; null means that all keep all.</param>
public sealed class LiveSchema(
    ICatalogReader reader, IReadOnlyList<string> schemas, TableFilter filter, TableConventions? conventions = null)
{
    private static int lastVersion;

    private readonly Lock asking = new();
    private Task last = Task.CompletedTask;
    private Task<DatabaseSchema>? next;
    private volatile DatabaseSchema? current;
    private string content = "";

    /// <summary>Runs before another snapshot takes the place of the current one.</summary>
    public Action Replacing { get; init; } = static () => { };

    /// <summary>The schemas to expose, the default one first; empty means the database's own default.</summary>
    public IReadOnlyList<string> Schemas => schemas;

    /// <summary>The current snapshot. A call takes it once and uses it to its end.</summary>
    /// <exception cref="FailureException">The schema has not been read yet.</exception>
    public DatabaseSchema Snapshot => current
        ?? throw new Failure(FailureCode.DatabaseUnavailable, "The database's schema has not been read yet.")
            .AsException();

    /// <summary>The names in the lists of tables that no table has, as of the last reading.</summary>
    public IReadOnlyList<string> MissingNames { get; private set; } = [];

    /// <summary>Reads the schema unless that has been done.</summary>
    /// <returns>The current snapshot.</returns>
    public async ValueTask<DatabaseSchema> LoadAsync(CancellationToken stop) => current ?? await ReloadAsync(stop);

    /// <summary>
    /// Reads the schema anew. When that fails, or finds what is known already, the current snapshot stays.
    /// </summary>
    /// <remarks>
    /// One reading follows the other, and all who ask while one runs share the one after it: theirs has to begin after
    /// they asked.
    /// </remarks>
    /// <returns>The current snapshot.</returns>
    public async ValueTask<DatabaseSchema> ReloadAsync(CancellationToken stop)
    {
        Task<DatabaseSchema> shared;
        lock (asking) shared = next ??= ReadAfterAsync(last);
        return await shared.WaitAsync(stop);
    }

    /// <summary>Reads the schema anew unless a snapshot is no longer the current one.</summary>
    public async ValueTask<DatabaseSchema> ReloadAsync(DatabaseSchema stale, CancellationToken stop) =>
        current is { } other && other != stale ? other : await ReloadAsync(stop);

    private async Task<DatabaseSchema> ReadAfterAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (asking) (last, next) = (next!, null);
        return await ReadAsync();
    }

    /// <summary>Is no single caller's, so no caller cancels it; the driver has limits of its own.</summary>
    private async Task<DatabaseSchema> ReadAsync()
    {
        var catalog = await reader.ReadAsync(schemas, CancellationToken.None);
        var found = CatalogContent.Of(catalog);
        if (current is { } known && found == content) return known;
        var built = SchemaBuilder.Build(catalog, filter, Interlocked.Increment(ref lastVersion), conventions);
        MissingNames = [.. filter.NamesMissingIn(catalog).Union(conventions?.NamesMissingIn(catalog) ?? [])];
        if (current is not null) Replacing();
        (current, content) = (built, found);
        return built;
    }
}
