using Relata.Model.Requests;

namespace Relata.Execution;

/// <summary>
/// Runs statements that callers wrote: each in a transaction of its own, on a connection that nobody uses behind it,
/// because such a statement may leave anything there.
/// </summary>
public interface IRawSql
{
    /// <summary>The most bytes that the rows of a statement may have, because they are gathered.</summary>
    const int MostBytes = 64 * 1024 * 1024;

    /// <summary>Runs a statement, lets its result be read, and commits.</summary>
    /// <param name="statement">The statement, which neither begins nor ends a transaction.</param>
    /// <param name="mostRows">No more rows than one above this number are looked at.</param>
    /// <param name="read">
    /// Reads the rows, of which it gets the names of the columns, or none where the statement returns no rows, until
    /// its token says that their time is over. What it throws undoes everything.
    /// </param>
    /// <param name="stop">Cancels the statement.</param>
    /// <exception cref="Relata.Model.Failures.FailureException">It is refused, or takes longer with all of its rows
    /// than a statement may; nothing of it stays.</exception>
    ValueTask<T> RunAsync<T>(
        RawSql statement, long mostRows, Func<IReadOnlyList<string>, Rows, CancellationToken, ValueTask<T>> read,
        CancellationToken stop);
}
