using Relata.Model.Failures;
using Relata.Sql;

namespace Relata.Execution.Tests;

/// <summary>A database that answers every statement with one row of one number, and fails as it is told.</summary>
internal sealed class FakeSessions : ISessionSource
{
    /// <summary>What the next tries end with, each at a place of its own; a try without a fault succeeds.</summary>
    public Queue<Fault> Faults { get; } = [];

    /// <summary>Every script that was prepared.</summary>
    public List<Script> Prepared { get; } = [];

    /// <summary>The rows of every run that was started.</summary>
    public List<FakeRows> Runs { get; } = [];

    public PreparedScript Prepare(Script script)
    {
        lock (Prepared) Prepared.Add(script);
        return new FakeScript(script);
    }

    public ValueTask<Rows> ReadAsync(ScriptRun run, CancellationToken stop) =>
        Start([run], Faults.TryDequeue(out var next) ? next : null);

    /// <summary>Every transaction that was begun.</summary>
    public List<FakeTransaction> Transactions { get; } = [];

    public ITransaction Begin()
    {
        Transactions.Add(new FakeTransaction(this, Faults.TryDequeue(out var next) ? next : null));
        return Transactions[^1];
    }

    public void ForgetSchema()
    {
    }

    public ValueTask PingAsync(CancellationToken stop) => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public ValueTask<Rows> Start(IReadOnlyList<ScriptRun> runs, Fault? fault)
    {
        fault?.ThrowAt(FaultPlace.Start);
        var rows = new FakeRows(runs.Sum(run => run.Prepared.Script.Statements.Count), fault);
        Runs.Add(rows);
        return ValueTask.FromResult<Rows>(rows);
    }

    private sealed class FakeScript(Script script) : PreparedScript(script);
}

/// <summary>A transaction that fails as it is told.</summary>
internal sealed class FakeTransaction(FakeSessions sessions, Fault? fault) : ITransaction
{
    /// <summary>How it ended.</summary>
    public string State { get; private set; } = "open";

    public ValueTask<Rows> RunAsync(IReadOnlyList<ScriptRun> runs, CancellationToken stop) => sessions.Start(runs, fault);

    public ValueTask CommitAsync(CancellationToken stop)
    {
        fault?.ThrowAt(FaultPlace.Commit);
        State = "committed";
        return ValueTask.CompletedTask;
    }

    public ValueTask RehearseAsync(CancellationToken stop)
    {
        State = "rehearsed";
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        if (State == "open") State = "undone";
        return ValueTask.CompletedTask;
    }
}

/// <summary>Where a run fails.</summary>
internal enum FaultPlace
{
    Start,
    Rows,
    Commit,
}

/// <summary>A failure of the database.</summary>
internal sealed record Fault(FailureCode Code, FaultPlace Place)
{
    public void ThrowAt(FaultPlace place)
    {
        if (place == Place) throw new Failure(Code, $"The {Place} failed.").AsException();
    }
}
