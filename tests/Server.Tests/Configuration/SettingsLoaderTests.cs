using Relata.Server.Configuration;

namespace Relata.Server.Tests.Configuration;

/// <summary>Several places can name the same setting; which one is in force must not be a surprise.</summary>
public sealed class SettingsLoaderTests
{
    private readonly Dictionary<string, string> variables = [];
    private string file = "{}";

    [Fact]
    public async Task Serves_the_sample_on_port_8080_when_nobody_says_otherwise()
    {
        var settings = await LoadAsync(new());
        settings.Database.ShouldBeNull();
        settings.Listen.ShouldBe("http://127.0.0.1:8080");
        settings.Schemas.ShouldBeEmpty();
        settings.Limits.MaxRows.ShouldBe(10_000);
        settings.Connections.Max.ShouldBeGreaterThanOrEqualTo(8);
        settings.Rest.ShouldBe(new RestSettings { Enabled = true, Mount = "/" });
    }

    [Fact]
    public async Task Prefers_the_command_line_to_the_file_and_the_environment()
    {
        variables["DATABASE_URL"] = "sqlite:environment.db";
        variables["PORT"] = "1000";
        file = """{ "database": "sqlite:file.db", "listen": "http://127.0.0.1:2000", "schemas": ["file"] }""";
        var settings = await LoadAsync(new("sqlite:given.db", "http://127.0.0.1:3000", "one, two", "relata.json"));
        settings.Database.ShouldBe(new SqliteUrl("given.db"));
        settings.Listen.ShouldBe("http://127.0.0.1:3000");
        settings.Schemas.ShouldBe(["one", "two"]);
    }

    [Fact]
    public async Task Prefers_the_file_to_the_environment()
    {
        variables["DATABASE_URL"] = "sqlite:environment.db";
        variables["PORT"] = "1000";
        file = """{ "database": "sqlite:file.db", "listen": "http://127.0.0.1:2000" }""";
        var settings = await LoadAsync(new(Config: "relata.json"));
        settings.Database.ShouldBe(new SqliteUrl("file.db"));
        settings.Listen.ShouldBe("http://127.0.0.1:2000");
    }

    [Fact]
    public async Task Takes_from_the_environment_what_the_file_leaves_open()
    {
        variables["DATABASE_URL"] = "sqlite:environment.db";
        variables["PORT"] = "1000";
        file = """{ "limits": { "maxRows": 500 } }""";
        var settings = await LoadAsync(new(Config: "relata.json"));
        settings.Database.ShouldBe(new SqliteUrl("environment.db"));
        settings.Listen.ShouldBe("http://127.0.0.1:1000");
        settings.Limits.ShouldBe(new LimitSettings { MaxRows = 500 });
    }

    [Fact]
    public async Task Takes_an_upstream_server_in_the_place_of_a_database()
    {
        variables["DATABASE_URL"] = "sqlite:environment.db";
        file = """{ "upstream": { "url": "http://10.0.0.7:8080/ex" }, "ex": { "mount": "/" } }""";
        var settings = await LoadAsync(new(Config: "relata.json"));
        (settings.Upstream.Url, settings.Upstream.TimeoutMilliseconds).ShouldBe(("http://10.0.0.7:8080/ex", 60_000));
        settings.Database.ShouldBeNull();
        (await LoadAsync(new(Config: "relata.json", Upstream: "https://other/ex"))).Upstream.Url.ShouldBe("https://other/ex");
    }

    [Fact]
    public async Task Refuses_what_means_nothing_in_front_of_an_upstream_server()
    {
        file = """
            {
              "upstream": { "url": "http://127.0.0.1:8080/ex" }, "database": "sqlite:a.db", "ex": { "enabled": false },
              "tables": { "include": ["a"] }, "limits": { "maxRows": 500, "maxBodyBytes": 5 }
            }
            """;
        (await Should.ThrowAsync<UsageException>(() => LoadAsync(new(Config: "relata.json", Schemas: "a")))).Problems.ShouldBe(
        [
            "relata.json: ex.enabled must be true in front of an upstream server: nothing else is passed on",
            "relata.json: database and upstream cannot both be served",
            "relata.json: tables.include means nothing in front of an upstream server: set it there",
            "relata.json: limits.maxRows means nothing in front of an upstream server: set it there",
            "--schemas means nothing in front of an upstream server: set it there",
            "the upstream server is the one that is started",
        ]);
        file = """{ "upstream": { "timeoutMilliseconds": 5 } }""";
        (await Should.ThrowAsync<UsageException>(() => LoadAsync(new(Config: "relata.json")))).Problems
            .ShouldBe(["relata.json: upstream needs a url, in the file or by --upstream"]);
        file = "{}";
        (await Should.ThrowAsync<UsageException>(() => LoadAsync(new("sqlite:a.db", Upstream: "http://other/ex")))).Problems
            .ShouldBe(["--database and an upstream cannot both be served"]);
        foreach (var url in new[] { "other/ex", "ftp://other/ex", "http://ann:hush@other/ex", "http://other/ex?a=b" })
        {
            var refused = await Should.ThrowAsync<UsageException>(() => LoadAsync(new(Upstream: url)));
            refused.Message.ShouldStartWith("--upstream must be an http or https URL");
            refused.Message.ShouldNotContain("hush");
        }
    }

    [Fact]
    public async Task Takes_the_way_of_reads_from_the_command_line_before_the_file()
    {
        (await LoadAsync(new("postgres://db/shop"))).Postgres.Reads.ShouldBe("wire");
        file = """{ "database": "postgres://db/shop", "postgres": { "reads": "npgsql" } }""";
        (await LoadAsync(new(Config: "relata.json"))).Postgres.Reads.ShouldBe("npgsql");
        (await LoadAsync(new(Config: "relata.json", PostgresReads: "wire"))).Postgres.Reads.ShouldBe("wire");
        (await Should.ThrowAsync<UsageException>(() => LoadAsync(new("postgres://db/shop", PostgresReads: "pipe"))))
            .Problems.ShouldBe(["--postgres-reads must be one of wire, npgsql"]);
    }

    [Fact]
    public async Task Refuses_what_is_about_PostgreSQL_for_another_database()
    {
        foreach (var database in new[] { null, "sqlite:a.db", "mysql://db/shop" })
        {
            var refused = await Should.ThrowAsync<UsageException>(() => LoadAsync(new(database, PostgresReads: "wire")));
            refused.Problems.ShouldBe(["--postgres-reads means nothing here: the database is not PostgreSQL"]);
        }

        file = """{ "database": "sqlite:a.db", "postgres": { "reads": "npgsql" } }""";
        (await Should.ThrowAsync<UsageException>(() => LoadAsync(new(Config: "relata.json")))).Problems.ShouldBe(
            ["relata.json: postgres.reads means nothing here: the database is not PostgreSQL"]);
        file = "{}";
        (await Should.ThrowAsync<UsageException>(
            () => LoadAsync(new(Upstream: "http://other/ex", PostgresReads: "wire")))).Problems.ShouldBe(
            ["--postgres-reads means nothing in front of an upstream server: set it there"]);
        file = """{ "upstream": { "url": "http://other/ex" }, "postgres": { "reads": "wire" } }""";
        (await Should.ThrowAsync<UsageException>(() => LoadAsync(new(Config: "relata.json")))).Problems.ShouldBe(
            ["relata.json: postgres.reads means nothing in front of an upstream server: set it there"]);
    }

    [Fact]
    public async Task Puts_the_database_together_from_the_variables_of_the_PostgreSQL_image()
    {
        variables["POSTGRES_HOST"] = "db";
        variables["POSTGRES_PORT"] = "5433";
        variables["POSTGRES_PASSWORD"] = "p@ss/word";
        variables["POSTGRES_DB"] = "shop";
        variables["POSTGRES_SCHEMA"] = "sales,stock";
        var settings = await LoadAsync(new());
        var url = settings.Database.ShouldBeOfType<PostgresUrl>().Address;
        (url.Host, url.Port, url.User, url.Password, url.Database).ShouldBe(("db", 5433, "postgres", "p@ss/word", "shop"));
        settings.Schemas.ShouldBe(["sales", "stock"]);
    }

    [Fact]
    public async Task Prefers_DATABASE_URL_to_the_variables_of_the_PostgreSQL_image()
    {
        variables["DATABASE_URL"] = "sqlite:environment.db";
        variables["POSTGRES_HOST"] = "db";
        variables["POSTGRES_SCHEMA"] = "sales";
        var settings = await LoadAsync(new());
        settings.Database.ShouldBe(new SqliteUrl("environment.db"));
        settings.Schemas.ShouldBeEmpty();
    }

    [Fact]
    public async Task Takes_an_empty_variable_for_none()
    {
        variables["DATABASE_URL"] = "";
        variables["PORT"] = " ";
        variables["POSTGRES_HOST"] = "";
        (await LoadAsync(new())).Database.ShouldBeNull();
    }

    [Fact]
    public async Task Reports_everything_that_is_wrong_at_once()
    {
        variables["PORT"] = "http";
        var wrong = await Should.ThrowAsync<UsageException>(() => LoadAsync(new("oracle:x", Schemas: ",")));
        wrong.Problems.Count.ShouldBe(3);
        wrong.Message.ShouldContain("--database has the unknown scheme \"oracle\"");
        wrong.Message.ShouldContain("PORT must be a port");
        wrong.Message.ShouldContain("--schemas must name");
    }

    [Fact]
    public async Task Overlooks_a_wrong_variable_that_is_not_in_force()
    {
        variables["PORT"] = "http";
        variables["DATABASE_URL"] = "nonsense";
        var settings = await LoadAsync(new("sqlite:a.db", "http://localhost:1"));
        settings.Listen.ShouldBe("http://localhost:1");
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("http://[::1]:8080")]
    [InlineData("https://localhost:8443")]
    [InlineData("http://*:80")]
    [InlineData("http://127.0.0.1:0")]
    public async Task Listens_on_addresses(string url) => (await LoadAsync(new(Listen: url))).Listen.ShouldBe(url);

    [Theory]
    [InlineData("8080")]
    [InlineData("localhost:8080")]
    [InlineData("ftp://localhost:8080")]
    [InlineData("http://example.com:8080")]
    [InlineData("http://8080")]
    [InlineData("http://127.0.0.1:80800")]
    [InlineData("http://127.0.0.1:8080/path")]
    [InlineData("http://unix:/run/relata.sock")]
    public async Task Refuses_to_listen_elsewhere(string url)
    {
        var wrong = await Should.ThrowAsync<UsageException>(() => LoadAsync(new(Listen: url)));
        wrong.Message.ShouldStartWith("--listen must be an http or https URL");
    }

    [Fact]
    public async Task Names_a_file_that_is_not_there()
    {
        var loader = new SettingsLoader(_ => null, File.ReadAllTextAsync);
        var given = new GivenOptions(Config: Path.Combine(Path.GetTempPath(), "absent", "relata.json"));
        var wrong = await Should.ThrowAsync<UsageException>(() => loader.LoadAsync(given, Stop));
        wrong.Message.ShouldContain("relata.json");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Task<Settings> LoadAsync(GivenOptions given) =>
        new SettingsLoader(variables.GetValueOrDefault, (_, _) => Task.FromResult(file)).LoadAsync(given, Stop);
}
