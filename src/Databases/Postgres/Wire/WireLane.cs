using System.Net.Sockets;
using System.Security.Authentication;
using Npgsql;
using Relata.Databases.Postgres.Sessions;
using Relata.Model.Callers;
using Relata.Model.Failures;
using Relata.Sql;

namespace Relata.Databases.Postgres.Wire;

/// <summary>
/// A connection for one run at a time: nothing is received before somebody reads it, so that a slow reader makes the
/// server wait, and nobody else.
/// </summary>
/// <param name="link">The connection; disposed with this.</param>
/// <param name="abandoned">Ends what is given up.</param>
/// <param name="time">The clock.</param>
internal sealed class WireLane(WireLink link, AbandonedStatements abandoned, TimeProvider time) : IAsyncDisposable
{
    private static readonly Statement Begin = new("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", []);
    private static readonly Statement Commit = new("COMMIT", []);

    /// <summary>How long a server may take to stop.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(2);

    private readonly WireOutput output = new();
    private readonly WireStatements statements = new();
    private readonly List<WireStep> steps = [];
    private int step;
    private bool isCancelled;
    private volatile bool isBroken;

    /// <summary>What the server sends.</summary>
    public WireInput Input { get; } = new(link);

    /// <summary>Whether nothing is under way.</summary>
    public bool IsIdle { get; private set; } = true;

    /// <summary>When it was given back, as a timestamp.</summary>
    public long LastUse { get; set; }

    /// <summary>Which schema its statements were prepared for, counted in changes.</summary>
    public int Generation { get; init; }

    /// <summary>Whether this side asked the server to stop.</summary>
    public bool IsCancelled => Volatile.Read(ref isCancelled);

    /// <summary>
    /// Whether another run may begin. A connection whose server was asked to stop is not used again: the request could
    /// meet the next run.
    /// </summary>
    public bool IsUsable => IsIdle && !isBroken && !isCancelled && link.IsQuiet;

    /// <summary>Whether the run has failed, so that nothing but its end is to come.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Whether the statement that ended last returns rows.</summary>
    public bool HasEndedResult => steps[step - 1].Result >= 0;

    /// <summary>Whether a result is what its readers read; known when the first of it has come.</summary>
    public bool Fits(int result) => steps.Find(step => step.Result == result).Prepared.IsReady;

    private WireStep? Current => step < steps.Count ? steps[step] : null;

    /// <summary>
    /// Sends a run. One statement needs no more than the transaction that lasts to the Sync, also for a caller.
    /// </summary>
    public ValueTask SendAsync(PostgresScript script, IReadOnlyList<object?> values, Caller? caller)
    {
        (step, IsIdle, HasFailed) = (0, false, false);
        statements.Close(output);
        steps.Clear();
        var all = script.Script.Statements;
        if (all.Count > 1) Add(Begin, [], result: -1);
        if (caller is not null) Enter(caller);
        for (var i = 0; i < all.Count; i++) Add(all[i], values, result: i);
        if (all.Count > 1) Add(Commit, [], result: -1);
        output.Sync();
        return FlushAsync();
    }

    /// <summary>Moves to the next message of the run that says something about its results.</summary>
    /// <param name="script">The run's script.</param>
    /// <returns>D for a row, C for the end of a statement, Z for the end of all.</returns>
    /// <exception cref="PostgresException">The statement failed; the run is over.</exception>
    public async ValueTask<char> NextAsync(PostgresScript script)
    {
        while (true)
        {
            while (Input.TryRead())
            {
                if (Take(script) is { } what) return what;
            }

            if (!await Input.FillAsync()) throw new WireException("The server closed the connection.");
        }
    }

    /// <summary>The next message, if it is here already.</summary>
    public bool TryNext(PostgresScript script, out char what)
    {
        while (Input.TryRead())
        {
            if (Take(script) is not { } found) continue;
            what = found;
            return true;
        }

        what = default;
        return false;
    }

    /// <summary>Reads what is here already; true when nothing is to come.</summary>
    public bool TryFinish(PostgresScript script)
    {
        try
        {
            while (!IsIdle && TryNext(script, out _)) { }
        }
        catch (Exception e) when (e is PostgresException or FailureException)
        {
            return false;
        }
        catch (Exception e) when (IsLost(e) || e is ArgumentException or IndexOutOfRangeException)
        {
            isBroken = true;
        }

        return IsIdle || isBroken;
    }

    /// <summary>Asks the server to stop; when it does not, its connection is cut.</summary>
    public void Cancel()
    {
        if (IsIdle || Interlocked.Exchange(ref isCancelled, true)) return;
        _ = CancelAsync();
    }

    /// <summary>Reads what is left of a run, and forgets it.</summary>
    public async ValueTask DrainAsync(PostgresScript script)
    {
        while (!IsIdle && !isBroken)
        {
            try
            {
                await NextAsync(script);
            }
            catch (Exception e) when (e is PostgresException or FailureException)
            {
                // The end follows.
            }
            catch (Exception e) when (IsLost(e) || e is ArgumentException or IndexOutOfRangeException)
            {
                isBroken = true;
            }
        }
    }

    /// <summary>Whether something says that the connection is lost.</summary>
    public static bool IsLost(Exception e) => e is IOException or SocketException or ObjectDisposedException;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        isBroken = true;
        await link.DisposeAsync();
        output.Dispose();
        Input.Dispose();
    }

    private void Add(Statement statement, IReadOnlyList<object?> values, int result)
    {
        var prepared = Prepare(statement.Text);
        output.Run(prepared, statement, values);
        steps.Add(new WireStep(statement.Text, prepared, result));
    }

    private void Enter(Caller caller)
    {
        if (CallerStatement.TextFor(caller) is not { } text) return;
        var prepared = Prepare(text);
        output.Run(prepared, caller);
        steps.Add(new WireStep(text, prepared, Result: -1) { Caller = caller });
    }

    private WireStatement Prepare(string text)
    {
        var prepared = statements.For(text);
        if (!prepared.IsSent) output.Prepare(prepared, text);
        prepared.IsSent = true;
        return prepared;
    }

    private async ValueTask FlushAsync()
    {
        await link.SendAsync(output.Written, CancellationToken.None);
        output.Clear();
    }

    private char? Take(PostgresScript script)
    {
        switch (Input.Type)
        {
            case 'D':
                // What makes the transaction a caller's returns a row, too.
                return Current is { Result: < 0 } ? null : 'D';
            case 'C' or 'I':
                step++;
                return 'C';
            case 'T' or 'n':
                Describe(script);
                return null;
            case 'Z':
                // A failed transaction is not worth the message that ends it.
                isBroken |= Input.Body[0] != 'I';
                IsIdle = true;
                return 'Z';
            case 'E':
                throw Failed(WireErrors.Read(Input.Body));
            case '1' or '2' or '3' or 't' or 'N' or 'S' or 'A':
                return null;
            default:
                throw new WireException($"A message of the type {Input.Type} was not expected.");
        }
    }

    private void Describe(PostgresScript script)
    {
        if (Current is not { } current) throw new WireException("A description came for nothing.");
        current.Prepared.IsReady = current.Result < 0
            || (Input.Type == 'T' && WireRows.Fits(Input.Body, script.Results[current.Result]));
    }

    private Exception Failed(PostgresException error)
    {
        HasFailed = true;
        var current = Current;
        if (current is { } failed) statements.Forget(failed.Text);

        // What was to be parsed behind the error was not.
        for (var i = step; i < steps.Count; i++)
            if (!steps[i].Prepared.IsReady) statements.Forget(steps[i].Text);
        if (error.EndsSession()) isBroken = true;
        return current?.Caller is { } caller ? error.MeaningFor(caller) : error;
    }

    private async Task CancelAsync()
    {
        using var limit = new CancellationTokenSource(LongestStop, time);
        try
        {
            await link.CancelAsync(limit.Token);
        }
        catch (Exception e) when (IsLost(e) || e is OperationCanceledException or NpgsqlException
            or AuthenticationException)
        {
            // What has no effect is followed by something stronger.
        }

        await Task.Delay(LongestStop, time);
        if (IsIdle || isBroken) return;
        abandoned.End(link.Session);
        isBroken = true;
        await link.DisposeAsync();
    }
}

/// <summary>One statement of a run.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Prepared">What the connection knows of it.</param>
/// <param name="Result">Which of the script's results it returns; -1 for none.</param>
internal readonly record struct WireStep(string Text, WireStatement Prepared, int Result)
{
    /// <summary>The caller whose it makes the transaction; null where it does something else.</summary>
    public Caller? Caller { get; init; }
}
