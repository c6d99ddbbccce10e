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

    [Theory]
    [InlineData("do.t.")]
    [InlineData("qu\"o'te")]
    [InlineData("  ")]
    [InlineData("é 日本 😀")]
    [InlineData("under__score")]
    [InlineData("__")]
    [InlineData("load__objects")]
    public async Task Any_name_is_followed_to_related_rows(string name)
    {
        var (up, down, n) = ($"/{Uri.EscapeDataString($"{name}:up")}", $"/{Uri.EscapeDataString($"{name}:down")}", Uri.EscapeDataString(name));
        var above = $"{Quoted($"{name}:key")}:1,{Quoted($"{name}:text")}:\"a\"";
        var list = Quoted($"referenced_by_{name}:down_{name}_id_objects");
        string Below(int id) => $$"""{"id":{{id}},{{Quoted($"{name}_id")}}:1,{{Quoted($"{name}:size")}}:{{id}}0""";

        foreach (var query in new[] { "depth=2", $"{n}__load", $"{n}_id_object__load" })
            await Get($"{down}/1?{query}").ShouldAnswer(200, $"{Below(1)},{Quoted($"{name}_id_object")}:{{{above}}}}}");
        foreach (var query in new[] { "depth=2", "depth=0", $"{n}:down__load", $"referenced_by_{n}:down__load" })
            await Get($"{up}/1?{query}").ShouldAnswer(200, $"{{{above},{list}:[{Below(1)}}},{Below(2)}}}]}}");
        await Get($"{up}/1?{n}:down__objects__{n}:size__gte=5&{n}:down__order_by=-{n}:size&{n}:down__limit=1&{n}:down__fields=id")
            .ShouldAnswer(200, $$"""{{{above}},{{list}}:[{"id":2}]}""");
        await Get($"{down}?{n}__{n}:text=a&fields=id").ShouldAnswer(200, Ids("1,2"));
        await Get($"{down}?{n}__{n}:down__{n}:size=20&id__ne=2&fields=id").ShouldAnswer(200, Ids("1"));
        await Get($"{down}?{n}__isnull=true&fields=id").ShouldAnswer(200, Ids("3"));
        await Get($"{up}?{n}:down__{n}:size__in=20,30").ShouldAnswer(200, $"[{{{above}}}]");
        await Get($"{up}?{n}:down__isnull=false").ShouldAnswer(200, $"[{{{above}}}]");
    }

    [Fact]
    public async Task Tables_of_one_name_in_two_schemas_are_related_each_by_itself()
    {
        await Get("/guest/1?depth=2").ShouldAnswer(200,
            """{"id":1,"house_id":2,"home_id":1,"home_id_object":{"id":1,"name":"own"},"house_id_object":{"id":2,"label":"tent"}}""");
        await Get("/other.guest?house__load&fields=room").ShouldAnswer(200,
            """[{"room":"left","house_id_object":{"id":1,"label":"inn"}},{"room":"right","house_id_object":{"id":2,"label":"tent"}}]""");
        await Get("/house?guest__load").ShouldAnswer(200,
            """[{"id":1,"name":"own","referenced_by_guest_home_id_objects":[{"id":1,"house_id":2,"home_id":1}]},{"id":2,"name":"empty","referenced_by_guest_home_id_objects":[]}]""");
        await Get("/other.house/2?depth=2&fields=id").ShouldAnswer(200,
            """{"id":2,"referenced_by_other_guest_house_id_objects":[{"id":6,"house_id":2,"room":"right"}],"referenced_by_public_guest_house_id_objects":[{"id":1,"house_id":2,"home_id":1}]}""");
        await Get("/other.house/2?public_guest_by_house__home__load&fields=id").ShouldAnswer(200,
            """{"id":2,"referenced_by_public_guest_house_id_objects":[{"id":1,"house_id":2,"home_id":1,"home_id_object":{"id":1,"name":"own"}}]}""");
        await Get("/other.house?other_guest_by_house__room=left&fields=id").ShouldAnswer(200, Ids("1"));
        await Get("/other.house?public_guest_by_house__home__name=own&fields=id").ShouldAnswer(200, Ids("2"));
        await Get("/other.house?public_guest_by_house__isnull&fields=id").ShouldAnswer(200, Ids("1"));
        await Get("/guest?house__label=tent&fields=id").ShouldAnswer(200, Ids("1"));
        await Get("/guest?house__other_guest_by_house__room=right&home__name=own&fields=id").ShouldAnswer(200, Ids("1"));
        await Get("/guest?house__name=own").ShouldFail(400, "unknown-column");
    }

    [Fact]
    public async Task Children_of_one_name_in_two_schemas_are_told_apart_by_the_schema()
    {
        await Get("/other.house/2?referenced_by_public_guest__house__load&fields=id").ShouldAnswer(200,
            """{"id":2,"referenced_by_public_guest_house_id_objects":[{"id":1,"house_id":2,"home_id":1,"house_id_object":{"id":2,"label":"tent"}}]}""");
        await Get("/other.house/2?referenced_by_other_guest__fields=room&fields=id").ShouldAnswer(200,
            """{"id":2,"referenced_by_other_guest_house_id_objects":[{"room":"right"}]}""");
        await Get("/other.house/2?referenced_by_guest__house__load&fields=id").ShouldFail(400, "unknown-relationship",
            "\"house\" has no relationship \"referenced_by_guest\".", "Did you mean \"referenced_by_other_guest\"?", "query 0 32");
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
