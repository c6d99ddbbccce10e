namespace Relata.Execution.Tests;

/// <summary>One row with the number 42 for each statement.</summary>
internal sealed class FakeRows(int statements, Fault? fault) : Rows
{
    private int result;
    private bool isOnRow;

    public bool IsDisposed { get; private set; }

    public override ValueTask<bool> NextResultAsync(CancellationToken stop)
    {
        fault?.ThrowAt(FaultPlace.Rows);
        isOnRow = false;
        return ValueTask.FromResult(++result <= statements);
    }

    public override ValueTask<bool> NextRowAsync(CancellationToken stop) => ValueTask.FromResult(isOnRow = !isOnRow);

    public override bool IsNull(int cell) => false;

    public override void WriteCell(int cell, CellSink sink) => sink.Integer(42);

    public override ListRows OpenList(int list) => throw new NotSupportedException();

    public override long ReadInt64(int cell) => isOnRow ? 42 : throw new InvalidOperationException("There is no row.");

    public override ValueTask<long> EndAsync(CancellationToken stop) => ValueTask.FromResult((long)statements);

    public override ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }
}
