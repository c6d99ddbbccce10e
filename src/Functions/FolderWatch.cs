using Relata.Functions.Files;

namespace Relata.Functions;

/// <summary>Notices changes of the files and has them taken.</summary>
/// <remarks>
/// The system's notifications only end the waiting: they may come too early, twice or not at all. What counts is how
/// the files look, and a change is taken when a file has looked the same for a moment, since half a statement can be
/// a valid one.
/// </remarks>
/// <param name="collection">The files.</param>
/// <param name="time">The clock.</param>
public sealed class FolderWatch(QueryCollection collection, TimeProvider time)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongSettling = TimeSpan.FromMilliseconds(500);

    private Dictionary<string, Sight> sights = [];
    private string? trouble;

    /// <summary>Watches until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var notified = new SemaphoreSlim(0, 1);
        using var notifications = Listen(notified);
        try
        {
            for (;;) await notified.WaitAsync(await TryLookAsync(stop) ? Settling : BetweenLooks, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The server ends.
        }
    }

    /// <summary>Whatever goes wrong in a look, the next one comes.</summary>
    private async ValueTask<bool> TryLookAsync(CancellationToken stop)
    {
        try
        {
            var isSoon = await LookAsync(stop);
            trouble = null;
            return isSoon;
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            // The directory may be back by the next look; what lasts is said once.
            if (trouble == e.Message) return false;
            trouble = e.Message;
            collection.Tell(new FileNotice(FileNoticeKind.Unseen, collection.Directory)
            {
                Problem = new FileProblem(collection.Directory, null, $"changes cannot be taken: {e.Message}"),
            });
            return false;
        }
    }

    /// <summary>Looks at the files and has those taken that have settled.</summary>
    /// <returns>Whether some have not.</returns>
    private async ValueTask<bool> LookAsync(CancellationToken stop)
    {
        var found = collection.Folder.Look();
        var now = time.GetTimestamp();
        var changes = Changes(found).ToList();
        sights = changes.ToDictionary(
            change => change.Path,
            change => sights.TryGetValue(change.Path, out var sight) && sight.Seen == change.Stamp
                ? sight
                : new Sight(change.Stamp, now),
            StringComparer.Ordinal);

        // What comes and goes in one directory belongs together, such as a file that is renamed.
        var unsettled = changes.Where(change => !sights[change.Path].HasSettled(time, now))
            .Select(change => DirectoryOf(change.Path))
            .ToHashSet(StringComparer.Ordinal);
        var settled = changes.Where(change => !unsettled.Contains(DirectoryOf(change.Path))).ToList();
        var waiting = collection.Files.Where(state => state.MayPass && found.ContainsKey(state.Path));
        var taken = FileChanges.Of(
            settled.Where(change => change.Stamp is not null).Select(change => change.Path)
                .Union(waiting.Select(state => state.Path)),
            [.. settled.Where(change => change.Stamp is null).Select(change => change.Path)]) with { Settled = found };
        var isTaken = taken.IsNone || await collection.TakeAsync(taken, stop);
        return !isTaken || unsettled.Count > 0;
    }

    /// <summary>The files that look otherwise than when they were taken, or are gone since.</summary>
    private IEnumerable<(string Path, FileStamp? Stamp)> Changes(SortedDictionary<string, FileStamp> found)
    {
        var known = collection.Files.ToDictionary(state => state.Path, state => state.Stamp, StringComparer.Ordinal);
        foreach (var (path, stamp) in found)
            if (!known.TryGetValue(path, out var taken) || taken != stamp) yield return (path, stamp);
        foreach (var path in known.Keys)
            if (!found.ContainsKey(path)) yield return (path, null);
    }

    private static string DirectoryOf(string path) => path[..(path.LastIndexOf('/') + 1)];

    /// <summary>
    /// Not every system has notifications, or has some left, and none are of a directory that is not there; the looks
    /// do without.
    /// </summary>
    private FileSystemWatcher? Listen(SemaphoreSlim notified)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(collection.Directory) { IncludeSubdirectories = true };
            watcher.Changed += Notify;
            watcher.Created += Notify;
            watcher.Deleted += Notify;
            watcher.Renamed += Notify;
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception e) when (e is IOException or ArgumentException or PlatformNotSupportedException)
        {
            watcher?.Dispose();
            return null;
        }

        void Notify(object sender, FileSystemEventArgs e)
        {
            try
            {
                notified.Release();
            }
            catch (Exception full) when (full is SemaphoreFullException or ObjectDisposedException)
            {
                // The next look comes at once anyway, or none does.
            }
        }
    }

    /// <summary>What was seen of a file.</summary>
    /// <param name="Seen">How it looked last; null when it was not there.</param>
    /// <param name="Since">Since when it looks so.</param>
    private readonly record struct Sight(FileStamp? Seen, long Since)
    {
        /// <summary>
        /// A file that is written anew is empty first; only one that stays empty for longer was meant to be.
        /// </summary>
        public bool HasSettled(TimeProvider time, long now) =>
            time.GetElapsedTime(Since, now) >= (Seen is { Length: 0 } ? LongSettling : Settling);
    }
}
