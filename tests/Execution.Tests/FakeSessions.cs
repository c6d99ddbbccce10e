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

    public ValueTask<Rows> ReadAsync(ScriptRun run, CancellationToken stop) => Start([run]);

    public ValueTask<Rows> WriteAsync(IReadOnlyList<ScriptRun> runs, CancellationToken stop) => Start(runs);

    public void ForgetSchema()
    {
    }

    public ValueTask PingAsync(CancellationToken stop) => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ValueTask<Rows> Start(IReadOnlyList<ScriptRun> runs)
    {
        var fault = Faults.TryDequeue(out var next) ? next : null;
        fault?.ThrowAt(FaultPlace.Start);
        var rows = new FakeRows(runs.Sum(run => run.Prepared.Script.Statements.Count), fault);
        Runs.Add(rows);
        return ValueTask.FromResult<Rows>(rows);
    }

    private sealed class FakeScript(Script script) : PreparedScript(script);
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
