using Relata.Client;
using Relata.Client.Parts;
using Relata.Model.Failures;
using Relata.Model.Requests;
using static Relata.Client.Ex;

namespace Relata.Conformance.Client;

/// <summary>Queries of a client.</summary>
public abstract class ClientReadSpec(ConformanceServer server, ClientWay way) : ClientSpecification(server, way)
{
    /// <summary>Filters of people, each with the identifiers of those who pass.</summary>
    private static readonly Dictionary<string, (Where Filter, string Ids)> Filters = new()
    {
        ["a value"] = (Where("id", 2), "2"),
        ["a value as text"] = (Where("id", "2"), "2"),
        ["eq"] = (Where("name", Eq("Ada")), "1"),
        ["null"] = (Where("score", null), "4,6"),
        ["not_eq"] = (Where("id", NotEq(2)), "1,3,4,5,6"),
        ["not_eq null"] = (Where("score", NotEq(null)), "1,2,3,5"),
        ["gt"] = (Where("id", Gt(4)), "5,6"),
        ["gt_eq"] = (Where("id", GtEq(4)), "4,5,6"),
        ["lt"] = (Where("id", Lt(3)), "1,2"),
        ["lt_eq"] = (Where("id", LtEq(3)), "1,2,3"),
        ["in"] = (Where("id", In(1, 3, 9)), "1,3"),
        ["in nothing"] = (Where("id", In()), ""),
        ["in the empty text"] = (Where("name", In("")), ""),
        ["in one"] = (Where("id", In(4)), "4"),
        ["in one text"] = (Where("name", In("Ada")), "1"),
        ["not_in one text"] = (Where("name", NotIn("Ada")), "2,3,4,5,6"),
        ["in texts with commas"] = (Where("name", In("Ada", "a,b")), "1"),
        ["in many"] = (Where("id", In(Enumerable.Range(3, 3000))), "3,4,5,6"),
        ["not_in"] = (Where("id", NotIn(1, 3, 9)), "2,4,5,6"),
        ["not_in nothing"] = (Where("id", NotIn()), "1,2,3,4,5,6"),
        ["btwn"] = (Where("id", Btwn(2, 4)), "2,3,4"),
        ["not_btwn"] = (Where("id", NotBtwn(2, 4)), "1,5,6"),
        ["btwn texts with commas"] = (Where("name", Btwn("Ada", "Ada,")), "1"),
        ["like"] = (Where("name", Like("%a")), "1"),
        ["like one character"] = (Where("name", Like("_r%")), "2"),
        ["like exactly"] = (Where("name", Like("ADA")), ""),
        ["not_like"] = (Where("name", NotLike("%e%")), "1,2,4"),
        ["is null"] = (Where("score", Is(null)), "4,6"),
        ["is_not null"] = (Where("score", IsNot(null)), "1,2,3,5"),
        ["is true"] = (Where("is_active", Is(true)), "1,2,4,6"),
        ["is false"] = (Where("is_active", Is(false)), "3,5"),
        ["is_not true"] = (Where("is_active", IsNot(true)), "3,5"),
        ["a boolean"] = (Where("is_active", false), "3,5"),
        ["a decimal"] = (Where("score", 70.0m), "2"),
        ["a date"] = (Where("born", new DateOnly(2001, 5, 5)), "4"),
        ["letters of all kinds"] = (Where("name", "Дарья"), "4"),
        ["signs of URLs"] = (Where("name", "a&b=c?d#e/f+g%20 h"), ""),
        ["a word that reads null"] = (Where("name", "null"), ""),
    };

    public static TheoryData<string> FilterNames => [.. Filters.Keys];

    [Theory]
    [MemberData(nameof(FilterNames))]
    public async Task Filters_by(string name)
    {
        var (filter, ids) = Filters[name];
        (await Answer(Request.Query("person", filter, Columns("id"), Order("id")))).ShouldBe(Ids(ids));
    }

    [Fact]
    public async Task All_filters_hold_together()
    {
        (await Answer(Request.Query("person", Where("id", Gt(1)), Where("id", Lt(5)), Columns("id")))).ShouldBe(Ids("2,3,4"));
        (await Answer(Request.Query("person", Where("id", Gt(1)), Where("id", Gt(3)), Columns("id")))).ShouldBe(Ids("4,5,6"));
    }

    [Fact]
    public async Task Answers_every_column_with_its_type() =>
        (await Answer(Request.Query("person", Where("id", 4)))).ShouldBe(
            """[{"id":4,"name":"Дарья","nickname":"ДАША","email":null,"is_active":true,"score":null,"born":"2001-05-05","mentor_id":2}]""");

    [Fact]
    public async Task Answers_the_columns_asked_for_in_their_order() =>
        (await Answer(Request.Query("person", Where("id", 1), Columns("name", "id")))).ShouldBe("""[{"name":"Ada","id":1}]""");

    [Fact]
    public async Task Orders()
    {
        (await Answer(Request.Query("person", Order("score", "id desc"), Limit(4), Columns("id")))).ShouldBe(Ids("5,2,3,1"));
        (await Answer(Request.Query("person", Order("born DESC", "id"), Limit(3), Columns("id")))).ShouldBe(Ids("2,6,4"));
    }

    [Fact]
    public async Task Limits_and_passes_over()
    {
        (await Answer(Request.Query("person", Limit(2), Offset(3), Columns("id")))).ShouldBe(Ids("4,5"));
        (await Answer(Request.Query("person", Offset(4), Columns("id")))).ShouldBe(Ids("5,6"));
        (await Answer(Request.Query("person", Limit(0)))).ShouldBe("[]");
        (await Refusal(Request.Query("person", Limit(-1)))).Code.ShouldBe(FailureCode.BadValue);
    }

    [Fact]
    public async Task Groups()
    {
        (await Answer(Request.Query("person", Group("is_active"), Order("is_active desc"))))
            .ShouldBe("""[{"is_active":true},{"is_active":false}]""");
        (await Refusal(Request.Query("person", Group("is_active"), Columns("id")))).Code.ShouldBe(FailureCode.UnknownColumn);
    }

    [Fact]
    public async Task Answers_the_first_rows_of_each_group()
    {
        (await Answer(Request.Query("person", Partition("is_active"), Limit(1), Order("id desc"), Columns("id"))))
            .ShouldBe(Ids("6,5"));
        (await Answer(Request.Query("crew", Partition("voyage_id"), Limit(1)))).ShouldBe(
            """[{"voyage_id":1,"person_id":1,"role":"captain"},{"voyage_id":2,"person_id":2,"role":null}]""");
    }

    [Fact]
    public async Task Refuses_what_means_nothing_with_a_partition()
    {
        var first = Request.Query("person", Partition("is_active"), Limit(1));
        (await Refusal(first.With(Offset(1)))).Message.ShouldBe("A partition has neither groups nor an offset.");
        (await Refusal(first.With(Group("is_active")))).Message.ShouldBe("A partition has neither groups nor an offset.");
        (await Refusal(Request.Query("person", Partition("is_active")))).Message
            .ShouldBe("A partition needs a limit, the most rows of each.");
    }

    [Fact]
    public async Task Lists_without_a_column_say_nothing() =>
        (await Answer(Request.Query("place", Columns(), Group(), Partition(), Order(), Limit(1))))
            .ShouldBe("""[{"id":1,"name":"Aden"}]""");

    [Fact]
    public async Task Reads_tables_and_columns_with_names_of_all_kinds()
    {
        (await Answer(Request.Query("Mixed Case", Where("Id", -1)))).ShouldBe("[]");
        (await Answer(Request.Query("quo\"te;--", Where("id", -1)))).ShouldBe("[]");
        (await Answer(Request.Query(
            "order", Where("naïve ☃", "x"), Where("group by", "y"), Order("naïve ☃ desc"), Columns("quo\"ted", "do.tted"))))
            .ShouldBe("[]");
    }

    [Fact]
    public async Task Names_a_table_with_its_schema() =>
        (await Answer(Request.Query($"{Server.Schema}.place", Where("id", 2)))).ShouldBe("""[{"id":2,"name":"Bergen"}]""");

    [Theory]
    [InlineData("persn", "id", 1, FailureCode.UnknownTable, "persn")]
    [InlineData(":batch", "id", 1, FailureCode.UnknownTable, ":batch")]
    [InlineData("..", "id", 1, FailureCode.UnknownTable, "..")]
    [InlineData("person", "nme", 1, FailureCode.UnknownColumn, "nme")]
    [InlineData("person", "id", "x", FailureCode.BadValue, "x")]
    public async Task Refuses_what_cannot_be_meant(string table, string column, object value, FailureCode code, string named)
    {
        var failure = await Refusal(Request.Query(table, Where(column, value)));
        failure.Code.ShouldBe(code);
        failure.Message.ShouldContain(named);
    }

    [Fact]
    public async Task Refuses_a_limit_beyond_the_largest() =>
        (await Refusal(Request.Query("person", Limit(1_000_000)))).Code.ShouldBe(FailureCode.LimitExceeded);

    [Fact]
    public async Task Hints_at_the_nearest_name() =>
        (await Refusal(Request.Query("person", Where("nme", 1)))).Hint.ShouldBe("Did you mean \"name\"?");
}
