namespace Relata.Execution;

/// <summary>
/// The results of a run, read forwards, once; a cell goes from the driver's buffer to a <see cref="CellSink"/> without
/// an object for the row.
/// </summary>
/// <remarks>Not for concurrent use. Failures are those of <see cref="ISessionSource"/>, at every step.</remarks>
public abstract class Rows : RowCells, IAsyncDisposable
{
    /// <summary>
    /// Moves to the result of the next statement that returns rows, the first time to that of the first; false when
    /// there is none. What was not read of the last result is passed over.
    /// </summary>
    public abstract ValueTask<bool> NextResultAsync(CancellationToken stop);

    /// <summary>Moves to the next row of the current result; false after the last.</summary>
    public abstract ValueTask<bool> NextRowAsync(CancellationToken stop);

    /// <summary>A cell of the current row as an integer; for counts.</summary>
    public abstract long ReadInt64(int cell);

    /// <summary>Runs and reads what is left, and answers how many rows the statements changed in all.</summary>
    public abstract ValueTask<long> EndAsync(CancellationToken stop);

    /// <summary>Gives the connection back, or leaves it to the transaction in which the results were read.</summary>
    public abstract ValueTask DisposeAsync();
}
