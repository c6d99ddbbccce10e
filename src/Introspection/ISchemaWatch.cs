namespace Relata.Introspection;

/// <summary>Notices that a database's schema has changed.</summary>
public interface ISchemaWatch : IAsyncDisposable
{
    /// <summary>
    /// A text that is another one whenever what <see cref="ICatalogReader"/> reads has changed. It is cheap: it is
    /// asked for every second or so.
    /// </summary>
    /// <param name="schemas">The schemas to expose; empty means the database's own default.</param>
    /// <param name="stop">Cancels the asking.</param>
    /// <exception cref="Relata.Model.Failures.FailureException">The database does not answer.</exception>
    ValueTask<string> MarkAsync(IReadOnlyList<string> schemas, CancellationToken stop);

    /// <summary>
    /// Returns when so much time has passed, or as soon as the database says by itself that something changed.
    /// </summary>
    ValueTask WaitAsync(TimeSpan longest, CancellationToken stop);
}
