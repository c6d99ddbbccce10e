using Relata.Sql;

namespace Relata.Execution;

/// <summary>Runs scripts on one database over pooled connections.</summary>
/// <remarks>
/// Whatever the driver reports arrives as a <see cref="Relata.Model.Failures.FailureException"/>, except the
/// cancellation of <c>stop</c>, which stays an <see cref="OperationCanceledException"/>.
/// </remarks>
public interface ISessionSource : IAsyncDisposable
{
    /// <summary>Prepares a script for many runs; touches no connection.</summary>
    PreparedScript Prepare(Script script);

    /// <summary>
    /// Runs a script that only reads, in one round trip and one snapshot. Nothing has been read when it returns, but
    /// the statement may have failed already. The connection goes back when the rows are disposed.
    /// </summary>
    ValueTask<Rows> ReadAsync(ScriptRun run, CancellationToken stop);

    /// <summary>A transaction for scripts that write; touches no connection yet.</summary>
    ITransaction Begin();

    /// <summary>
    /// Is told that tables have changed, so that no connection goes on with what it prepared for them as they were.
    /// </summary>
    void ForgetSchema();

    /// <summary>Asks the database for a sign of life.</summary>
    ValueTask PingAsync(CancellationToken stop);
}
