using System.Text.Json;
using Relata.Conformance;

namespace Relata.Databases.Postgres.Tests.Tables;

/// <summary>Names of every sort, by percent-encoding, and one name in two schemas.</summary>
public sealed class NameTests(TablesServer server) : Specification(server), IClassFixture<TablesServer>
{
    [Theory]
    [InlineData("Mixed Case", "Id", "Other Name")]
    [InlineData("select", "from", "where")]
    [InlineData("a.b", "c.d", "e.f")]
    [InlineData("qu\"ote's", "i\"d", "v'")]
    [InlineData("日本 😀", "é", "ключ")]
    [InlineData("50% /\\?#&+=,;", "%25", "/?#&+=,;:@[]{}")]
    [InlineData(" ", "  ", "--")]
    [InlineData("__schema__", "a__eq", "__b")]
    public async Task Any_name_is_reached_by_percent_encoding(string table, string key, string column)
    {
        var (path, filter) = ($"/{Uri.EscapeDataString(table)}", Uri.EscapeDataString(column));
        string Row(int id, string value) => $"{{{Quoted(key)}:{id},{Quoted(column)}:{Quoted(value)}";
        string Known(string row) => table == "select" ? $$"""{{row}},"limit":null,"order":null}""" : $"{row}}}";

        var first = Known(Row(1, "one"));
        (await Post(path, $"{Row(1, "one")}}}").ShouldAnswer(201, first)).Header("Location").ShouldBe($"{path}/1");
        await Post(path, $"[{Row(2, "two")}}}]").ShouldAnswer(201, $"[{Known(Row(2, "two"))}]");
        await Get($"{path}/1").ShouldAnswer(200, first);
        await Get($"{path}?{filter}=one").ShouldAnswer(200, $"[{first}]");
        await Get($"{path}?{filter}__startswith=t&order_by={Uri.EscapeDataString(key)}&count=exact")
            .ShouldAnswer(200, $"[{Known(Row(2, "two"))}]");
        await Patch($"{path}/1", $"{{{Quoted(column)}:\"uno\"}}").ShouldAnswer(200, Known(Row(1, "uno")));
        await Patch($"{path}?{filter}=two", $"{{{Quoted(column)}:\"due\"}}")
            .ShouldAnswer(200, $"[{Known(Row(2, "due"))}]");
        await Put($"{path}/1", $"{Row(1, "eins")}}}").ShouldAnswer(200, Known(Row(1, "eins")));
        await Post($"{path}?resolution=merge", $"{Row(1, "un")}}}").ShouldAnswer(201, Known(Row(1, "un")));
        await Delete($"{path}/1").ShouldAnswerNothing();
        await Delete($"{path}?{filter}=due").ShouldAnswerNothing();
        await Get(path).ShouldAnswer(200, "[]");
    }

    [Fact]
    public async Task A_column_called_like_an_option_is_filtered_by_a_lookup()
    {
        await Post("/select", """{"from":5,"limit":"x","order":7}""")
            .ShouldAnswer(201, """{"from":5,"where":null,"limit":"x","order":7}""");
        await Get("/select?limit__eq=x&order__gte=7&limit=1&ordering=-order&fields=order,limit")
            .ShouldAnswer(200, """[{"order":7,"limit":"x"}]""");
        await Delete("/select/5").ShouldAnswerNothing();
    }

    [Fact]
    public async Task A_name_alone_means_the_first_schema_that_has_it()
    {
        (await Post("/thing", """{"id":1,"here":"a"}""").ShouldAnswer(201, """{"id":1,"here":"a"}"""))
            .Header("Location").ShouldBe("/thing/1");
        (await Post("/other.thing", """{"id":1,"there":"b"}""").ShouldAnswer(201, """{"id":1,"there":"b"}"""))
            .Header("Location").ShouldBe("/other.thing/1");
        await Get("/public.thing/1").ShouldAnswer(200, """{"id":1,"here":"a"}""");
        await Patch("/other.thing/1", """{"there":"c"}""").ShouldAnswer(200, """{"id":1,"there":"c"}""");
        await Get("/thing/1").ShouldAnswer(200, """{"id":1,"here":"a"}""");
        await Delete("/other.thing/1").ShouldAnswerNothing();
        await Get("/thing?count=exact").ShouldAnswer(200, """[{"id":1,"here":"a"}]""");
        await Post("/alone", """{"id":1}""").ShouldAnswer(201, """{"id":1}""");
        await Get("/other.alone/1").ShouldAnswer(200, """{"id":1}""");
    }

    [Fact]
    public async Task A_name_with_a_dot_yields_to_a_schema_and_its_table()
    {
        await Post("/public.other.thing", """{"id":1,"hidden":"d"}""").ShouldAnswer(201, """{"id":1,"hidden":"d"}""");
        await Get("/public.other.thing/1").ShouldAnswer(200, """{"id":1,"hidden":"d"}""");
        await Get("/other.thing?fields=hidden").ShouldFail(400, "unknown-column");
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Unescaped);

    private static JsonSerializerOptions Unescaped { get; } =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
