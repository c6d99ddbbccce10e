using Relata.Dialects.Functions;
using Relata.Execution;
using Relata.Functions.Files;

namespace Relata.Functions.Endpoints;

/// <summary>A file that is served, as it was when it was loaded; never changed, only replaced.</summary>
public abstract class FunctionEndpoint
{
    private readonly Lock gate = new();
    private readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int calls;
    private bool isRetired;

    /// <summary>Makes an endpoint that nobody calls yet.</summary>
    private protected FunctionEndpoint(QueryFile file, PreparedScript script, bool mayWrite, CallTerms terms) =>
        (File, Script, MayWrite, Terms) = (file, script, mayWrite, terms);

    /// <summary>The file.</summary>
    public QueryFile File { get; }

    /// <summary>Whether a call may change something.</summary>
    public bool MayWrite { get; }

    /// <summary>Whether rows are answered, in the format that the caller wants; otherwise it is JSON.</summary>
    public abstract bool AnswersRows { get; }

    /// <summary>What the file says about calls.</summary>
    public CallTerms Terms { get; }

    private protected PreparedScript Script { get; }

    /// <summary>What the endpoint runs with what a caller sent.</summary>
    /// <exception cref="Relata.Model.Failures.FailureException">It does not fit.</exception>
    internal abstract ScriptRun Bind(FunctionArgument argument);

    /// <summary>Begins a call; false when the endpoint is retired, and another one has its place.</summary>
    internal bool TryEnter()
    {
        lock (gate)
        {
            if (isRetired) return false;
            calls++;
            return true;
        }
    }

    /// <summary>Ends a call.</summary>
    internal void Leave()
    {
        lock (gate)
        {
            if (--calls == 0 && isRetired) idle.TrySetResult();
        }
    }

    /// <summary>Takes no more calls.</summary>
    /// <returns>Ends with the last call.</returns>
    internal Task RetireAsync()
    {
        lock (gate)
        {
            isRetired = true;
            if (calls == 0) idle.TrySetResult();
            return idle.Task;
        }
    }

    private protected ScriptRun RunOf(IReadOnlyList<object?> values) => new(Script, values)
    {
        IsConfined = !MayWrite,
        MayChangeSession = true,
        Timeout = Terms.Timeout,
    };
}

/// <summary>What a file says about calls.</summary>
/// <param name="Timeout">How long one may run; null for as long as any other statement.</param>
/// <param name="Limit">How many bytes a caller may send; null for the server's own limit.</param>
public readonly record struct CallTerms(TimeSpan? Timeout, long? Limit);
