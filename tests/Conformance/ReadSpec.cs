namespace Relata.Conformance;

/// <summary>Reading lists and rows: which table, which row, which columns, and what they look like.</summary>
public abstract class ReadSpec(ConformanceServer server) : Specification(server)
{
    private const string Ada =
        """{"id":1,"name":"Ada","nickname":"countess","email":"ada@example.org","is_active":true,"score":90.50,"born":"1815-12-10","mentor_id":null}""";

    [Fact]
    public Task Lists_every_row_with_every_column_in_the_order_of_the_key() => Get("/voyage").ShouldAnswer(200,
        """
        [{"id":1,"title":"There","origin_id":1,"destination_id":2,"captain_id":1,"departed":"2024-01-02T03:04:05Z","distance":120},{"id":2,"title":"Back again","origin_id":2,"destination_id":1,"captain_id":null,"departed":"2024-02-02T00:00:00Z","distance":120},{"id":3,"title":"Adrift","origin_id":3,"destination_id":null,"captain_id":4,"departed":null,"distance":null}]
        """);

    [Theory]
    [InlineData(1, """{"id":1,"flag":true,"small":12,"whole":34567,"large":8901234567,"price":10.00,"ratio":0.1,"single":1.5,"note":"plain","code":"abc","token":"00112233-4455-6677-8899-aabbccddeeff","day":"2024-07-19","clock":"11:45:00.5","moment":"2024-07-19T11:45:00.5","instant":"2024-07-19T03:45:00.5Z","document":{"a":[1,2.50,null],"ü":"\"x\""},"payload":"SGVsbG8="}""")]
    [InlineData(2, """{"id":2,"flag":false,"small":32767,"whole":2147483647,"large":9223372036854775807,"price":9999999999.99,"ratio":1e+300,"single":16777216,"note":"quote \" backslash \\ tab\tend","code":"ABCDEFGH","token":"ffffffff-ffff-ffff-ffff-ffffffffffff","day":"9999-12-31","clock":"23:59:59.999999","moment":"9999-12-31T23:59:59.999999","instant":"9999-12-31T23:59:59.999999Z","document":[],"payload":""}""")]
    [InlineData(3, """{"id":3,"flag":false,"small":-32768,"whole":-2147483648,"large":-9223372036854775808,"price":-0.01,"ratio":-2.5e-07,"single":-0.25,"note":"","code":"","token":"00000000-0000-0000-0000-000000000000","day":"0001-01-01","clock":"00:00:00","moment":"0001-01-01T00:00:00","instant":"0001-01-01T00:00:00Z","document":"text","payload":"fg=="}""")]
    [InlineData(4, """{"id":4,"flag":null,"small":null,"whole":null,"large":null,"price":null,"ratio":null,"single":null,"note":null,"code":null,"token":null,"day":null,"clock":null,"moment":null,"instant":null,"document":null,"payload":null}""")]
    [InlineData(5, """{"id":5,"flag":true,"small":0,"whole":0,"large":0,"price":0.00,"ratio":0,"single":0,"note":"Grüße 👋🏽 مرحبا é","code":"日本","token":"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11","day":"2000-02-29","clock":"12:00:00","moment":"2000-02-29T12:00:00","instant":"2000-02-29T12:00:00.000001Z","document":true,"payload":"SGk="}""")]
    public Task Answers_the_row_of_a_key_with_values_of_every_type(int id, string row) =>
        Get($"/specimen/{id}").ShouldAnswer(200, Server.Seeded(row));

    [Theory]
    [InlineData("/person/1")]
    [InlineData("/person/1/")]
    [InlineData("/person/%31")]
    [InlineData("/%70erson/1")]
    [InlineData("/person/+1")]
    public Task Finds_the_row_however_the_path_is_written(string path) => Get(path).ShouldAnswer(200, Ada);

    [Fact]
    public Task Finds_a_table_by_its_schema_too() => Get($"/{Server.Schema}.person/1").ShouldAnswer(200, Ada);

    [Theory]
    [InlineData("/log-entry?message__isnull")]
    [InlineData("/log_entry?message__isnull")]
    public Task Takes_dashes_for_underscores_in_a_table_name(string target) =>
        Get(target).ShouldAnswer(200, """[{"happened":"2024-01-02T00:00:00","message":null}]""");

    [Theory]
    [InlineData("/crew/1,2", """{"voyage_id":1,"person_id":2,"role":"cook"}""")]
    [InlineData("/shift/1,2,2", """{"voyage_id":1,"person_id":2,"number":2,"note":"day"}""")]
    [InlineData("/shelf/a,b", """{"room":"a","label":"b","capacity":10}""")]
    [InlineData("/shelf/a%2Cb,c", """{"room":"a,b","label":"c","capacity":20}""")]
    [InlineData("/shelf/a,b%2cc", """{"room":"a","label":"b,c","capacity":30}""")]
    [InlineData("/shelf/x%2Fy,%252C", """{"room":"x/y","label":"%2C","capacity":null}""")]
    public Task Finds_the_row_of_a_key_of_several_columns(string path, string row) => Get(path).ShouldAnswer(200, row);

    [Theory]
    [InlineData("/order/1", """{"select":1,"from":"f","group by":"g","limit":5,"MixedCase":"m","quo\"ted":"q","do.tted":"d","size__gt":3,"naïve ☃":"n"}""")]
    [InlineData("/order?fields=limit,from,naïve ☃&select=2", """[{"limit":6,"from":"F","naïve ☃":"☃"}]""")]
    [InlineData("/order?MixedCase=m&fields=MixedCase", """[{"MixedCase":"m"}]""")]
    [InlineData("""/order?quo"ted="&fields=quo"ted""", """[{"quo\"ted":"\""}]""")]
    [InlineData("/order?do.tted=.&fields=do.tted", """[{"do.tted":"."}]""")]
    [InlineData("/order?group by=g&fields=group by", """[{"group by":"g"}]""")]
    [InlineData("/order?group+by__isnull&fields=group+by", """[{"group by":null}]""")]
    [InlineData("/order?naïve ☃=☃&fields=select", """[{"select":2}]""")]
    [InlineData("/order?limit__eq=6&fields=select", """[{"select":2}]""")]
    [InlineData("/order?size__gt=4&fields=select", """[{"select":2}]""")]
    [InlineData("/order?size__gt__gt=3&fields=select", """[{"select":2}]""")]
    [InlineData("/order?order_by=size__gt&order=desc&fields=select", """[{"select":2},{"select":1}]""")]
    [InlineData("/Mixed Case", """[{"Id":1,"Name":"upper"}]""")]
    [InlineData("/Mixed%20Case/1", """{"Id":1,"Name":"upper"}""")]
    [InlineData("/dot.ted/1", """{"id":1,"name":"dot"}""")]
    [InlineData("""/quo"te;--/1""", """{"id":1,"name":"quote"}""")]
    public Task Takes_names_that_are_reserved_quoted_or_otherwise_odd(string target, string body) =>
        Get(target).ShouldAnswer(200, body);

    [Theory]
    [InlineData("/person/1?fields=name", """{"name":"Ada"}""")]
    [InlineData("/person/1?fields=score,id", """{"score":90.50,"id":1}""")]
    [InlineData("/person/1?fields=score&fields=id", """{"score":90.50,"id":1}""")]
    [InlineData("/person?fields=born&id__lte=2", """[{"born":"1815-12-10"},{"born":null}]""")]
    public Task Answers_the_fields_that_are_asked_for_in_their_order(string target, string body) =>
        Get(target).ShouldAnswer(200, body);

    [Fact]
    public Task Lists_a_view() => Get("/active_person?order_by=id").ShouldAnswer(200,
        """
        [{"id":1,"name":"Ada","score":90.50},{"id":2,"name":"Brook","score":70.00},{"id":4,"name":"Дарья","score":null},{"id":6,"name":"O'Neil; DROP","score":null}]
        """);

    [Fact]
    public Task Lists_a_table_without_a_key() => Get("/log_entry?order_by=happened").ShouldAnswer(200,
        """
        [{"happened":"2024-01-01T00:00:00","message":"start"},{"happened":"2024-01-01T00:00:00","message":"start"},{"happened":"2024-01-02T00:00:00","message":null}]
        """);

    [Fact]
    public async Task Answers_HEAD_like_GET_without_the_body()
    {
        var answer = await Send("HEAD", "/person?count=exact");
        answer.Status.ShouldBe(200);
        answer.Bytes.ShouldBeEmpty();
        answer.Header("Content-Type").ShouldBe("application/json");
        answer.Header("X-Total-Count").ShouldBe("6");
        (await Send("HEAD", "/person/1")).Status.ShouldBe(200);
        (await Send("HEAD", "/person/99")).Status.ShouldBe(404);
    }
}
