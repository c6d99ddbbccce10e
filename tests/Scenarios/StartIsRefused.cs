using System.Net;
using System.Net.Sockets;
using Npgsql;
using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>Whatever keeps the server from starting is one line that shows no secret, and an exit code.</summary>
public sealed class StartIsRefused
{
    private const string Password = "open-sesame";
    private const int Failed = 1;
    private const int BadUsage = 2;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("unknown option --databse. Did you mean \"--database\"?", "--databse", $"postgres://u:{Password}@h/d")]
    [InlineData("unknown command sevre. Did you mean \"serve\"?", "sevre")]
    [InlineData("--database takes one value", "serve", "--database")]
    [InlineData("--database must be a URL", "--database", $"Host=h;Password={Password}")]
    [InlineData("--database has the unknown scheme \"oracle\"", "--database", $"oracle://u:{Password}@h/d")]
    [InlineData("--listen must be an http or https URL", "--database", "sqlite:x.db", "--listen", "somewhere")]
    [InlineData("--schemas must name at least one schema", "--database", "sqlite:x.db", "--schemas", ",")]
    [InlineData("--config: ", "--config", "/nowhere/relata.json")]
    public async Task A_wrong_command_line_says_what_is_wrong(string expected, params string[] arguments) =>
        (await RefusedAsync(BadUsage, arguments)).ShouldStartWith($"relata: {expected}");

    [Theory]
    [InlineData("""{ "limits": { "maxRow": 10 } }""", "maxRow")]
    [InlineData("""{ "limits": { "maxRows": "many" } }""", "limits.maxRows")]
    [InlineData("""{ "limits": """, "relata.json")]
    [InlineData($$"""{ "database": "oracle://u:{{Password}}@h/d" }""", "database")]
    [InlineData("""{ "limits": { "defaultRows": 100, "maxRows": 10 } }""", "limits.maxRows")]
    public async Task A_wrong_file_says_what_is_wrong(string configuration, string expected)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("relata.json"), configuration, Stop);

        (await RefusedAsync(BadUsage, "serve", "--config", folder.File("relata.json"))).ShouldContain(expected);
    }

    [Fact]
    public async Task Callers_need_a_database_that_has_roles()
    {
        using var folder = new TemporaryFolder();
        using var file = await SqliteFile.CreateAsync("CREATE TABLE note (id integer PRIMARY KEY)", Stop);
        await File.WriteAllTextAsync(folder.File("relata.json"), """{ "callers": { "role": "X-Role" } }""", Stop);

        var line = await RefusedAsync(BadUsage, "--database", file.Url, "--config", folder.File("relata.json"));

        line.ShouldStartWith("relata: callers are not possible with SQLite: ");
    }

    [Fact]
    public async Task A_missing_SQLite_file_is_named_and_not_made()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("missing.db");

        (await RefusedAsync(Failed, "--database", $"sqlite:{path}")).ShouldContain("missing.db");
        File.Exists(path).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_is_no_SQLite_database_is_named()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("letter.db"), new string('x', 4096), Stop);

        var line = await RefusedAsync(Failed, "--database", $"sqlite:{folder.File("letter.db")}");

        line.ShouldContain("no SQLite database");
    }

    [Fact]
    public async Task A_database_that_is_down_is_named()
    {
        var port = Ports.Free();

        var line = await RefusedAsync(Failed, "--database", $"postgres://relata:{Password}@127.0.0.1:{port}/shop");

        line.ShouldBe($"relata: Nothing answers at 127.0.0.1:{port}: the connection was refused.");
    }

    [Fact]
    public async Task A_host_that_does_not_exist_is_named()
    {
        var line = await RefusedAsync(Failed, "--database", $"postgres://relata:{Password}@nowhere.invalid/shop");

        line.ShouldContain("nowhere.invalid");
    }

    [Fact]
    public async Task A_wrong_password_is_said_and_not_shown()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync("", Stop);

        var line = await RefusedAsync(Failed, "--database", With(database, parts => parts.Password = Password));

        line.ShouldContain("refused the password");
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_named()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync("", Stop);

        var line = await RefusedAsync(Failed, "--database", With(database, parts => parts.Database = "absent"));

        line.ShouldContain("has no database \"absent\"");
    }

    [Fact]
    public async Task An_unknown_option_in_the_URL_is_named()
    {
        const string url = $"postgres://relata:{Password}@127.0.0.1/shop?sslmod=require";

        var line = await RefusedAsync(Failed, "--database", url);

        line.ShouldContain("sslmod");
    }

    [Fact]
    public async Task A_schema_that_does_not_exist_is_named()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync("", Stop);

        var line = await RefusedAsync(Failed, "--database", database.Url, "--schemas", "public,nowhere");

        line.ShouldContain("nowhere");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        using var file = await SqliteFile.CreateAsync("CREATE TABLE item (id integer PRIMARY KEY)", Stop);
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://{other.LocalEndpoint}";

        var line = await RefusedAsync(Failed, "--database", file.Url, "--listen", address);

        line.ShouldStartWith($"relata: Cannot listen on {address}");
    }

    private static string With(PostgresDatabase database, Action<NpgsqlConnectionStringBuilder> change)
    {
        var parts = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        change(parts);
        return PostgresDatabase.UrlOf(parts.ConnectionString);
    }

    /// <summary>Runs relata, which ends by itself, and gives the one line that it says.</summary>
    private static async Task<string> RefusedAsync(int exitCode, params string[] arguments)
    {
        var result = await RelataProcess.RunAsync(arguments, EmptyEnvironment.With(), Stop);
        result.ExitCode.ShouldBe(exitCode, result.Errors);
        result.Output.ShouldBeEmpty();
        result.Errors.ShouldEndWith("\n");
        result.Errors.Count(letter => letter == '\n').ShouldBe(1, result.Errors);
        result.Errors.ShouldNotContain(Password);
        result.Errors.ShouldNotContain("   at ");
        result.Errors.ShouldNotContain("Exception");
        return result.Errors.TrimEnd('\n');
    }
}
