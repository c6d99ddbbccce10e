using Relata.Conformance;
using Relata.Conformance.Functions;
using Relata.Databases.Sqlite.Tests.Conformance;
using Relata.Support;

namespace Relata.Databases.Sqlite.Tests.Functions;

/// <summary>A server with queries over values without a declared type.</summary>
public sealed class UntypedQueryServer : SqliteServer
{
    public UntypedQueryServer() => Functions = FunctionFolder.Of(new Dictionary<string, string>
    {
        ["types/post/types.sql"] = "SELECT typeof(:v) AS t, :v AS v",
        ["types/get/default_type.sql"] = "-- @param v = 7\nSELECT typeof(:v) AS t",
        ["paths/get/path_of_json.sql"] = "SELECT json_extract('{\"a\":1}', :path) AS a",
    });
}

/// <summary>Queries on SQLite, which does not say which types their parameters have.</summary>
public sealed class SqliteQueryTests(UntypedQueryServer server)
    : FunctionSpecification(server), IClassFixture<UntypedQueryServer>
{
    [Theory]
    [InlineData("1", "integer", "1")]
    [InlineData("9007199254740993", "integer", "9007199254740993")]
    [InlineData("-9223372036854775808", "integer", "-9223372036854775808")]
    [InlineData("1.5", "real", "1.5")]
    [InlineData("1e3", "real", "1000")]
    [InlineData("true", "integer", "1")]
    [InlineData("\"1\"", "text", "\"1\"")]
    public Task A_value_keeps_the_type_that_it_has_in_JSON(string sent, string type, string got) =>
        Post("/fn/types", $$"""{"v":{{sent}}}""").ShouldAnswer(200, $$"""[{"t":"{{type}}","v":{{got}}}]""");

    [Theory]
    [InlineData("9223372036854775808")]
    [InlineData("12345678901234567890")]
    [InlineData("1e400")]
    public Task A_number_that_would_change_is_refused(string sent) => Post("/fn/types", $$"""{"v":{{sent}}}""").ShouldFail(
        422, "value-out-of-range", "The number of the parameter \"v\" is too large.");

    [Fact]
    public Task A_default_keeps_its_type_too() => Get("/fn/types").ShouldAnswer(200, """[{"t":"integer"}]""");

    [Fact]
    public async Task A_path_into_JSON_that_is_none_is_a_bad_value()
    {
        await Get("/fn/paths?path=$.a").ShouldAnswer(200, """[{"a":1}]""");
        await Get("/fn/paths?path=x").ShouldFail(400, "bad-value", "A value that should be a path into JSON is none.");
    }
}
