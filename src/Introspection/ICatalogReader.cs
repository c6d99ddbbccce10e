namespace Relata.Introspection;

/// <summary>Reads a database's catalogue in a fixed number of round trips, whatever the number of tables.</summary>
public interface ICatalogReader
{
    /// <summary>Reads what is exposed.</summary>
    /// <param name="schemas">The schemas to expose, the default one first; empty means the database's own
    /// default.</param>
    /// <param name="stop">Cancels the reading.</param>
    /// <exception cref="Relata.Model.Failures.FailureException">The database cannot be reached, or has no such
    /// schema.</exception>
    ValueTask<Catalog> ReadAsync(IReadOnlyList<string> schemas, CancellationToken stop);
}
