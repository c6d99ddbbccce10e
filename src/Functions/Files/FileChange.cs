using Relata.Functions.Endpoints;
using Relata.Model.Failures;

namespace Relata.Functions.Files;

/// <summary>Prepares what comes after changes, beside what serves.</summary>
internal sealed class FileChange
{
    private readonly FileFolder folder;
    private readonly FileLoader loader;
    private readonly IReadOnlyList<string> gone;
    private readonly SortedDictionary<string, FileState> states;
    private readonly List<FileNotice> notices = [];
    private readonly List<FunctionEndpoint> retired = [];

    private FileChange(FileSet before, IReadOnlyList<string> gone, FileFolder folder, FileLoader loader)
    {
        (this.gone, this.folder, this.loader) = (gone, folder, loader);
        states = before.Copy();
        After = before;
    }

    /// <summary>What serves then.</summary>
    public FileSet After { get; private set; }

    /// <summary>What is to be said about it.</summary>
    public IReadOnlyList<FileNotice> Notices => notices;

    /// <summary>What does not serve any more.</summary>
    public IReadOnlyList<FunctionEndpoint> Retired => retired;

    /// <summary>
    /// Whether files have changed again while the change was prepared, so that it leads where the directory is no more.
    /// </summary>
    public bool IsStale { get; private set; }

    /// <summary>What is wrong with the files that are to be taken.</summary>
    public List<FileProblem> Problems { get; } = [];

    /// <summary>Loads what has changed, and once more what only another file kept out.</summary>
    public static async ValueTask<FileChange> PrepareAsync(
        FileSet before, FileChanges changes, FileFolder folder, FileLoader loader, CancellationToken stop)
    {
        var change = new FileChange(before, changes.Gone, folder, loader);
        foreach (var path in changes.Gone) change.Remove(path);
        var waiting = before.States
            .Where(state => state.Problem is { IsAboutOthers: true })
            .Select(state => state.Path);
        var taken = waiting.Except(changes.Gone).Union(changes.Changed).Order(StringComparer.Ordinal).ToList();

        // All are read before any is loaded, which takes its time.
        var read = new List<FileState>(taken.Count);
        foreach (var path in taken) read.Add(await change.ReadAsync(path, stop));
        if (changes.Settled is { } settled)
        {
            var moved = read.RemoveAll(file => file.Stamp != change.StampOf(file.Path, settled));

            // Where one file comes for another that is gone, none would be left.
            change.IsStale = moved > 0 && (changes.Gone.Count > 0 || read.Count == 0);
            if (change.IsStale) return change;
        }
        else if (read.Exists(file => loader.Creates(file) is null))
        {
            // All or none: no function is created for the sake of files that are not taken.
            read.RemoveAll(file => loader.Creates(file) is true);
        }

        foreach (var file in read) await change.TakeAsync(file, stop);
        change.After = new FileSet(change.states);
        return change;
    }

    /// <summary>Loads a file as it was read last: on the disk it may be half-written.</summary>
    public static async ValueTask<FileChange> PrepareAnewAsync(
        FileSet before, FileState state, FileFolder folder, FileLoader loader, CancellationToken stop)
    {
        var change = new FileChange(before, [], folder, loader);
        await change.TakeAsync(state.Text.Length == 0 ? state : state with { Problem = null, MayPass = false }, stop);
        change.After = new FileSet(change.states);
        return change;
    }

    private FileStamp? StampOf(string path, IReadOnlyDictionary<string, FileStamp> settled) =>
        settled.TryGetValue(path, out var stamp) ? stamp : states.GetValueOrDefault(path)?.Stamp;

    private void Remove(string path)
    {
        if (!states.Remove(path, out var state)) return;
        if (state.Endpoint is not null) retired.Add(state.Endpoint);
        notices.Add(new FileNotice(FileNoticeKind.Gone, path));
    }

    /// <summary>Reads a file; how it looks is asked behind that, so that it is not newer than what was read.</summary>
    private async ValueTask<FileState> ReadAsync(string path, CancellationToken stop)
    {
        try
        {
            var before = folder.LookAt(path);
            var text = await folder.ReadAsync(path, stop);
            return new FileState(path, text) { Stamp = folder.LookAt(path) == before ? before : null };
        }
        catch (FileProblemException e)
        {
            return new FileState(path, "") { Problem = e.Problem, Stamp = folder.LookAt(path) };
        }
    }

    private async ValueTask TakeAsync(FileState read, CancellationToken stop)
    {
        var (path, before) = (read.Path, states.GetValueOrDefault(read.Path));
        try
        {
            var file = QueryFile.Of(path);
            if (read.Problem is { } unreadable) throw new FileProblemException(unreadable);
            RequirePlace(file);
            var others = states.Values.Where(state => state.Path != path).Select(state => state.Endpoint);
            var endpoint = await loader.LoadAsync(file, read.Text, others.OfType<FunctionEndpoint>(), gone, stop);
            states[path] = read with { Endpoint = endpoint };
            if (before?.Endpoint is { } old) retired.Add(old);
            notices.Add(new FileNotice(FileNoticeKind.Serves, path));
        }
        catch (FileProblemException e)
        {
            Keep(before, read with { Problem = e.Problem });
        }
        catch (FailureException e)
        {
            Keep(before, read with { Problem = new FileProblem(path, null, e.Failure.Message), MayPass = true });
        }
    }

    /// <summary>Two files of one path and method: the one that serves stays, else the first by name.</summary>
    private void RequirePlace(QueryFile file)
    {
        var other = states.Values.FirstOrDefault(state =>
            state.Endpoint is { File: var taken } && taken.Path != file.Path
            && taken.Mount == file.Mount && taken.Method == file.Method);
        if (other is null) return;
        throw new FileProblemException(
            new FileProblem(file.Path, null, $"{file.Method} /{file.Mount} is answered by {other.Path} already")
            {
                IsAboutOthers = true,
            });
    }

    private void Keep(FileState? before, FileState now)
    {
        Problems.Add(now.Problem!);
        states[now.Path] = now with { Endpoint = before?.Endpoint };
        if (before?.Problem == now.Problem && before!.Text == now.Text) return;
        var kind = before?.Endpoint is null ? FileNoticeKind.KeptOut : FileNoticeKind.EarlierServes;
        notices.Add(new FileNotice(kind, now.Path) { Problem = now.Problem });
    }
}
