using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>
/// Files of SQL change ten times a second for ten seconds while 200 requests a second come in: none is refused, and every
/// answer is that of one whole version.
/// </summary>
public sealed class FilesChangeUnderLoad
{
    private const int Changes = 100;
    private static readonly TimeSpan BetweenChanges = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BetweenRequests = TimeSpan.FromMilliseconds(5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_PostgreSQL_every_answer_is_of_one_version()
    {
        using var files = FunctionFolder.Of([]);
        string[] targets = ["/fn/body", "/fn/whole", "/fn/query", "/fn/moving", "/fn/writing"];
        await using var database = await TestPostgres.CreateDatabaseAsync("CREATE TABLE item (id int PRIMARY KEY)", Stop);
        Write(0);
        await using var relata = await StartAsync(database.Url, files);
        await RunAsync(relata, targets, Write);

        // A function goes when the last call that knows it has ended.
        const string ours = "SELECT count(*) FROM pg_proc WHERE obj_description(oid, 'pg_proc') LIKE 'relata: %'";
        await Poll.UntilAsync(async () => await database.ScalarAsync(ours, Stop) is 4L, stop: Stop);

        void Write(int version)
        {
            files.Write("body/get/body.sql", $"""
                BEGIN
                    RETURN json_build_object('a', {version}, 'b', {version}, 'http_headers', json_build_object('X-C', {version}));
                END
                """);

            // Every version answers with another type, so that the function has to be made anew.
            var type = (version % 3) switch { 0 => "text", 1 => "json", _ => "jsonb" };
            files.Replace("whole/get/whole.sql", $$$"""
                CREATE FUNCTION whole(params json) RETURNS {{{type}}} STABLE LANGUAGE plpgsql AS $whole$
                BEGIN
                    RETURN '{"a":{{{version}}},"b":{{{version}}},"http_headers":{"X-C":{{{version}}}}}'::{{{type}}};
                END $whole$
                """);
            files.Write("query/get/query.sql", Query(version));

            // Every second version writes, which a GET may only when its file says so.
            var (directive, does) = version % 2 == 0
                ? ("-- nothing is written", "NULL;")
                : ("-- @volatile", $"INSERT INTO item VALUES ({version}) ON CONFLICT DO NOTHING;");
            files.Replace("writing/get/writing.sql", $"""
                {directive}
                BEGIN
                    {does}
                    RETURN json_build_object('a', {version}, 'b', {version}, 'http_headers', json_build_object('X-C', {version}));
                END
                """);

            // One name is there at any time, but never the same; the function moves along.
            var (old, now) = version % 2 == 0 ? ("other_name", "one_name") : ("one_name", "other_name");
            files.Replace($"moving/get/{now}.sql", $"""
                CREATE OR REPLACE FUNCTION {now}(params json) RETURNS json STABLE LANGUAGE sql AS
                $$ SELECT json_build_object('a', {version}, 'b', {version}, 'http_headers', json_build_object('X-C', {version})) $$
                """);
            files.Remove($"moving/get/{old}.sql");
        }
    }

    [Fact]
    public async Task Two_servers_on_one_directory_rename_and_replace_functions()
    {
        using var files = FunctionFolder.Of([]);
        await using var database = await TestPostgres.CreateDatabaseAsync("CREATE TABLE item (id int PRIMARY KEY)", Stop);
        Write(0);
        await using var one = await StartAsync(database.Url, files);
        await using var other = await StartAsync(database.Url, files);
        await Task.WhenAll(RunAsync(one, ["/fn/moving"], Write), RunAsync(other, ["/fn/moving"], _ => { }));

        void Write(int version)
        {
            var (old, now) = version % 2 == 0 ? ("other_name", "one_name") : ("one_name", "other_name");
            files.Replace($"moving/get/{now}.sql", $"""
                CREATE OR REPLACE FUNCTION {now}(params json) RETURNS json STABLE LANGUAGE sql AS
                $$ SELECT json_build_object('a', {version}, 'b', {version}) $$
                """);
            files.Remove($"moving/get/{old}.sql");
        }
    }

    [Fact]
    public async Task On_SQLite_every_answer_is_of_one_version()
    {
        using var files = FunctionFolder.Of([]);
        using var file = await SqliteFile.CreateAsync("CREATE TABLE item (id integer PRIMARY KEY)", Stop);
        Write(0);
        await using var relata = await StartAsync(file.Url, files);
        await RunAsync(relata, ["/fn/query", "/fn/again"], Write);

        void Write(int version)
        {
            files.Write("query/get/query.sql", Query(version));
            files.Replace("again/get/again.sql", Query(version));
        }
    }

    /// <summary>Each call of a file has a connection of its own there, so a machine of two cores has enough of fewer.</summary>
    [Fact]
    public async Task On_MariaDB_every_answer_is_of_one_version()
    {
        using var files = FunctionFolder.Of([]);
        await using var database = await MySqlTestDatabase.CreateAsync("CREATE TABLE item (id integer PRIMARY KEY);", Stop);
        Write(0);
        await using var relata = await StartAsync(database.Url, files);
        await RunAsync(relata, ["/fn/query", "/fn/body"], Write, changes: 30, BetweenRequests * 4);

        void Write(int version)
        {
            files.Write("query/get/query.sql", Query(version));
            files.Replace("body/get/body.sql", $"BEGIN RETURN JSON_OBJECT('a', {version}, 'b', {version}); END");
        }
    }

    /// <summary>A query whose versions differ in their columns.</summary>
    private static string Query(int version) => version % 2 == 0
        ? $"SELECT {version} AS a, {version} AS b"
        : $"SELECT {version} AS b, 'x' AS more, {version} AS a";

    private static Task<RelataProcess> StartAsync(string url, FunctionFolder files) => RelataProcess.StartAsync(
        url, """{ "logLevel": "error" }""", ["--functions", files.Path], stop: Stop);

    private static Task RunAsync(RelataProcess relata, string[] targets, Action<int> write) =>
        RunAsync(relata, targets, write, Changes, BetweenRequests);

    private static async Task RunAsync(
        RelataProcess relata, string[] targets, Action<int> write, int changes, TimeSpan betweenRequests)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var asking = AskAsync(relata.Client, targets, betweenRequests, ending.Token);
        using var pace = new PeriodicTimer(BetweenChanges);
        for (var version = 1; version <= changes; version++)
        {
            await pace.WaitForNextTickAsync(Stop);
            write(version);
        }

        // The last version answers everywhere in the end.
        foreach (var target in targets)
            await Poll.UntilAsync(async () => (await VersionAsync(relata.Client, target)).Version == changes, stop: Stop, what: target);
        await ending.CancelAsync();
        var answers = await Task.WhenAll(await asking);
        answers.Where(answer => answer.Problem is not null).Select(answer => answer.Problem).Distinct().ShouldBeEmpty();
        answers.Length.ShouldBeGreaterThanOrEqualTo((int)(changes * (BetweenChanges / betweenRequests)));
        targets.ShouldAllBe(target => answers.Where(answer => answer.Target == target).Select(answer => answer.Version).Distinct().Count() > changes / 10);
        relata.ShouldHaveNoFault();
    }

    /// <summary>Sends requests at their pace, however long each takes.</summary>
    private static async Task<List<Task<VersionedAnswer>>> AskAsync(
        HttpClient client, string[] targets, TimeSpan between, CancellationToken ending)
    {
        var asked = new List<Task<VersionedAnswer>>();
        using var pace = new PeriodicTimer(between);
        var clock = Stopwatch.StartNew();
        try
        {
            while (true)
            {
                // A tick that came late is made up for.
                await pace.WaitForNextTickAsync(ending);
                while (asked.Count < clock.Elapsed / between)
                    asked.Add(VersionAsync(client, targets[asked.Count % targets.Length]));
            }
        }
        catch (OperationCanceledException) when (!Stop.IsCancellationRequested)
        {
            return asked;
        }
    }

    private static async Task<VersionedAnswer> VersionAsync(HttpClient client, string target)
    {
        using var answer = await client.GetAsync(new Uri(target, UriKind.Relative), Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        if (answer.StatusCode != HttpStatusCode.OK) return new(target, -1, $"{target}: {answer.StatusCode} {text}");
        using var document = JsonDocument.Parse(text);
        var row = document.RootElement is { ValueKind: JsonValueKind.Array } rows ? rows[0] : document.RootElement;
        var (a, b) = (row.GetProperty("a").GetInt32(), row.GetProperty("b").GetInt32());
        var header = answer.Headers.TryGetValues("X-C", out var values) ? int.Parse(values.Single(), null) : a;
        var isWhole = a == b && a == header && (row.TryGetProperty("more", out _) ? a % 2 == 1 : true);
        return new(target, a, isWhole ? null : $"{target}: of several versions: {text}, {header}");
    }

    /// <summary>An answer with the version that it is of.</summary>
    private sealed record VersionedAnswer(string Target, int Version, string? Problem);
}
