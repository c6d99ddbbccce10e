using System.Collections.Concurrent;
using Relata.Databases.Contract;
using Relata.Databases.Contract.Functions;
using Relata.Dialects.Functions;
using Relata.Formats;
using Relata.Functions.Endpoints;
using Relata.Functions.Files;
using Relata.Model.Callers;
using Relata.Model.Failures;

namespace Relata.Functions;

/// <summary>A directory of files of SQL, each of which answers one method at one path.</summary>
/// <remarks>
/// Changes come one at a time, and calls see each as a whole. Where a changed file cannot be served, its last good
/// version goes on.
/// </remarks>
public sealed class QueryCollection : IDisposable
{
    /// <summary>As long as another server may take to see that a file is gone, and to end what it began.</summary>
    private static readonly TimeSpan BeforeDrop = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim changing = new(1);
    private readonly ConcurrentDictionary<string, FunctionEndpoint> last = new(StringComparer.Ordinal);
    private readonly FileFolder folder;
    private readonly TimeProvider time;
    private readonly FileLoader loader;
    private readonly FunctionCalls calls;
    private volatile FileSet files = FileSet.Empty;

    private QueryCollection(FileFolder folder, Database database, FunctionOptions options, TimeProvider time)
    {
        (this.folder, this.time, Options) = (folder, time, options);
        TakesCallers = database.Capabilities.Callers;
        loader = new FileLoader(database);
        calls = new FunctionCalls(this, new FunctionRun(database, options, time));
    }

    /// <summary>How files are served.</summary>
    public FunctionOptions Options { get; }

    /// <summary>Whether calls can have a role and settings of their callers'.</summary>
    public bool TakesCallers { get; }

    /// <summary>The directory.</summary>
    public string Directory => folder.Root;

    /// <summary>What answers now.</summary>
    public FunctionTable Table => files.Table;

    /// <summary>Every file with what became of it, in the order of their paths.</summary>
    public IReadOnlyCollection<FileState> Files => files.States;

    /// <summary>Is told what becomes of files.</summary>
    public Action<FileNotice>? Noticed { get; set; }

    internal FileFolder Folder => folder;

    /// <summary>A directory whose files are not loaded yet.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="database">Where they run.</param>
    /// <param name="options">How they are served.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="FunctionFilesException">There is no such directory.</exception>
    public static QueryCollection Open(
        string directory, Database database, FunctionOptions? options = null, TimeProvider? time = null)
    {
        var folder = new FileFolder(directory);
        if (!System.IO.Directory.Exists(folder.Root))
            throw new FunctionFilesException([new FileProblem(directory, null, "there is no such directory")]);
        return new QueryCollection(folder, database, options ?? new(), time ?? TimeProvider.System);
    }

    /// <summary>Loads a directory.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="database">Where the files run.</param>
    /// <param name="options">How they are served.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="FunctionFilesException">A file cannot be served; none is.</exception>
    /// <exception cref="FailureException">The database cannot be asked.</exception>
    public static async Task<QueryCollection> LoadAsync(
        string directory,
        Database database,
        FunctionOptions? options = null,
        TimeProvider? time = null,
        CancellationToken stop = default)
    {
        var collection = Open(directory, database, options, time);
        await collection.RegisterQueryFunctionsAsync(stop);
        return collection;
    }

    /// <summary>Loads every file anew, and creates the functions in the database.</summary>
    /// <exception cref="FunctionFilesException">A file cannot be served; what served before goes on.</exception>
    public async Task RegisterQueryFunctionsAsync(CancellationToken stop = default)
    {
        var found = folder.Look().Keys;
        var gone = files.States.Select(state => state.Path).Except(found);
        await RequireAsync(FileChanges.Of(found, [.. gone]), stop);
    }

    /// <summary>Adds a file.</summary>
    /// <param name="path">The file below the directory: <c>persons/get/all_persons.sql</c>.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="FunctionFilesException">It is there already, or cannot be served.</exception>
    public async Task AddQueryAsync(string path, CancellationToken stop = default)
    {
        if (files.Find(path)?.Endpoint is not null) throw Refused(path, "the file is served already");
        await RequireAsync(FileChanges.Of([path], []), stop);
    }

    /// <summary>Takes a file as it is now.</summary>
    /// <inheritdoc cref="AddQueryAsync"/>
    /// <exception cref="FunctionFilesException">It is not there, or cannot be served.</exception>
    public async Task UpdateQueryAsync(string path, CancellationToken stop = default)
    {
        if (files.Find(path) is null) throw Refused(path, "the file is not served");
        await RequireAsync(FileChanges.Of([path], []), stop);
    }

    /// <summary>Stops to serve a file, and drops its function when its last call has ended.</summary>
    /// <inheritdoc cref="AddQueryAsync"/>
    /// <exception cref="FunctionFilesException">It is not there.</exception>
    public async Task RemoveQueryAsync(string path, CancellationToken stop = default)
    {
        if (files.Find(path) is null) throw Refused(path, "the file is not served");
        await RequireAsync(FileChanges.Of([], [path]), stop);
    }

    /// <summary>Names every file that is served.</summary>
    /// <param name="visit">Takes the path, the function and the method in small letters, as in the path.</param>
    public void EachFile(Action<string, string, string> visit)
    {
        foreach (var endpoint in files.Endpoints)
            visit(endpoint.File.Path, endpoint.File.Function, endpoint.File.Path.Split('/')[1]);
    }

    /// <summary>Answers a call.</summary>
    /// <param name="path">The path behind the dialect's own, with its slash.</param>
    /// <param name="method">The method in capitals.</param>
    /// <param name="argument">What the caller sent.</param>
    /// <param name="format">The format of rows.</param>
    /// <param name="caller">Who asks; null for the role of the connections to the database.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="FailureException">The answer is "no".</exception>
    public ValueTask<Answer> AnswerAsync(
        string path,
        string method,
        FunctionArgument argument,
        IFormat format,
        Caller? caller,
        CancellationToken stop) =>
        calls.AnswerAsync(path, method, argument, format, caller, stop);

    /// <inheritdoc/>
    public void Dispose() => changing.Dispose();

    /// <summary>Takes changes as far as they can be served, and tells of the others.</summary>
    /// <returns>Whether it did; if not, the files are others by now.</returns>
    internal async ValueTask<bool> TakeAsync(FileChanges changes, CancellationToken stop)
    {
        await changing.WaitAsync(stop);
        try
        {
            var change = await FileChange.PrepareAsync(files, changes, folder, loader, stop);
            if (change.IsStale) return false;
            Publish(change, stop);
            return true;
        }
        finally
        {
            changing.Release();
        }
    }

    private void Publish(FileChange change, CancellationToken stop)
    {
        files = change.After;
        foreach (var endpoint in change.Retired) _ = DropAsync(endpoint, stop);
        foreach (var notice in change.Notices) Noticed?.Invoke(notice);
    }

    /// <summary>Tells of what is no change; that it cannot be told must not end what goes on.</summary>
    internal void Tell(FileNotice notice)
    {
        try
        {
            Noticed?.Invoke(notice);
        }
        catch (Exception)
        {
            // There is nobody else to tell.
        }
    }

    /// <summary>Loads a query anew whose tables have changed; another one may have done so already.</summary>
    internal async ValueTask RefreshAsync(FunctionEndpoint endpoint, CancellationToken stop)
    {
        await changing.WaitAsync(stop);
        try
        {
            if (files.Find(endpoint.File.Path) is not { } state || state.Endpoint != endpoint) return;
            Publish(await FileChange.PrepareAnewAsync(files, state, folder, loader, stop), CancellationToken.None);
        }
        finally
        {
            changing.Release();
        }
    }

    /// <summary>
    /// Whether something else is in an endpoint's place. A change that is under way is waited for: it may have made
    /// the function anew already.
    /// </summary>
    internal async ValueTask<bool> IsReplacedAsync(FunctionEndpoint endpoint, CancellationToken stop)
    {
        await changing.WaitAsync(stop);
        changing.Release();
        return files.Find(endpoint.File.Path)?.Endpoint != endpoint;
    }

    /// <summary>Takes changes as a whole or not at all.</summary>
    private async Task RequireAsync(FileChanges changes, CancellationToken stop)
    {
        IReadOnlyList<FunctionEndpoint> retired;
        await changing.WaitAsync(stop);
        try
        {
            var change = await FileChange.PrepareAsync(files, changes, folder, loader, stop);
            if (change.Problems.Count > 0) throw new FunctionFilesException(change.Problems);
            files = change.After;
            foreach (var notice in change.Notices) Noticed?.Invoke(notice);
            retired = change.Retired;
        }
        finally
        {
            changing.Release();
        }

        await Task.WhenAll(retired.Select(endpoint => DropAsync(endpoint, stop)));
    }

    /// <summary>
    /// Waits for the last call, here and in other servers on the same directory, and drops the function unless a file
    /// has made it anew in the meantime.
    /// </summary>
    private async Task DropAsync(FunctionEndpoint retired, CancellationToken stop)
    {
        var idle = retired.RetireAsync();
        if (retired is not RoutineEndpoint { Function: { IsOurs: true } function }) return;

        // A function that comes back and goes again has its time from then on.
        last[function.Identity] = retired;
        await idle;
        if (files.HasFunction(function.Identity)) return;
        try
        {
            await Task.Delay(BeforeDrop, time, stop);
            await changing.WaitAsync(stop);
            try
            {
                if (files.HasFunction(function.Identity)) return;
                if (last.TryRemove(KeyValuePair.Create(function.Identity, retired)))
                    await loader.DropAsync(function, stop);
            }
            finally
            {
                changing.Release();
            }
        }
        catch (Exception e) when (e is SqlRejectedException or FailureException)
        {
            var problem = new FileProblem(function.Path, null, $"{function.Identity} cannot be dropped: {e.Message}");
            Noticed?.Invoke(new FileNotice(FileNoticeKind.FunctionStays, function.Path) { Problem = problem });
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The server ends. The function stays, with a mark that says whose it is.
        }
    }

    private static FunctionFilesException Refused(string path, string why) => new([new FileProblem(path, null, why)]);
}
