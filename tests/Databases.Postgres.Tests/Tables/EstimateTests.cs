using Relata.Conformance;

namespace Relata.Databases.Postgres.Tests.Tables;

/// <summary>Counts that the planner expects, over tables whose statistics are whole and are not renewed.</summary>
public sealed class EstimateTests(EstimateTests.Statistics server) : Specification(server), IClassFixture<EstimateTests.Statistics>
{
    [Theory]
    [InlineData("count=estimated", 1000, "items 0-99/1000")]
    [InlineData("count=estimated&limit=2&offset=4", 1000, "items 4-5/1000")]
    [InlineData("count=estimated&limit=0", 1000, "items */1000")]
    [InlineData("count=estimated&kind=a&limit=5", 250, "items 0-4/250")]
    [InlineData("count=estimated&kind__in=a,b&limit=5", 500, "items 0-4/500")]
    [InlineData("count=estimated&kind=a&depth=2&limit=5", 250, "items 0-4/250")]
    [InlineData("count=estimated&id=7", 1, "items 0-0/1")]
    [InlineData("count=estimated&group_by=kind&aggregates=count", 4, "items 0-3/4")]
    [InlineData("count=estimated&offset=5000", 1000, "items */1000")]
    public async Task The_planner_says_how_many_rows_there_are(string query, int total, string range)
    {
        var answer = await Get($"/reading?{query}");
        answer.Status.ShouldBe(200, answer.Body);
        (answer.Header("X-Total-Count"), answer.Header("Content-Range")).ShouldBe(($"{total}", range));
    }

    [Theory]
    [InlineData("", 1000, "items 0-99/1000")]
    [InlineData("?limit=1", 1000, "items 0-0/1000")]
    public async Task A_preference_asks_for_it(string query, int total, string range)
    {
        var answer = await Prefer("count=estimated", "GET", $"/reading{query}");
        (answer.Header("X-Total-Count"), answer.Header("Content-Range")).ShouldBe(($"{total}", range));
        answer.Header("Preference-Applied").ShouldBe("count=estimated");
    }

    [Fact]
    public async Task An_option_goes_before_a_preference()
    {
        var exact = await Prefer("count=estimated", "GET", "/grown?count=exact&limit=3");
        (exact.Header("Content-Range"), exact.Header("Preference-Applied")).ShouldBe(("items 0-2/100", null));
        var none = await Prefer("count=estimated", "GET", "/grown?count=none&limit=3");
        (none.Header("Content-Range"), none.Header("Preference-Applied")).ShouldBe((null, null));
    }

    [Theory]
    [InlineData("limit=5", 10, "items 0-4/10")]
    [InlineData("limit=50", 51, "items 0-49/51")]
    [InlineData("limit=50&offset=40", 91, "items 40-89/91")]
    [InlineData("limit=50&offset=60", 100, "items 60-99/100")]
    [InlineData("limit=1000", 100, "items 0-99/100")]
    [InlineData("id__lt=3", 2, "items 0-1/2")]
    public async Task What_is_read_sets_the_estimate_right(string query, int total, string range)
    {
        var answer = await Get($"/grown?count=estimated&{query}");
        answer.Status.ShouldBe(200, answer.Body);
        (answer.Header("X-Total-Count"), answer.Header("Content-Range")).ShouldBe(($"{total}", range));
    }

    [Fact]
    public async Task Pages_end_where_the_rows_do()
    {
        (await Get("/grown?count=estimated&limit=10&offset=80")).Header("Link").ShouldNotBeNull().ShouldContain("rel=\"next\"");
        (await Get("/grown?count=estimated&limit=10&offset=90")).Header("Link").ShouldNotBeNull().ShouldNotContain("rel=\"next\"");
    }

    [Fact]
    public async Task A_long_page_has_no_range_before_its_end_is_known()
    {
        var answer = await Get("/wide?count=estimated&limit=100");
        answer.Status.ShouldBe(200);
        (answer.Header("X-Total-Count"), answer.Header("Content-Range")).ShouldBe(("100", null));
    }

    [Fact]
    public async Task Envelopes_hold_it()
    {
        var drf = await Get("/reading?envelope=drf&count=estimated&kind=b&limit=1&fields=kind");
        drf.Body.ShouldStartWith("""{"count":250,"next":""");
        var djangolang = await Get("/grown?envelope=djangolang&count=estimated&limit=50&fields=id&id__gt=200");
        djangolang.Body.ShouldBe("""{"status":200,"success":true,"count":0,"total_count":0,"limit":50,"offset":0}""");
    }

    [Theory]
    [InlineData("NDJSON", "/reading.ndjson?count=estimated&limit=1")]
    [InlineData("CSV", "/reading.csv?count=estimated&limit=1")]
    public async Task Every_format_has_the_headers(string format, string target)
    {
        var answer = await Get(target);
        answer.Header("Content-Range").ShouldBe("items 0-0/1000", format);
        var head = await Send("HEAD", target);
        head.Header("Content-Range").ShouldBe("items 0-0/1000");
        var query = await Send("QUERY", "/reading", "count=estimated&limit=1", "application/x-www-form-urlencoded");
        query.Header("Content-Range").ShouldBe("items 0-0/1000");
    }

    [Fact]
    public Task A_batch_answers_the_headers() =>
        Post("/__batch", """{"requests":[{"method":"GET","path":"/grown?count=estimated&id__lt=3"}]}""").ShouldAnswer(200,
            """{"results":[{"status":200,"headers":{"X-Total-Count":"2","Content-Range":"items 0-1/2"},"body":[{"id":1},{"id":2}]}]}""");

    [Fact]
    public async Task A_value_is_nothing_but_a_value() =>
        (await Get("/reading?count=estimated&kind=a' OR true) TO STDOUT --")).Header("X-Total-Count").ShouldBe("0");

    /// <summary>A server over tables of which the planner knows every value, or one from long ago.</summary>
    public sealed class Statistics() : ScriptServer("""
        CREATE TABLE maker (id int PRIMARY KEY, name text);
        CREATE TABLE reading (id int PRIMARY KEY, kind text NOT NULL, maker_id int REFERENCES maker)
            WITH (autovacuum_enabled = false);
        INSERT INTO reading SELECT n, chr(97 + n % 4) FROM generate_series(1, 1000) n;
        CREATE TABLE grown (id int PRIMARY KEY) WITH (autovacuum_enabled = false);
        INSERT INTO grown SELECT generate_series(1, 10);
        CREATE TABLE wide (id int PRIMARY KEY, words text) WITH (autovacuum_enabled = false);
        INSERT INTO wide SELECT n, repeat('x', 50000) FROM generate_series(1, 100) n;
        ANALYZE reading, grown, wide;
        INSERT INTO grown SELECT generate_series(11, 100);
        """);
}
