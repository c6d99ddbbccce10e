using Relata.Model.Failures;
using Relata.Model.Requests;

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

    /// <summary>Runs a statement in a database's own words, in a transaction of its own.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="stop">Cancels it.</param>
    /// <returns>Its rows as an array of JSON objects in UTF-8, which their reader disposes.</returns>
    /// <exception cref="FailureException">It is refused, and nothing of it stays; also where no such statements are
    /// run, as by an executor that does not implement this.</exception>
    Task<Stream> ExecSqlAsync(RawSql statement, CancellationToken stop) =>
        throw new Failure(FailureCode.NotApplicable, "This executor runs no statements in a database's own words.")
            .AsException();
}
