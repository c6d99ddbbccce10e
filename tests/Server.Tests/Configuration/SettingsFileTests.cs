using Microsoft.Extensions.Logging;
using Relata.Server.Configuration;

namespace Relata.Server.Tests.Configuration;

/// <summary>A typing error in the configuration file must be found at the start, and by its name.</summary>
public sealed class SettingsFileTests
{
    [Fact]
    public void Reads_every_kind_of_value_between_comments_and_trailing_commas()
    {
        var settings = Read(
            """
            {
              // where the rows are
              "$schema": "relata.schema.json",
              "database": "postgres://me@db/shop",
              "schemas": ["sales", "stock"],
              "tables": { "exclude": ["stock.audit"], },
              "connections": { "max": 3 },
              "rest": { "enabled": false, "mount": "/api/v1" },
              "logLevel": "warning",
              "detailedErrors": true,
            }
            """);
        settings.Database.ShouldBeOfType<PostgresUrl>().Address.Database.ShouldBe("shop");
        settings.Schemas.ShouldBe(["sales", "stock"]);
        settings.Tables.Exclude.ShouldBe(["stock.audit"]);
        settings.Connections.ShouldBe(new ConnectionSettings { Max = 3, WaitMilliseconds = 10_000 });
        settings.Rest.ShouldBe(new RestSettings { Enabled = false, Mount = "/api/v1" });
        settings.LogLevel.ShouldBe(LogLevel.Warning);
        settings.DetailedErrors.ShouldBeTrue();
    }

    [Fact]
    public void Reads_settings_of_callers_in_their_order()
    {
        var callers = Read("""{ "callers": { "settings": { "b.c": "X-B", "a.b.c_1$": "X-A" }, "role": "X-Role" } }""").Callers;
        callers.Settings.ShouldBe([new("b.c", "X-B"), new("a.b.c_1$", "X-A")]);
        (callers.Role, callers.AnonymousRole, callers.AreNamed()).ShouldBe(("X-Role", null, true));
        Read("{}").Callers.AreNamed().ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{ "limit": {} }""", "unknown key \"limit\". Did you mean \"limits\"?")]
    [InlineData("""{ "limits": { "maxRow": 1 } }""", "unknown key \"limits.maxRow\". Did you mean \"maxRows\"?")]
    [InlineData("""{ "maxRows": 1 }""", "unknown key \"maxRows\". Did you mean \"limits.maxRows\"?")]
    [InlineData("""{ "colour": 1 }""", "unknown key \"colour\"")]
    [InlineData("""{ "limits": { "maxRows": "many" } }""", "limits.maxRows must be a whole number from 1 to 1000000000")]
    [InlineData("""{ "limits": { "maxRows": 1.5 } }""", "limits.maxRows must be a whole number from 1 to 1000000000")]
    [InlineData("""{ "limits": { "maxRows": 0 } }""", "limits.maxRows must be a whole number from 1 to 1000000000")]
    [InlineData("""{ "limits": { "maxRows": 99999999999 } }""", "limits.maxRows must be a whole number from 1 to 1000000000")]
    [InlineData("""{ "limits": { "maxRows": 50 } }""", "limits.maxRows (50) must be at least limits.defaultRows (100)")]
    [InlineData("""{ "limits": 5 }""", "limits must be an object")]
    [InlineData("""{ "schemas": "public" }""", "schemas must be an array of strings")]
    [InlineData("""{ "schemas": [1] }""", "schemas must be an array of strings")]
    [InlineData("""{ "schemas": [""] }""", "schemas must not hold an empty name")]
    [InlineData("""{ "database": null }""", "database must be a string")]
    [InlineData("""{ "database": "postgre://a" }""", "database has the unknown scheme \"postgre\". Did you mean \"postgres\"?")]
    [InlineData("""{ "listen": "here" }""", "listen must be an http or https URL")]
    [InlineData("""{ "detailedErrors": "yes" }""", "detailedErrors must be true or false")]
    [InlineData("""{ "logLevel": "warnin" }""", "Did you mean \"warning\"?")]
    [InlineData("""{ "logLevel": 3 }""", "logLevel must be one of trace, debug, information")]
    [InlineData("""{ "rest": { "mount": "api" } }""", "rest.mount must be / or a path such as /api")]
    [InlineData("""{ "rest": { "mount": "/api/" } }""", "rest.mount must be / or a path such as /api")]
    [InlineData("""{ "cursorKey": "0123456789abcde" }""", "cursorKey must have at least 16 characters")]
    [InlineData("""{ "rest": { "envelope": "django" } }""", "rest.envelope must be one of none, drf, djangolang")]
    [InlineData("""{ "ex": { "mount": "ex" } }""", "ex.mount must be / or a path such as /ex")]
    [InlineData("""{ "rest": { "mount": "/ex" } }""", "rest.mount and ex.mount must differ")]
    [InlineData("""{ "functions": { "mount": "fn" } }""", "functions.mount must be / or a path such as /fn")]
    [InlineData("""{ "functions": { "directory": "" } }""", "functions.directory must not be empty")]
    [InlineData("""{ "functions": { "directory": "a", "mount": "/ex" } }""", "functions.mount and ex.mount must differ")]
    [InlineData("""{ "cursorKey": 5 }""", "cursorKey must be a string")]
    [InlineData("""{ "postgres": { "reads": "pipe" } }""", "postgres.reads must be one of wire, npgsql")]
    [InlineData("""{ "postgres": { "reads": "Npgsql" } }""", "postgres.reads must be one of wire, npgsql")]
    [InlineData("""{ "metrics": { "endpoint": 1 } }""", "metrics.endpoint must be true or false")]
    [InlineData("[]", "must be an object")]
    [InlineData("""{ "callers": { "settings": ["X-Tenant"] } }""", "callers.settings must be an object of strings")]
    [InlineData("""{ "callers": { "settings": { "app.tenant": 1 } } }""", "callers.settings must be an object of strings")]
    [InlineData("""{ "callers": { "settings": { "role": "X-Role" } } }""", "callers.settings.role must be a name with a dot")]
    [InlineData("""{ "callers": { "settings": { "app.": "X" } } }""", "callers.settings.app. must be a name with a dot")]
    [InlineData("""{ "callers": { "settings": { "a.1": "X" } } }""", "callers.settings.a.1 must be a name with a dot")]
    [InlineData("""{ "callers": { "settings": { "a..b": "X" } } }""", "callers.settings.a..b must be a name with a dot")]
    [InlineData("""{ "callers": { "settings": { ".b": "X" } } }""", "callers.settings..b must be a name with a dot")]
    [InlineData("""{ "callers": { "settings": { "a.b c": "X" } } }""", "callers.settings.a.b c must be a name with a dot")]
    [InlineData("""{ "callers": { "settings": { "a.b": "X Y" } } }""", "callers.settings.a.b must be the name of a header")]
    [InlineData("""{ "callers": { "settings": { "a.b": "" } } }""", "callers.settings.a.b must be the name of a header")]
    [InlineData("""{ "callers": { "settings": { "a.b": "X", "A.b": "Y" } } }""", "callers.settings must name each setting once")]
    [InlineData("""{ "callers": { "role": "" } }""", "callers.role must be the name of a header, such as X-Role")]
    [InlineData("""{ "callers": { "role": "X:" } }""", "callers.role must be the name of a header, such as X-Role")]
    [InlineData("""{ "callers": { "anonymousRole": "a" } }""", "callers.anonymousRole means nothing without callers.role")]
    [InlineData("""{ "callers": { "role": "X", "anonymousRole": "none" } }""", "callers.anonymousRole must be a role")]
    [InlineData("""{ "callers": { "role": "X" }, "ex": { "exec": true } }""", "callers and ex.exec cannot both be")]
    public void Names_the_key_that_is_wrong(string text, string problem)
    {
        var wrong = Should.Throw<UsageException>(() => Read(text));
        wrong.Problems.ShouldHaveSingleItem().ShouldStartWith("relata.json: ");
        wrong.Message.ShouldContain(problem);
    }

    [Fact]
    public void Names_the_line_that_is_no_JSON()
    {
        var wrong = Should.Throw<UsageException>(() => Read("{\n  \"listen\": \"http://127.0.0.1:1\"\n  \"schemas\": []\n}"));
        wrong.Message.ShouldStartWith("relata.json line 3, column 3: not valid JSON: ");
        wrong.Message.ShouldNotContain("LineNumber");
    }

    [Fact]
    public void Refuses_a_key_that_is_there_twice() =>
        Should.Throw<UsageException>(() => Read("""{ "listen": "http://*:1", "listen": "http://*:2" }"""))
            .Message.ShouldContain("'listen'");

    [Fact]
    public void Lists_all_that_is_wrong()
    {
        var wrong = Should.Throw<UsageException>(() => Read("""{ "limits": { "maxRows": "x" }, "rest": 1, "no": 2 }"""));
        wrong.Problems.Count.ShouldBe(3);
    }

    private static Settings Read(string text)
    {
        var settings = SettingsFile.Bind(new SettingsFile("relata.json").Read(text));
        var problems = SettingsRules.Problems(settings).Select(problem => $"relata.json: {problem}").ToList();
        return problems.Count == 0 ? settings : throw new UsageException(problems);
    }
}
