using Relata.Databases.Contract;
using Relata.Databases.Sqlite;
using Relata.Databases.Sqlite.Sessions;
using Relata.Functions.Files;
using Relata.Support;

namespace Relata.Functions.Tests;

/// <summary>What happens to a watch in directories that are not as they should be.</summary>
public sealed class FolderWatchTests : IAsyncLifetime
{
    private const string Path = "notes/get/all_notes.sql";

    private readonly CancellationTokenSource ending = CancellationTokenSource.CreateLinkedTokenSource(Stop);
    private readonly FunctionFolder files = FunctionFolder.Of(new Dictionary<string, string> { [Path] = "SELECT 1 AS n" });
    private readonly List<FileNotice> notices = [];
    private SqliteFile? file;
    private Database? database;
    private QueryCollection? collection;
    private Task watching = Task.CompletedTask;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        file = await SqliteFile.CreateAsync("CREATE TABLE note (id integer PRIMARY KEY)", Stop);
        database = SqliteDatabase.Create(file.Path, new SqliteSessionOptions(), TimeProvider.System);
        collection = await QueryCollection.LoadAsync(files.Path, database, stop: Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await watching;
        ending.Dispose();
        collection!.Dispose();
        await database!.DisposeAsync();
        file!.Dispose();
        files.Dispose();
    }

    [Fact]
    public async Task The_file_behind_a_link_is_watched()
    {
        using var elsewhere = new TemporaryFolder();
        await File.WriteAllTextAsync(elsewhere.File("text"), "SELECT 1 AS n", Stop);
        Directory.CreateDirectory(System.IO.Path.Combine(files.Path, "linked", "get"));
        File.CreateSymbolicLink(System.IO.Path.Combine(files.Path, "linked/get/linked.sql"), elsewhere.File("text"));
        Watch();
        await UntilText("linked/get/linked.sql", "SELECT 1 AS n");
        await File.WriteAllTextAsync(elsewhere.File("text"), "SELECT 1 AS n, 2 AS m", Stop);
        await UntilText("linked/get/linked.sql", "SELECT 1 AS n, 2 AS m");
    }

    [Fact]
    public async Task A_watch_goes_on_after_a_notice_that_throws()
    {
        collection!.Noticed = notice => throw new InvalidOperationException(notice.Path);
        Watch();
        files.Write(Path, "SELECT 22 AS n");
        await UntilText(Path, "SELECT 22 AS n");
        files.Write(Path, "SELECT 333 AS n");
        await UntilText(Path, "SELECT 333 AS n");
    }

    [Fact]
    public async Task A_directory_that_is_gone_is_told_once_and_taken_up_again()
    {
        collection!.Noticed = notices.Add;
        Watch();
        Directory.Move(files.Path, files.Path + "-away");
        await Poll.UntilAsync(() => notices.Count > 0, stop: Stop);
        notices[0].Kind.ShouldBe(FileNoticeKind.Unseen);
        notices[0].Problem!.Message.ShouldStartWith("changes cannot be taken: ");
        collection.Table.Find("/notes").ShouldNotBeNull();
        Directory.Move(files.Path + "-away", files.Path);
        files.Write(Path, "SELECT 22 AS n");
        await UntilText(Path, "SELECT 22 AS n");
        notices.Count(notice => notice.Kind == FileNoticeKind.Unseen).ShouldBe(1);
    }

    /// <summary>A directory that is away when the watch begins gets no notifications: the looks notice everything.</summary>
    [Fact]
    public async Task A_directory_that_the_system_tells_nothing_about_is_looked_at()
    {
        collection!.Noticed = notices.Add;
        Directory.Move(files.Path, files.Path + "-away");
        Watch();
        await Poll.UntilAsync(() => notices.Count > 0, stop: Stop);
        watching.IsCompleted.ShouldBeFalse();
        Directory.Move(files.Path + "-away", files.Path);
        files.Write(Path, "SELECT 22 AS n");
        await UntilText(Path, "SELECT 22 AS n");
        files.Write("added/get/added.sql", "SELECT 1 AS n");
        await UntilText("added/get/added.sql", "SELECT 1 AS n");
        files.Rename("added/get/added.sql", "added/get/renamed.sql");
        await UntilText("added/get/renamed.sql", "SELECT 1 AS n");
        files.Remove("added/get/renamed.sql");
        await Poll.UntilAsync(() => collection.Files.Count == 1, stop: Stop);
    }

    private void Watch() => watching = new FolderWatch(collection!, TimeProvider.System).RunAsync(ending.Token);

    private Task UntilText(string path, string text) => Poll.UntilAsync(
        () => collection!.Files.Any(state => state.Path == path && state.Text == text && state.Problem is null),
        stop: Stop, what: $"{path} holds {text}");
}
