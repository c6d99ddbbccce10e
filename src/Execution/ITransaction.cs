namespace Relata.Execution;

/// <summary>Runs that see each other and that are stored together or not at all.</summary>
/// <remarks>
/// Not for concurrent use. It begins with its first run, in the same round trip; until then it holds no connection.
/// Disposed without <see cref="CommitAsync"/>, it leaves nothing behind.
/// </remarks>
public interface ITransaction : IAsyncDisposable
{
    /// <summary>
    /// Runs scripts in order, in one round trip. The results of the run before are ended first, read or not. A
    /// transaction in which anything failed does not go on. Its caller is that of the first run, and of all others.
    /// </summary>
    ValueTask<Rows> RunAsync(IReadOnlyList<ScriptRun> runs, CancellationToken stop);

    /// <summary>Ends the last run and makes everything durable; without any run, does nothing.</summary>
    ValueTask CommitAsync(CancellationToken stop);

    /// <summary>
    /// Ends the last run and checks what is checked at a commit only, such as a deferred constraint; then undoes
    /// everything.
    /// </summary>
    ValueTask RehearseAsync(CancellationToken stop);
}
