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

    private readonly Lock publishing = new();
    private volatile DatabaseSchema? current;

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

    /// <summary>Reads the schema anew. When that fails, the current snapshot stays.</summary>
    /// <returns>The current snapshot: of two reloads at once, that of the one that started last.</returns>
    public async ValueTask<DatabaseSchema> ReloadAsync(CancellationToken stop)
    {
        var version = Interlocked.Increment(ref lastVersion);
        var catalog = await reader.ReadAsync(schemas, stop);
        var built = SchemaBuilder.Build(catalog, filter, version, conventions);
        lock (publishing)
        {
            if (current is { } other && other.Version > version) return other;
            current = built;
            MissingNames = [.. filter.NamesMissingIn(catalog).Union(conventions?.NamesMissingIn(catalog) ?? [])];
            return built;
        }
    }
}
