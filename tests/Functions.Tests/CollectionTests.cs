using Relata.Databases.Contract;
using Relata.Databases.Sqlite;
using Relata.Databases.Sqlite.Sessions;
using Relata.Dialects.Functions;
using Relata.Formats.Json;
using Relata.Functions.Files;
using Relata.Support;

namespace Relata.Functions.Tests;

/// <summary>The library's verbs: each takes effect as a whole or not at all.</summary>
public sealed class CollectionTests : IAsyncLifetime
{
    private readonly FunctionFolder files = FunctionFolder.Of(new Dictionary<string, string>
    {
        ["notes/get/all_notes.sql"] = "SELECT id FROM note",
        ["notes/post/add_note.sql"] = "INSERT INTO note DEFAULT VALUES",
    });

    private SqliteFile? file;
    private Database? database;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        file = await SqliteFile.CreateAsync("CREATE TABLE note (id integer PRIMARY KEY)", Stop);
        database = SqliteDatabase.Create(file.Path, new SqliteSessionOptions(), TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await database!.DisposeAsync();
        file!.Dispose();
        files.Dispose();
    }

    [Fact]
    public async Task A_directory_is_loaded_and_every_file_is_named()
    {
        using var collection = await LoadAsync();
        Named(collection).ShouldBe(["notes/get/all_notes.sql all_notes get", "notes/post/add_note.sql add_note post"]);
        collection.Table.Find("/notes")!.Allowed.ShouldBe(["GET", "HEAD", "OPTIONS", "POST"]);
        collection.Table.Find("/nothing").ShouldBeNull();
    }

    [Fact]
    public async Task Files_are_added_updated_and_removed()
    {
        using var collection = await LoadAsync();
        files.Write("more/get/more.sql", "SELECT 1 AS n");
        await collection.AddQueryAsync("more/get/more.sql", Stop);
        collection.Table.Find("/more")!.For("GET")!.Terms.Limit.ShouldBeNull();

        files.Write("more/get/more.sql", "-- @limit 5kb\nSELECT 2 AS n");
        await collection.UpdateQueryAsync("more/get/more.sql", Stop);
        collection.Table.Find("/more")!.For("GET")!.Terms.Limit.ShouldBe(5 * 1024);

        await collection.RemoveQueryAsync("more/get/more.sql", Stop);
        collection.Table.Find("/more").ShouldBeNull();
        await collection.RemoveQueryAsync("notes/get/all_notes.sql", Stop);
        collection.Table.Find("/notes")!.Allowed.ShouldBe(["OPTIONS", "POST"]);
    }

    [Fact]
    public async Task What_cannot_be_done_is_refused_and_changes_nothing()
    {
        using var collection = await LoadAsync();
        var before = collection.Table;
        files.Write("notes/get/another.sql", "SELECT 1 AS n");
        files.Write("notes/put/broken.sql", "SELECT\n absent");
        await Refused(collection.AddQueryAsync("notes/get/all_notes.sql", Stop), "notes/get/all_notes.sql: the file is served already");
        await Refused(collection.AddQueryAsync("notes/get/another.sql", Stop), "notes/get/another.sql: GET /notes is answered by notes/get/all_notes.sql already");
        await Refused(collection.AddQueryAsync("notes/put/broken.sql", Stop), "notes/put/broken.sql:2: no such column: absent");
        await Refused(collection.AddQueryAsync("../get/outside.sql", Stop), "../get/outside.sql: the mount \"..\" is not of the form [a-z][a-z_0-9]+");
        await Refused(collection.UpdateQueryAsync("notes/put/broken.sql", Stop), "notes/put/broken.sql: the file is not served");
        await Refused(collection.RemoveQueryAsync("notes/put/broken.sql", Stop), "notes/put/broken.sql: the file is not served");
        collection.Table.ShouldBeSameAs(before);
    }

    [Fact]
    public async Task Everything_is_loaded_anew_with_what_came_and_went()
    {
        using var collection = await LoadAsync();
        files.Remove("notes/post/add_note.sql");
        files.Write("more/get/more.sql", "SELECT 1 AS n");
        await collection.RegisterQueryFunctionsAsync(Stop);
        Named(collection).ShouldBe(["more/get/more.sql more get", "notes/get/all_notes.sql all_notes get"]);
    }

    [Fact]
    public async Task A_function_is_refused_where_the_database_stores_none()
    {
        files.Write("notes/put/body.sql", "BEGIN RETURN '{}'; END");
        await Refused(LoadAsync(), "notes/put/body.sql:1: SQLite stores no functions: a file holds a query");
    }

    [Theory]
    [InlineData("PRAGMA user_version")]
    [InlineData("pragma query_only = OFF")]
    [InlineData("ATTACH 'other.db' AS other")]
    [InlineData("SAVEPOINT a")]
    [InlineData("COMMIT")]
    [InlineData("DROP TABLE note")]
    [InlineData("/* what a query is not */ EXPLAIN SELECT 1")]
    public async Task What_changes_the_connection_is_no_query(string sql)
    {
        files.Write("notes/put/other.sql", sql);
        await Refused(LoadAsync(), "notes/put/other.sql:1: a query starts with SELECT, WITH, VALUES, INSERT, UPDATE, DELETE or REPLACE");
    }

    [Theory]
    [InlineData("CREATE TEMP TABLE scratch (id)")]
    [InlineData("CREATE TEMP VIEW seen AS SELECT 1")]
    public async Task No_temporary_table_is_left_on_the_connection(string sql)
    {
        files.Write("notes/put/other.sql", sql);
        await Refused(LoadAsync(), "notes/put/other.sql:1: SQLite stores no functions: a file holds a query");
    }

    [Theory]
    [InlineData("?")]
    [InlineData("?1")]
    [InlineData("$1")]
    [InlineData("$id")]
    [InlineData("@id")]
    [InlineData(":1")]
    public async Task A_parameter_is_written_in_one_way(string other)
    {
        files.Write("notes/put/other.sql", $"SELECT id FROM note\nWHERE id = :id OR id = {other}");
        await Refused(LoadAsync(), $"notes/put/other.sql:2: {other} means nothing in a file: a parameter is written :name");
    }

    [Theory]
    [InlineData("VALUES (1)")]
    [InlineData("SELECT '?' || \"$1\", [@id] FROM (SELECT 1 AS \"$1\", 2 AS [@id]) -- ?")]
    [InlineData("WITH a AS (SELECT 1) SELECT * FROM a")]
    [InlineData("REPLACE INTO note (id) VALUES (:id)")]
    public async Task Any_other_query_is_taken(string sql)
    {
        files.Write("notes/put/other.sql", sql);
        using var collection = await LoadAsync();
        collection.Table.Find("/notes")!.Allowed.ShouldContain("PUT");
    }

    [Fact]
    public async Task A_query_whose_table_has_changed_is_loaded_as_it_serves_and_not_as_its_file_is_by_now()
    {
        const string query = "SELECT * FROM note";
        files.Write("notes/get/all_notes.sql", query);
        using var collection = await LoadAsync();
        var before = collection.Table.Find("/notes")!.For("GET");
        await file!.ExecuteAsync("ALTER TABLE note ADD COLUMN text text", Stop);
        files.Write("notes/get/all_notes.sql", "SELECT 1 AS ha");
        using var argument = FunctionArgument.OfQuery("", arrays: false, takesStyle: false);
        await using var answer = await collection.AnswerAsync("/notes", "GET", argument, new JsonFormat(), caller: null, Stop);
        collection.Table.Find("/notes")!.For("GET").ShouldNotBeSameAs(before);
        collection.Files.First(state => state.Path == "notes/get/all_notes.sql").Text.ShouldBe(query);
    }

    private Task<QueryCollection> LoadAsync() => QueryCollection.LoadAsync(files.Path, database!, stop: Stop);

    private static async Task Refused(Task doing, string problem) =>
        (await doing.ShouldThrowAsync<FunctionFilesException>()).Message.ShouldBe(problem);

    private static List<string> Named(QueryCollection collection)
    {
        var named = new List<string>();
        collection.EachFile((path, function, method) => named.Add($"{path} {function} {method}"));
        return named;
    }
}
