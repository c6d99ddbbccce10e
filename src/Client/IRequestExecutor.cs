namespace Relata.Client;

/// <summary>Runs requests somewhere: on a database, on a server, or wherever a program of its own says.</summary>
public interface IRequestExecutor : IAsyncDisposable
{
    /// <summary>Runs requests in one transaction.</summary>
    /// <param name="batch">The requests; one by itself is a batch of one.</param>
    /// <param name="stop">Cancels them.</param>
    /// <returns>
    /// The rows of the last request as an array of JSON objects in UTF-8, which its reader disposes; where the batch
    /// wants those of each, an array of such arrays. Those of a query
    /// by itself come while they are read; any write is committed by then.
    /// </returns>
    /// <exception cref="Relata.Model.Failures.FailureException">The requests are refused, and nothing of them
    /// stays.</exception>
    Task<Stream> ExecuteAsync(Batch batch, CancellationToken stop);
}
