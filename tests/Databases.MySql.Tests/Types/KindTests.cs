using Relata.Conformance;
using Relata.Support;

namespace Relata.Databases.MySql.Tests.Types;

/// <summary>What only MariaDB has: its types, its collations, and how a statement of it is ended.</summary>
public sealed class KindTests(KindServer server) : Specification(server), IClassFixture<KindServer>
{
    [Theory]
    [InlineData("tiny", "-5")]
    [InlineData("unsigned_tiny", "200")]
    [InlineData("unsigned_big", "18446744073709551615")]
    [InlineData("unsigned_medium", "16777215")]
    [InlineData("long_decimal", "123456789012345678901234567890.0123456789")]
    [InlineData("one_bit", "true")]
    [InlineData("bits", "21")]
    [InlineData("all_bits", "18446744073709551615")]
    [InlineData("y", "2024")]
    [InlineData("e", "\"it's\"")]
    [InlineData("s", "\"x,z\"")]
    [InlineData("c36", "\"neither a uuid nor as long as one\"")]
    [InlineData("latin", "\"Grüße\"")]
    [InlineData("folded", "\"Ada\"")]
    [InlineData("bin16", "\"AAECAwQFBgcICQoLDA0ODw==\"")]
    [InlineData("bytes", "\"/w==\"")]
    [InlineData("address", "\"::1\"")]
    [InlineData("place", """{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}""")]
    [InlineData("place", """{"type":"Point","coordinates":[1.5,-2.25]}""")]
    [InlineData("ts", "\"2024-01-01T00:00:00Z\"")]
    [InlineData("dt", "\"2024-01-01T00:00:00\"")]
    [InlineData("t", "\"10:11:12.345\"")]
    [InlineData("f", "0.1")]
    [InlineData("txt", "\"x\"")]
    public async Task A_value_is_stored_answered_and_found(string column, string value)
    {
        var row = $$"""{"{{column}}":{{value}}}""";
        var id = (await Post("/kind?fields=id", row)).Body;
        id.ShouldStartWith("{\"id\":");
        var number = id["{\"id\":".Length..^1];
        await Get($"/kind/{number}?fields={column}").ShouldAnswer(200, row);
        await Get($"/kind?{column}={Uri.EscapeDataString(value.Trim('"'))}&id={number}&fields=id").ShouldAnswer(200, $"[{id}]");
        await Delete($"/kind/{number}").ShouldAnswerNothing();
    }

    [Fact]
    public async Task Case_counts_whatever_the_collation_but_keys_are_those_of_the_database()
    {
        await Post("/kind?fields=folded", """{"id":500,"folded":"Case"}""").ShouldAnswer(201, """{"folded":"Case"}""");
        await Get("/kind?folded=case&fields=id").ShouldAnswer(200, "[]");
        await Get("/kind?folded__in=case,Case&fields=id").ShouldAnswer(200, Ids("500"));
        await Get("/kind?folded__iexact=cASE&fields=id").ShouldAnswer(200, Ids("500"));
        await Get("/kind?folded__gt=CASE&folded__lt=case&fields=id").ShouldAnswer(200, Ids("500"));
        await Post("/kind", """{"folded":"CASE"}""").ShouldFail(409, "unique-violation");
        await Delete("/kind/500").ShouldAnswerNothing();
    }

    [Fact]
    public async Task Refuses_what_its_types_do_not_hold()
    {
        await Post("/kind", """{"unsigned_tiny":300}""").ShouldFail(422, "value-out-of-range");
        await Post("/kind", """{"unsigned_big":-1}""").ShouldFail(422, "value-out-of-range");
        await Post("/kind", """{"f":1e39}""").ShouldFail(422, "value-out-of-range");
        await Post("/kind", """{"s":"q"}""").ShouldFail(400, "bad-value");
        await Post("/kind", """{"e":"q"}""").ShouldFail(400, "bad-value");
        await Get("/kind?hidden=3").ShouldFail(400, "unknown-column");
        await Get("/kind?j__contains=1").ShouldFail(400, "not-applicable");
        await Get("/kind?j__a__1__2=1").ShouldFail(400, "not-applicable");
        await Get("/kind?count=estimated").ShouldFail(400, "not-applicable");
    }

    [Fact]
    public async Task A_changed_key_is_answered()
    {
        await Post("/kind?fields=id", """{"id":600,"tiny":1}""").ShouldAnswer(201, """{"id":600}""");
        await Patch("/kind/600?fields=id,tiny,next", """{"id":601,"tiny":2}""").ShouldAnswer(200, """{"id":601,"tiny":2,"next":3}""");
        await Delete("/kind/601").ShouldAnswerNothing();
    }

    [Fact]
    public async Task Rows_without_a_key_are_changed_but_not_answered()
    {
        await Patch("/no_key?a=1", """{"b":"y"}""").ShouldFail(400, "not-applicable");
        await Prefer("return=minimal", "PATCH", "/no_key?a=1", """{"b":"y"}""").ShouldAnswerNothing();
        await Get("/no_key").ShouldAnswer(200, """[{"a":1,"b":"y"}]""");
    }

    [Fact]
    public async Task A_statement_that_takes_too_long_is_ended()
    {
        await Get("/slow").ShouldFail(504, "statement-timeout");
        await Get("/no_key?fields=a").ShouldAnswer(200, """[{"a":1}]""");
        await Poll.UntilAsync(async () => await Sleeping() == 0, stop: Stop);
    }

    private async Task<long> Sleeping()
    {
        await using var connection = Server.Connect();
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText =
            $"SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE DB = '{Server.Schema}' AND STATE = 'User sleep'";
        return Convert.ToInt64(await command.ExecuteScalarAsync(Stop), System.Globalization.CultureInfo.InvariantCulture);
    }
}
