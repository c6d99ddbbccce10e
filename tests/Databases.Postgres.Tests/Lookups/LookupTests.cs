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
    public Task Looks_into_arrays(string filter, string ids) => Finds(filter, ids);

    [Theory]
    [InlineData("data__has_key=b", "1")]
    [InlineData("data__has_keys=a,b", "1")]
    [InlineData("data__has_any_keys=b,c,a", "1,2")]
    [InlineData("data__b__1=2", "1")]
    [InlineData("data__b__-1=2", "1")]
    [InlineData("data__a__gte=1", "1,2")]
    [InlineData("data__a__isnull", "3,4")]
    public Task Looks_into_jsonb(string filter, string ids) => Finds(filter, ids);

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
    public Task Compares_ranges(string filter, string ids) => Finds(filter, ids);

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
    public Task Looks_at_the_bounds_of_ranges(string filter, string ids) => Finds(filter, ids);

    [Theory]
    [InlineData("note__search=quick", "1")]
    [InlineData("note__search=dog fox", "3")]
    [InlineData("words__search=quick", "1")]
    [InlineData("note__websearch=fox -quick", "3")]
    [InlineData("note__websearch=quick or lazy", "1,2")]
    [InlineData("note__websearch=\"quick brown\"", "1")]
    [InlineData("words__websearch=sleep", "2")]
    [InlineData("note__search=' \\ %26 | ! (", "")]
    [InlineData("search=quick&search_fields=@note", "1")]
    [InlineData("search=fox dog&search_fields=@note", "3")]
    public Task Searches_texts(string filter, string ids) => Finds(filter, ids);

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

    private Task<Answer> Finds(string filter, string ids) =>
        Get($"/thing?{filter}&fields=id").ShouldAnswer(200, Ids(ids));

    /// <summary>A server over rows with such types.</summary>
    public sealed class Things() : ScriptServer("""
        CREATE TABLE thing (
            id integer PRIMARY KEY,
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
        """);
}
