using System.Globalization;
using System.Text.Json.Nodes;
using Npgsql;
using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>The command line and the environment do what the documentation says.</summary>
public sealed class OperatorStartsTheServer
{
    private const string Shop = """
        CREATE TABLE customer (id integer PRIMARY KEY, name text NOT NULL);
        CREATE TABLE purchase (id integer PRIMARY KEY, customer_id integer NOT NULL REFERENCES customer (id));
        INSERT INTO customer VALUES (1, 'Ada');
        INSERT INTO purchase VALUES (1, 1);
        """;

    private const string TwoSchemas = """
        CREATE SCHEMA sales; CREATE TABLE sales.purchase (id integer PRIMARY KEY);
        CREATE SCHEMA stock; CREATE TABLE stock.crate (id integer PRIMARY KEY);
        CREATE TABLE public.secret (id integer PRIMARY KEY);
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Introspect_prints_the_schema_of_SQLite_as_the_server_answers_it()
    {
        using var file = await SqliteFile.CreateAsync(Shop, Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, stop: Stop);
        await ShouldPrintAsync(relata, file.Url);
    }

    [Fact]
    public async Task Introspect_prints_the_schema_of_PostgreSQL_as_the_server_answers_it()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync(Shop, Stop);
        await using var relata = await RelataProcess.StartAsync(database.Url, stop: Stop);
        await ShouldPrintAsync(relata, database.Url);
    }

    [Fact]
    public async Task The_URLs_that_it_prints_for_SQLite_answer()
    {
        using var file = await SqliteFile.CreateAsync(Shop, Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, stop: Stop);
        await ShouldAnswerPrintedUrlsAsync(relata);
    }

    [Fact]
    public async Task The_URLs_that_it_prints_for_PostgreSQL_answer()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync(Shop, Stop);
        await using var relata = await RelataProcess.StartAsync(database.Url, stop: Stop);
        await ShouldAnswerPrintedUrlsAsync(relata);
        relata.Output.ShouldNotContain(new NpgsqlConnectionStringBuilder(database.ConnectionString).Password!
            + "@", customMessage: "a password is never shown");
    }

    [Fact]
    public async Task Without_any_setting_the_sample_is_made_and_served()
    {
        using var home = new TemporaryFolder();
        var port = Ports.Free();
        var environment = EmptyEnvironment.With(
            ("HOME", home.Path), ("XDG_DATA_HOME", home.Path), ("PORT", port.ToString(CultureInfo.InvariantCulture)));
        await using var relata = await RelataProcess.StartBareAsync([], environment, Stop);
        relata.Client.BaseAddress!.Port.ShouldBe(port);

        Directory.GetFiles(home.File("relata"), "surveillance-*.db").Length.ShouldBe(1);
        await ShouldAnswerPrintedUrlsAsync(relata);
        (await IdsAsync(relata, "/event?id=46709")).ShouldBe([46709]);
        int[] three = [14790680, 14790681, 14790682];
        (await IdsAsync(relata, "/detection?id__gte=14790680&id__lte=14790682")).ShouldBe(three);
        (await IdsAsync(relata, "/detection?id__in=14790680,14790681,14790682")).ShouldBe(three);
        (await IdsAsync(relata, "/event")).Count.ShouldBe(100);
        var page = await RowsAsync(relata, "/event?order_by=start_timestamp&order=desc&limit=10&offset=10");
        page.Count.ShouldBe(10);
        var starts = page.Select(row => row!["start_timestamp"]!.ToString()).ToList();
        starts.ShouldBe(starts.OrderDescending(StringComparer.Ordinal));
        relata.ShouldHaveNoFault();
    }

    [Fact]
    public async Task DATABASE_URL_and_PORT_do_without_arguments()
    {
        using var file = await SqliteFile.CreateAsync(Shop, Stop);
        var port = Ports.Free();
        var environment = EmptyEnvironment.With(
            ("DATABASE_URL", file.Url), ("POSTGRES_HOST", "nowhere.invalid"),
            ("PORT", port.ToString(CultureInfo.InvariantCulture)));
        await using var relata = await RelataProcess.StartBareAsync(["serve"], environment, Stop);
        relata.Client.BaseAddress!.Port.ShouldBe(port);

        (await Outcome.GetAsync(relata.Client, "/customer/1", Stop)).Text.ShouldBe("""{"id":1,"name":"Ada"}""");
    }

    [Fact]
    public async Task The_POSTGRES_variables_name_a_database_and_its_schemas()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync(TwoSchemas, Stop);
        var parts = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var environment = EmptyEnvironment.With(
            ("POSTGRES_HOST", parts.Host!), ("POSTGRES_PORT", parts.Port.ToString(CultureInfo.InvariantCulture)),
            ("POSTGRES_USER", parts.Username!), ("POSTGRES_PASSWORD", parts.Password!), ("POSTGRES_DB", database.Name),
            ("POSTGRES_SCHEMA", "stock"));

        (await TablesAsync([], environment)).ShouldBe(["crate"]);
    }

    [Fact]
    public async Task Only_the_schemas_that_are_named_are_exposed()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync(TwoSchemas, Stop);

        var named = await TablesAsync(["--database", database.Url, "--schemas", "sales,stock"]);
        named.ShouldBe(["crate", "purchase"], ignoreOrder: true);
        (await TablesAsync(["--database", database.Url])).ShouldBe(["secret"]);
    }

    [Fact]
    public async Task The_command_line_wins_over_the_file_and_the_file_over_the_environment()
    {
        using var folder = new TemporaryFolder();
        using var first = await SqliteFile.CreateAsync("CREATE TABLE of_the_line (id integer)", Stop);
        using var second = await SqliteFile.CreateAsync("CREATE TABLE of_the_file (id integer)", Stop);
        using var third = await SqliteFile.CreateAsync("CREATE TABLE of_the_environment (id integer)", Stop);
        var environment = EmptyEnvironment.With(("DATABASE_URL", third.Url));
        string[] file = ["--config", folder.File("relata.json")];
        await File.WriteAllTextAsync(file[1], $$"""{ "database": "{{second.Url}}" } // a comment""", Stop);

        (await TablesAsync([.. file, "--database", first.Url], environment)).ShouldBe(["of_the_line"]);
        (await TablesAsync(file, environment)).ShouldBe(["of_the_file"]);
        (await TablesAsync([], environment)).ShouldBe(["of_the_environment"]);
    }

    private static async Task ShouldPrintAsync(RelataProcess relata, string database)
    {
        string[] arguments = ["introspect", "--database", database];
        var printed = await RelataProcess.RunAsync(arguments, EmptyEnvironment.With(), Stop);
        printed.ExitCode.ShouldBe(0);
        printed.Errors.ShouldBeEmpty();
        var answered = await Outcome.GetAsync(relata.Client, "/__schema", Stop);
        answered.IsGood.ShouldBeTrue();

        // Without the layout for people it is the very same text: the same keys in the same order.
        printed.Output.ShouldBeJson().ToJsonString().ShouldBe(answered.Text.ShouldBeJson().ToJsonString());
    }

    private static async Task ShouldAnswerPrintedUrlsAsync(RelataProcess relata)
    {
        // The server answers a moment before it has printed all.
        List<string> urls = [];
        await Poll.UntilAsync(() => (urls = PrintedUrls(relata)).Count >= 3, stop: Stop);
        urls.Count.ShouldBe(3);
        foreach (var url in urls) (await Outcome.GetAsync(relata.Client, url, Stop)).IsGood.ShouldBeTrue(url);
    }

    private static List<string> PrintedUrls(RelataProcess relata) =>
    [
        .. relata.Output.Split('\n')
            .Where(line => line.StartsWith("  http://", StringComparison.Ordinal))
            .Select(line => line.Trim()),
    ];

    private static async Task<List<string>> TablesAsync(
        string[] arguments, Dictionary<string, string>? environment = null)
    {
        environment ??= EmptyEnvironment.With();
        var result = await RelataProcess.RunAsync(["introspect", .. arguments], environment, Stop);
        result.Errors.ShouldBeEmpty();
        return [.. result.Output.ShouldBeJson()["tables"]!.AsArray().Select(table => table!["name"]!.ToString())];
    }

    private static async Task<List<int>> IdsAsync(RelataProcess relata, string path) =>
        [.. (await RowsAsync(relata, path)).Select(row => row!["id"]!.GetValue<int>())];

    private static async Task<JsonArray> RowsAsync(RelataProcess relata, string path)
    {
        var answer = await Outcome.GetAsync(relata.Client, path, Stop);
        answer.IsGood.ShouldBeTrue(answer.Text);
        return answer.Text.ShouldBeJson().AsArray();
    }
}
