using Relata.Conformance;

namespace Relata.Databases.MySql.Tests.Types;

/// <summary>Changed rows are found again by their keys, whatever MariaDB makes of these.</summary>
public sealed class KeyTests(KeyServer server) : Specification(server), IClassFixture<KeyServer>
{
    [Fact]
    public async Task The_year_0_is_no_year_2000()
    {
        await Patch("/year_key/0?fields=id,v", """{"v":10}""").ShouldAnswer(200, """{"id":0,"v":10}""");
        await Patch("/year_key?id__in=0,2000&fields=id,v", """{"v":11}""")
            .ShouldAnswer(200, """[{"id":0,"v":11},{"id":2000,"v":11}]""");
        await Get("/year_key?id=0&fields=id").ShouldAnswer(200, Ids("0"));
    }

    [Theory]
    [InlineData("moment_key", "2024-01-01T00:00:00", "2024-01-01T00:00:00.3")]
    [InlineData("set_key", "b", "b,a")]
    public async Task A_key_that_is_stored_otherwise_than_it_was_sent_is_refused(string table, string key, string sent)
    {
        await Patch($"/{table}?id={key}", $$"""{"id":"{{sent}}","v":2}""").ShouldFail(422, "value-out-of-range");
        await Get($"/{table}").ShouldAnswer(200, $$"""[{"id":"{{key}}","v":1}]""");
    }

    [Fact]
    public async Task A_sent_zero_is_no_number_to_be_counted()
    {
        await Post("/counted", """[{"id":0,"v":1},{"v":2}]""").ShouldAnswer(201, """[{"id":0,"v":1},{"id":1,"v":2}]""");
        await Patch("/counted/0?fields=v", """{"v":3}""").ShouldAnswer(200, """{"v":3}""");
    }

    [Theory]
    [InlineData("t=😀")]
    [InlineData("t__in=😀,x")]
    public async Task A_character_that_a_column_cannot_hold_is_said_to_be_one(string filter)
    {
        await Get($"/latin?{filter}").ShouldFail(400, "bad-value");
        await Get("/latin?t=café&fields=id").ShouldAnswer(200, Ids("1"));
        await Get("/latin?t__ne=😀&fields=id").ShouldAnswer(200, Ids("1"));
    }

    [Fact]
    public async Task A_row_that_has_the_sent_key_already_is_none_of_the_changed_ones() =>
        await Patch("/set_key?id=a", """{"id":"b"}""").ShouldAnswer(200, "[]");

    [Fact]
    public async Task Seventeen_thousand_rows_with_a_key_of_two_columns_are_changed_at_once()
    {
        var answer = await Patch("/many?a=1&fields=v", """{"v":1}""");
        answer.Status.ShouldBe(200);
        answer.Body.Length.ShouldBe("""{"v":1},""".Length * 17_000 + 1);
    }
}
