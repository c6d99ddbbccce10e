using System.Collections.Concurrent;

namespace Relata.Databases.MySql.Sessions;

/// <summary>
/// A thread of a connection's own. The driver's asynchronous methods block, and on the threads of the pool they would
/// keep requests waiting that need no database.
/// </summary>
internal sealed class MySqlWorker : IDisposable
{
    private readonly BlockingCollection<Action> work = [];

    /// <summary>Starts the thread.</summary>
    public MySqlWorker() =>
        new Thread(Run) { IsBackground = true, Name = "MariaDB connection" }.Start();

    /// <summary>Does work on the thread, behind what came before.</summary>
    public Task<T> RunAsync<T>(Func<T> action)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        work.Add(() =>
        {
            try
            {
                done.SetResult(action());
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        });
        return done.Task;
    }

    /// <summary>Ends the thread when it has done what it was given.</summary>
    public void Dispose() => work.CompleteAdding();

    private void Run()
    {
        foreach (var action in work.GetConsumingEnumerable()) action();
        work.Dispose();
    }
}
