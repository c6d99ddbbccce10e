using Relata.Client;
using Relata.Model.Failures;
using Relata.Model.Requests;
using static Relata.Client.Ex;

namespace Relata.Conformance.Client;

/// <summary>Writes and batches of a client.</summary>
public abstract class ClientWriteSpec(ConformanceServer server, ClientWay way) : ClientSpecification(server, way)
{
    [Fact]
    public async Task Inserts_a_row_and_answers_it_as_it_is_stored() =>
        (await Answer(Request.Insert("scratch", Values(
            ("id", 1), ("words", "true"), ("document", new { a = new int?[] { 1, null } }), ("price", 1.5m),
            ("instant", new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.FromHours(2))), ("payload", "AQI=")))))
        .ShouldBe(
            """[{"id":1,"words":"true","number":null,"flag":null,"price":1.50,"ratio":null,"day":null,"instant":"2024-05-06T05:08:09Z","document":{"a":[1,null]},"payload":"AQI="}]""");

    [Fact]
    public async Task Inserts_rows_in_their_order_all_or_none()
    {
        (await Answer(Request.Insert("place", Values(("id", 22), ("name", "b")), Values(("name", "a"), ("id", 21)))))
            .ShouldBe("""[{"id":22,"name":"b"},{"id":21,"name":"a"}]""");
        (await Refusal(Request.Insert("place", Values(("id", 23), ("name", "c")), Values(("id", 22), ("name", "d")))))
            .Code.ShouldBe(FailureCode.UniqueViolation);
        (await Answer(Request.Query("place", Where("id", Btwn(21, 29)), Columns("id")))).ShouldBe(Ids("21,22"));
    }

    [Fact]
    public async Task Inserts_objects()
    {
        (await Answer(Request.Insert("shift", Row(new { VoyageId = 1, PersonId = 1, Number = 9, Note = "n" }))))
            .ShouldBe("""[{"voyage_id":1,"person_id":1,"number":9,"note":"n"}]""");
        (await Answer(Request.Insert("place", Rows(Enumerable.Range(31, 2).Select(id => new { id, name = $"p{id}" })))))
            .ShouldBe("""[{"id":31,"name":"p31"},{"id":32,"name":"p32"}]""");
    }

    [Fact]
    public async Task Changes_exactly_the_rows_that_it_answers()
    {
        await Add(41, 42, 43);
        (await Answer(Request.Update("place", Values(("name", "new")), Where("id", 41))))
            .ShouldBe("""[{"id":41,"name":"new"}]""");
        (await Answer(Request.Update("place", Values(("name", "newer")), Where("name", Like("p4%")), Order("id desc"), Limit(1))))
            .ShouldBe("""[{"id":43,"name":"newer"}]""");
        (await Answer(Request.Update("place", Values(("name", "x")), Where("id", 49)))).ShouldBe("[]");
        (await Answer(Request.Update("person", Values(("nickname", null)), Where("id", 6), Where("id", 7)))).ShouldBe("[]");
    }

    [Fact]
    public async Task Deletes_and_answers_the_rows_as_they_were()
    {
        await Add(51, 52, 53);
        (await Answer(Request.Delete("place", Where("id", Gt(50)), Where("id", Lt(60)), Order("id desc"), Limit(1))))
            .ShouldBe("""[{"id":53,"name":"p53"}]""");
        (await Answer(Request.Delete("place", Where("id", In(51, 59))))).ShouldBe("""[{"id":51,"name":"p51"}]""");
        (await Answer(Request.Delete("place", Where("id", 51)))).ShouldBe("[]");
        (await Answer(Request.Delete("place", Where("id", 52), Limit(0)))).ShouldBe("[]");
        (await Refusal(Request.Delete("place", Where("id", 1)))).Code.ShouldBe(FailureCode.ForeignKeyViolation);
    }

    [Fact]
    public async Task Changes_and_deletes_every_row_without_a_filter()
    {
        await Answer(Request.Insert("hostile", Values(("id", 1), ("words", "a")), Values(("id", 2), ("words", "b"))));
        (await Answer(Request.Update("hostile", Values(("words", "all-names")), Where("id", 1), Limit(1))))
            .ShouldBe("""[{"id":1,"words":"all-names","number":null}]""");
        await Answer(Request.Update("hostile", Values(("number", 7))));
        (await Answer(Request.Query("hostile", Where("number", 7), Columns("id")))).ShouldBe(Ids("1,2"));
        await Answer(Request.Delete("hostile"));
        (await Answer(Request.Query("hostile"))).ShouldBe("[]");
    }

    [Fact]
    public async Task Updates_the_columns_named_where_the_key_exists()
    {
        await Draft(61);
        await Answer(Request.Insert("draft", Values(("id", 61), ("title", "new"), ("state", "s")), OnConflictUpdate("title")));
        (await Titles(61)).ShouldBe("""[{"id":61,"title":"new","state":"new"}]""");

        // Without the primary key in the rows the other key that they hold is meant.
        await Answer(Request.Insert("draft", Values(("code", "k61"), ("title", "by code")), OnConflictUpdate("title")));
        (await Titles(61)).ShouldBe("""[{"id":61,"title":"by code","state":"new"}]""");
        await Answer(Request.Insert(
            "draft", Values(("id", 6100), ("code", "k61"), ("title", "named")), OnConflictUpdate("title").On("code")));
        (await Titles(61)).ShouldBe("""[{"id":61,"title":"named","state":"new"}]""");
        var refused = await Refusal(Request.Insert("draft", Values(("title", "keyless")), OnConflictUpdate("title")));
        refused.Code.ShouldBe(FailureCode.NotApplicable);
        refused.Message.ShouldBe("The rows hold no key of \"draft\" that could exist already.");
    }

    [Fact]
    public async Task Leaves_rows_alone_whose_key_exists()
    {
        await Draft(71);
        (await Answer(Request.Insert("place", Values(("id", 1), ("name", "x")), OnConflictIgnore()))).ShouldBe("[]");
        (await Answer(Request.Insert("place", Values(("id", 1), ("name", "x")), OnConflictConstraint("id")))).ShouldBe("[]");
        (await Refusal(Request.Insert("place", Values(("id", 79), ("name", "Aden")), OnConflictConstraint("id"))))
            .Code.ShouldBe(FailureCode.UniqueViolation);
        (await Refusal(Request.Insert("place", Values(("id", 1), ("name", "x")), OnConflictError())))
            .Code.ShouldBe(FailureCode.UniqueViolation);
    }

    [Theory]
    [InlineData("nam", "n", FailureCode.UnknownColumn)]
    [InlineData("id", "x", FailureCode.BadValue)]
    [InlineData("name", null, FailureCode.NotNullViolation)]
    public async Task Refuses_values_that_do_not_fit(string column, object? value, FailureCode code) =>
        (await Refusal(Request.Update("place", Values((column, value)), Where("id", 1)))).Code.ShouldBe(code);

    [Fact]
    public async Task A_batch_answers_its_last_result()
    {
        (await Answer(Request.Batch(
            Request.Insert("place", Values(("id", 81), ("name", "81")), Values(("id", 82), ("name", "82"))),
            Request.Update("place", Values(("name", "changed")), Where("id", 82)),
            Request.Delete("place", Where("id", Btwn(81, 89)), Order("id"), Limit(1)),
            Request.Query("place", Where("id", Gt(80)), Where("id", Lt(90)), Columns("name")))))
            .ShouldBe("""[{"name":"changed"}]""");
        (await Answer(Request.Batch(
            Request.Query("place"), Request.Insert("place", Values(("id", 83), ("name", "83")), OnConflictUpdate("name")))))
            .ShouldBe("""[{"id":83,"name":"83"}]""");
        (await Answer(Request.Batch(
            Request.Query("place"),
            Request.Query("person", Where("id", NotEq(1)), Where("id", NotEq(3)), Where("id", Lt(5)), Columns("id")))))
            .ShouldBe(Ids("2,4"));
        (await Answer(Request.Batch())).ShouldBe("[]");
    }

    [Fact]
    public async Task A_batch_answers_every_result_where_it_is_asked_for()
    {
        var batch = Request.Batch(
            Request.Insert("place", Values(("id", 384), ("name", "384")), Values(("id", 385), ("name", "385"))),
            Request.Update("place", Values(("name", "x")), Where("id", 389)),
            Request.Query("place", Where("id", Btwn(384, 389)), Order("id desc"), Columns("id")),
            Request.Delete("place", Where("id", 384)));
        (await Answer(batch with { AnswersEach = true })).ShouldBe(
            """[[{"id":384,"name":"384"},{"id":385,"name":"385"}],[],[{"id":385},{"id":384}],[{"id":384,"name":"384"}]]""");
        var results = await (await ClientAsync()).ExecuteEachAsync(Request.Batch(
            Request.Query("place", Where("id", 385)), Request.Query("person", Where("id", 1))), Stop);
        results.Count.ShouldBe(2);
        results[0].As<Place>().ShouldBe([new Place(385, "385")]);
        results[1].As<Person>().Select(person => person.Name).ShouldBe(["Ada"]);
        (await (await ClientAsync()).ExecuteEachAsync(Request.Query("place", Where("id", 385)), Stop))
            .ShouldHaveSingleItem().Rows.ShouldHaveSingleItem().Get<string>("name").ShouldBe("385");
        (await (await ClientAsync()).ExecuteEachAsync(Request.Batch(), Stop)).ShouldBeEmpty();
        var refused = await Refusal(Request.Batch(
            Request.Insert("place", Values(("id", 386), ("name", "386"))), Request.Query("place", Where("nme", 1)))
            with { AnswersEach = true });
        (refused.Code, refused.At!.Value.Part[..11]).ShouldBe((FailureCode.UnknownColumn, "requests[1]"));
        (await Answer(Request.Query("place", Where("id", 386)))).ShouldBe("[]");
    }

    [Fact]
    public async Task Nothing_stays_of_a_batch_with_a_request_that_is_refused()
    {
        var failure = await Refusal(Request.Batch(
            Request.Insert("place", Values(("id", 91), ("name", "gone"))), Request.Query("place", Where("nme", 1))));
        failure.Code.ShouldBe(FailureCode.UnknownColumn);
        failure.At!.Value.Part.ShouldStartWith("requests[1]");
        (await Answer(Request.Query("place", Where("id", 91)))).ShouldBe("[]");
    }

    [Fact]
    public async Task A_thousand_requests_are_one_batch_and_one_more_is_refused()
    {
        var rows = Enumerable.Range(100_001, 1001).Select(id => new { id, name = $"p{id}" }).ToArray();
        var each = rows.Select(Request (row) => Request.Insert("place", Row(row))).ToArray();
        var failure = await Refusal(Request.Batch(each));
        (failure.Code, failure.Message)
            .ShouldBe((FailureCode.LimitExceeded, "The batch has 1001 requests, and at most 1000 are done at once."));
        failure.Hint.ShouldNotBeNull().ShouldContain("limits.maxBatchRequests");
        (await Answer(Request.Query("place", Where("id", Gt(100_000))))).ShouldBe("[]");
        (await Answer(Request.Batch(each[..1000]))).ShouldBe("""[{"id":101000,"name":"p101000"}]""");
        await Answer(Request.Delete("place", Where("id", Gt(100_000))));
    }

    [Fact]
    public async Task A_thousand_rows_are_one_request()
    {
        var rows = Enumerable.Range(100_001, 1000).Select(id => new { id, name = $"p{id}" }).ToArray();
        (await (await ClientAsync()).ExecuteAsync<Dictionary<string, object?>>(Request.Insert("place", Rows(rows)), Stop))
            .Select(row => row["id"]).ShouldBe(rows.Select(row => (object)(long)row.id));
        await Answer(Request.Delete("place", Where("id", Gt(100_000))));
    }

    [Fact]
    public async Task Rows_are_streamed_into_records()
    {
        var names = new List<string>();
        await foreach (var person in (await ClientAsync()).StreamAsync<Person>(Request.Query("person", Where("id", Lt(4))), Stop))
            names.Add($"{person.Id} {person.Name} {person.IsActive} {person.Born}");
        names.Count.ShouldBe(3);
        names[0].ShouldStartWith("1 Ada True ");
        (await (await ClientAsync()).ExecuteAsync<Person>(Request.Query("person", Where("id", 99)), Stop)).ShouldBeEmpty();
    }

    private async Task Add(params int[] ids) =>
        await Answer(Request.Insert("place", Rows(ids.Select(id => new { id, name = $"p{id}" }))));

    private async Task Draft(int id) => await Answer(
        Request.Insert("draft", Values(("id", id), ("title", $"t{id}"), ("label", "client"), ("code", $"k{id}"))));

    private Task<string> Titles(int id) =>
        Answer(Request.Query("draft", Where("id", id), Columns("id", "title", "state")));

    private sealed record Place(int Id, string Name);

    private sealed record Person(int Id, string Name, bool IsActive, DateOnly? Born);
}
