namespace Relata.Conformance;

/// <summary>
/// Calls that were asked before with other values: they are answered as if nobody had. A QUERY, and a GET that is
/// encoded without need, are read each time anew, and tell what that is.
/// </summary>
public abstract class RepeatedCallSpec(ConformanceServer server) : Specification(server)
{
    private const string Form = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData("/person", "name=Ada", "name=eve", "name=nobody", "name=E%20ve")]
    [InlineData("/person", "score=90.5&limit=1", "score=90.50&limit=1", "score=9.05e1&limit=1", "score=1&limit=1")]
    [InlineData("/person", "score__gte=12.34&limit=2&order_by=id", "score__gte=70&limit=2&order_by=id")]
    [InlineData("/person", "is_active=true&page_size=2&page=2", "is_active=t&page_size=2&page=2", "is_active=0&page_size=2&page=2")]
    [InlineData("/person", "id__ne=1&cursor=&limit=2", "id__ne=3&cursor=&limit=2")]
    [InlineData("/person", "mentor__name=Ada&count=exact&envelope=drf&limit=1", "mentor__name=Brook&count=exact&envelope=drf&limit=1")]
    [InlineData("/person", "id=1&id=2&fields=id", "id=3&id=4&fields=id", "id=5&fields=id", "id=1&id=2&id=3&fields=id")]
    [InlineData("/person", "born__year=1990", "born__year=1815")]
    [InlineData("/person", "name__icontains=a", "name__icontains=e", "name__icontains=100%25")]
    [InlineData("/person", "limit=2&offset=2", "limit=2&offset=4", "limit=2&offset=99")]
    [InlineData("/person", "id__in=1,2,3&ordering=-id", "id__in=2,1&ordering=-id")]
    [InlineData("/person.csv", "id__gt=1&fields=id,name", "id__gt=3&fields=id,name")]
    [InlineData("/voyage", "distance__gt=1&depth=2", "distance__gt=119&depth=2", "distance__gt=120&depth=2")]
    [InlineData("/voyage", "crew__load&crew__person_id__gt=1", "crew__load&crew__person_id__gt=2")]
    [InlineData("/voyage", "origin_id=1&group_by=distance&aggregates=count", "origin_id=3&group_by=distance&aggregates=count")]
    [InlineData("/specimen", "token=00112233-4455-6677-8899-AABBCCDDEEFF", "token=a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11")]
    [InlineData("/specimen", "flag=true&small__lte=12&large__lt=8901234568&ratio=1e-1", "flag=on&small__lte=0&large__lt=1&ratio=0")]
    [InlineData("/specimen", "instant__lt=2024-07-19T03:45:01Z&day=2024-07-19", "instant__lt=2024-07-19&day=2000-02-29")]
    [InlineData("/shelf", "room=a&label=b", "room=a&label=b,c", "room=x/y&label=%252C", "room=&label=")]
    public async Task A_list_with_other_values_is_answered_as_QUERY_is(string path, params string[] queries)
    {
        foreach (var query in queries.Concat(queries))
        {
            var anew = await Send("QUERY", path, query, Form);
            var get = await Get($"{path}?{query}");
            (get.Status, get.Body).ShouldBe((anew.Status, anew.Body), query);
            Headers(get).ShouldBe(Headers(anew), query);
        }
    }

    [Theory]
    [InlineData("/person/1", "/person/%31")]
    [InlineData("/person/2", "/person/%32")]
    [InlineData("/person/007", "/person/%3007")]
    [InlineData("/person/3?fields=name", "/person/%33?fields=name")]
    [InlineData("/person/4?fields=name", "/person/%34?fields=name")]
    [InlineData("/person/2?depth=2", "/person/%32?depth=2")]
    [InlineData("/person/6?depth=2", "/person/%36?depth=2")]
    [InlineData("/person/5?envelope=djangolang", "/person/%35?envelope=djangolang")]
    [InlineData("/crew/1,2", "/crew/%31,2")]
    public async Task A_row_is_answered_as_if_its_key_were_asked_for_in_another_way(string target, string encoded)
    {
        await Get("/person/6?envelope=djangolang");
        for (var i = 0; i < 3; i++)
        {
            var (get, anew) = (await Get(target), await Get(encoded));
            (get.Status, get.Body).ShouldBe((anew.Status, anew.Body));
            Headers(get).ShouldBe(Headers(anew));
        }
    }

    [Fact]
    public async Task What_no_value_is_refused_as_ever()
    {
        for (var i = 1; i <= 3; i++)
        {
            (await Get($"/person/{i}?fields=id")).Body.ShouldBe($$"""{"id":{{i}}}""");
            (await Get($"/person?id__gt={i}&limit=1&fields=id")).Body.ShouldBe($$"""[{"id":{{i + 1}}}]""");
            await Get("/person/abc?fields=id").ShouldFail(400, "bad-value",
                "The value \"abc\" is no integer: column \"id\" is of type integer.", null, "path 8 3");
            await Get("/person?id__gt=abc&limit=1&fields=id").ShouldFail(400, "bad-value",
                "The value \"abc\" is no integer: column \"id\" is of type integer.", null, "query 7 3");
            (await Get("/person/99999999999999999999?fields=id")).Status.ShouldBe(422);
            (await Get("/person/99?fields=id")).Status.ShouldBe(404);
        }
    }

    [Fact]
    public async Task Headers_are_heeded_as_ever()
    {
        for (var i = 1; i <= 3; i++)
        {
            var answer = await Get($"/person/{i}");
            var tag = answer.Header("ETag").ShouldNotBeNull();
            (await Send("GET", $"/person/{i}", headers: [$"If-None-Match: {tag}"])).Status.ShouldBe(304);
            (await Send("GET", $"/person/{i}", headers: ["If-Match: \"other\""])).Status.ShouldBe(412);
            (await Send("HEAD", $"/person/{i}")).Header("ETag").ShouldBe(tag);
            (await Send("GET", $"/person/{i}?fields=id", accept: "text/csv")).Body.ShouldBe($"id\r\n{i}\r\n");
            (await Send("GET", $"/person/{i}", accept: "image/png")).Status.ShouldBe(406);
            (await Prefer("count=exact", "GET", $"/person?id__lte={i}&limit=1")).Header("X-Total-Count").ShouldBe($"{i}");
            (await Get($"/person?id__lte={i}&limit=1")).Header("X-Total-Count").ShouldBeNull();
            (await Send("GET", $"/person?id__lte={i}", headers: ["If-Match: \"a\""])).Status.ShouldBe(400);
        }
    }

    /// <summary>All but the moment.</summary>
    private static IEnumerable<string> Headers(Answer answer) => answer.Headers
        .Where(header => header.Key != "Date").Select(header => $"{header.Key}: {header.Value}").Order(StringComparer.Ordinal);
}
