using Relata.Conformance;
using Relata.Databases.Postgres.Tests.Conformance;
using FunctionFolder = Relata.Support.FunctionFolder;

namespace Relata.Databases.Postgres.Tests.Functions;

/// <summary>A server that does with functions what pj does, at another path, and leaves its files alone.</summary>
public sealed class SettingsServer : PostgresServer
{
    public SettingsServer() => Functions = FunctionFolder.Of(new Dictionary<string, string>
    {
        ["echo/get/echo_query.sql"] = "-- @language sql\nSELECT json_build_object('http_status_code', 202, 'asked', params)",
        ["echo/post/echo_body.sql"] = "-- @language sql\nSELECT json_build_object('asked', params)",
    });

    /// <inheritdoc/>
    protected override string Configuration => """
        {
          "functions": {
            "mount": "/api/pj", "watch": false, "maxBodyBytes": 10, "alwaysArrays": true, "keepControlKeys": true
          }
        }
        """;
}

/// <summary>What an operator sets about functions.</summary>
public sealed class FunctionSettingsTests(SettingsServer server) : Specification(server), IClassFixture<SettingsServer>
{
    [Fact]
    public async Task Every_value_is_an_array_and_the_keys_of_the_server_stay()
    {
        var answer = await Get("/api/pj/echo?a=1");
        (answer.Status, answer.Body).ShouldBe((202, """{"http_status_code" : 202, "asked" : {"a":["1"]}}"""));
    }

    [Fact]
    public async Task The_limit_is_that_of_the_server()
    {
        (await Post("/api/pj/echo", "[1,2,3,45]")).Status.ShouldBe(200);
        await Post("/api/pj/echo", "[1,2,3,456]").ShouldFail(413, "body-too-large");
    }

    [Fact]
    public async Task Files_are_left_alone_and_functions_have_no_other_path()
    {
        await Get("/fn/echo").ShouldFail(404, "unknown-table");
        (await Get("/__functions")).Body.ShouldContain("\"path\":\"/api/pj/echo\"");
        Server.Functions!.Write("late/get/late.sql", "SELECT 1 AS n");
        for (var turn = 0; turn < 400; turn++) await Get("/api/pj/late").ShouldFail(404, "route-not-found");
    }
}
