using Relata.Conformance;

namespace Relata.Databases.Postgres.Tests.Lookups;

/// <summary>Which rows the lookups find that need types of PostgreSQL: arrays, jsonb, ranges, text search.</summary>
public sealed class LookupTests(LookupTests.Things server) : Specification(server), IClassFixture<LookupTests.Things>
{
    [Theory]
    [InlineData("tags__contains=[\"red\"]", "1")]
    [InlineData("tags__notcontains=[\"red\"]", "2,3")]
    [InlineData("tags__contained_by=[\"red\",\"green\",\"blue\"]", "1,2,3")]
    [InlineData("tags__overlap=[\"red\",\"blue\"]", "1,2")]
    [InlineData("tags__overlap=[]", "")]
    [InlineData("numbers__overlap=[2,7]", "1")]
    [InlineData("tags__len=2", "1")]
    [InlineData("tags__len__gte=1", "1,2")]
    [InlineData("tags__len=0", "3")]
    [InlineData("numbers__len__in=0,2", "1,2")]
    [InlineData("tags__len__isnull", "4")]
    public Task Looks_into_arrays(string filter, string ids) => FindsAcross(filter, ids);

    [Theory]
    [InlineData("data__has_key=b", "1")]
    [InlineData("data__has_keys=a,b", "1")]
    [InlineData("data__has_any_keys=b,c,a", "1,2")]
    [InlineData("data__b__1=2", "1")]
    [InlineData("data__b__-1=2", "1")]
    [InlineData("data__a__gte=1", "1,2")]
    [InlineData("data__a__isnull", "3,4")]
    public Task Looks_into_jsonb(string filter, string ids) => FindsAcross(filter, ids);

    [Theory]
    [InlineData("span__contains=4", "1,2")]
    [InlineData("span__contains=[2,4]", "1,2")]
    [InlineData("span__contains={\"lower\":2,\"upper\":4,\"bounds\":\"[]\"}", "1,2")]
    [InlineData("span__contains=empty", "1,2,3")]
    [InlineData("span__contained_by=[0,20]", "1,3")]
    [InlineData("span__overlap=[5,6]", "1,2")]
    [InlineData("span__adjacent_to=[10,12]", "1")]
    [InlineData("span__fully_lt=[10,20]", "1,2")]
    [InlineData("span__fully_gt=[-5,0]", "1")]
    [InlineData("span__not_lt=[0,3]", "1")]
    [InlineData("span__not_gt=[0,9]", "1,2")]
    [InlineData("during__contains=2024-01-15T00:00:00Z", "1,3")]
    [InlineData("spans__contains=2", "1")]
    [InlineData("spans__contains=[5,7]", "1")]
    [InlineData("spans__overlap=[{\"lower\":7,\"upper\":9}]", "1")]
    public Task Compares_ranges(string filter, string ids) => FindsAcross(filter, ids);

    [Theory]
    [InlineData("span__startswith=1", "1")]
    [InlineData("span__startswith__gte=1", "1")]
    [InlineData("span__startswith__isnull", "2,3,4")]
    [InlineData("span__endswith=6", "2")]
    [InlineData("span__endswith__in=6,10", "1,2")]
    [InlineData("span__isempty=true", "3")]
    [InlineData("span__isempty=false", "1,2")]
    [InlineData("span__lower_inf=true", "2")]
    [InlineData("span__lower_inc__istrue", "1")]
    [InlineData("span__upper_inc=true", "")]
    [InlineData("span__upper_inf=false", "1,2,3")]
    [InlineData("during__startswith__year=2024", "1")]
    [InlineData("during__endswith__date=2024-02-01", "1")]
    [InlineData("spans__isempty=true", "2")]
    [InlineData("spans__endswith__isnull", "2,3,4")]
    public Task Looks_at_the_bounds_of_ranges(string filter, string ids) => FindsAcross(filter, ids);

    [Theory]
    [InlineData("note__search=quick", "1")]
    [InlineData("note__search=dog fox", "3")]
    [InlineData("words__search=quick", "1")]
    [InlineData("note__websearch=fox -quick", "3")]
    [InlineData("note__websearch=quick or lazy", "1,2")]
    [InlineData("note__websearch=\"quick brown\"", "1")]
    [InlineData("words__websearch=sleep", "2")]
    [InlineData("note__search=' \\ %26 | ! (", "")]
    public Task Searches_texts(string filter, string ids) => FindsAcross(filter, ids);

    [Theory]
    [InlineData("search=quick&search_fields=@note", "1")]
    [InlineData("search=fox dog&search_fields=@note", "3")]
    public Task Searches_fields(string filter, string ids) => Finds("thing", filter, ids);

    /// <summary>In front of a column stands the way to it.</summary>
    [Theory]
    [InlineData("""@tags=["a,b","{c}","(d]"]""", "1")]
    [InlineData("""or=(@tags__contains="[\"a,b\",\"{c}\"]",@span__overlap="[1,2)")""", "1,3")]
    [InlineData("""or=(@tags__contains="[\"(d]\"]",@tags__overlap="[\"\\\"\\\\\"]")""", "1,2")]
    [InlineData("""and=(@span__in=("[1,4)","[5,10)"),@tags__len="3")""", "1")]
    [InlineData("""and=(@span__adjacent_to="[10,11]",@tags__overlap="[\"(d]\"]")""", "1")]
    [InlineData("""or=(@data__contains="{\"k,\":{\"}\":[1,2]}}",@span__contains="{\"lower\":1,\"upper\":3}")""", "1,3")]
    [InlineData("""or=(@data__has_any_keys=("k,",x),@data__contains="{\"m\":[{\"x\":\"),\"}]}")""", "1,2")]
    [InlineData("""or=(@spans__overlap="[{\"lower\":7,\"upper\":9}]",@spans__contains="[1,2]")""", "1,2")]
    [InlineData("""or=(@note__search="comma, brace",@note__websearch="\"right ) angle\" or (none)")""", "1,3")]
    public Task Reads_commas_braces_and_brackets(string filter, string ids) => FindsAcross("odd", filter, ids);

    [Fact]
    public async Task Refuses_what_does_not_fit()
    {
        await Get("/thing?note__overlap=[1]").ShouldFail(400, "not-applicable",
            "\"note\" is of type text; \"overlap\" needs an array or range column.", null, "query 0 4");
        await Get("/thing?id__len=1").ShouldFail(400, "not-applicable",
            "\"id\" is of type integer; \"len\" needs an array column.", null, "query 0 2");
        await Get("/thing?tags__search=a").ShouldFail(400, "not-applicable");
        await Get("/thing?span__contains=x").ShouldFail(400, "bad-value");
        await Get("/thing?note__isempty=true").ShouldFail(400, "not-applicable");
    }

    private Task<Answer> Finds(string table, string filter, string ids) =>
        Get($"/{table}?{filter}&fields=id").ShouldAnswer(200, Ids(ids));

    /// <summary>The same in a group, too.</summary>
    private async Task FindsAcross(string filter, string ids)
    {
        await FindsAcross("thing", $"@{filter}", ids);
        await FindsAcross("thing", $"or=(@{InGroup(filter)},id=0)", ids);
    }

    /// <summary>Finds the rows themselves, and as parents, as children and in lists.</summary>
    private async Task FindsAcross(string table, string filter, string ids)
    {
        string At(string way) => filter.Replace("@", way, StringComparison.Ordinal);
        await Finds(table, At(""), ids);
        await Finds($"label_of_{table}", At($"{table}__"), ids);
        await Finds("box", At($"{table}__"), ids == "" ? "" : filter.Contains("isnull", StringComparison.Ordinal) ? "1,2" : "1");
        await Get($"/box/1?fields=id&{table}__fields=id&{table}__objects__{At("")}")
            .ShouldAnswer(200, $$"""{"id":1,"referenced_by_{{table}}_box_id_objects":{{Ids(ids)}}}""");
    }

    /// <summary>The value in the double quotes of groups.</summary>
    private static string InGroup(string filter) => filter.Split('=', 2) is [var key, var value]
        ? $"{key}=\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
        : filter;

    /// <summary>A server over rows with such types.</summary>
    public sealed class Things() : ScriptServer("""
        CREATE TABLE box (id integer PRIMARY KEY);
        INSERT INTO box VALUES (1), (2);
        CREATE TABLE thing (
            id integer PRIMARY KEY,
            box_id integer DEFAULT 1 REFERENCES box,
            tags text[],
            numbers integer[],
            data jsonb,
            span int4range,
            spans int4multirange,
            during tstzrange,
            note text,
            words tsvector GENERATED ALWAYS AS (to_tsvector('simple', note)) STORED
        );
        INSERT INTO thing (id, tags, numbers, data, span, spans, during, note) VALUES
            (1, '{red,green}', '{1,2}', '{"a":1,"b":[1,2]}', '[1,10)', '{[1,3),[5,8)}', '[2024-01-01 00:00+00,2024-02-01 00:00+00)',
             'The quick brown foxes jumped'),
            (2, '{blue}', '{}', '{"a":2}', '(,5]', '{}', 'empty', 'Lazy dogs sleep'),
            (3, '{}', NULL, '{}', 'empty', '{[100,)}', '(,)', 'A fox and a dog'),
            (4, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
        CREATE TABLE label_of_thing (id integer PRIMARY KEY REFERENCES thing);
        INSERT INTO label_of_thing SELECT id FROM thing;
        CREATE TABLE odd (LIKE thing INCLUDING ALL, FOREIGN KEY (box_id) REFERENCES box);
        INSERT INTO odd (id, tags, data, span, spans, note) VALUES
            (1, '{"a,b","{c}","(d]"}', '{"k,":{"}":[1,2]}}', '[5,10)', '{[1,3),[5,8)}', 'a comma, a brace'),
            (2, '{"\"\\"}', '{"m":[1,{"x":"),"}]}', '[12,)', '{[7,9)}', 'wrong'),
            (3, '{}', '[]', '[1,4)', '{}', 'right ) angle');
        CREATE TABLE label_of_odd (id integer PRIMARY KEY REFERENCES odd);
        INSERT INTO label_of_odd SELECT id FROM odd;
        """);
}
