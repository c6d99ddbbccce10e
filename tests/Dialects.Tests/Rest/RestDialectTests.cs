using Relata.Dialects.Contract;
using Relata.Model.Failures;
using Relata.Model.Requests;
using static Relata.Dialects.Tests.Rest.RestCalls;

namespace Relata.Dialects.Tests.Rest;

/// <summary>Which method asks for what, and how it is answered.</summary>
public sealed class RestDialectTests
{
    [Theory]
    [InlineData("GET /item", typeof(Read), 200, EnvelopeShape.Array)]
    [InlineData("GET /item/7", typeof(Read), 200, EnvelopeShape.Row)]
    [InlineData("POST /item", typeof(Insert), 201, EnvelopeShape.Row)]
    [InlineData("POST /item?resolution=merge", typeof(Insert), 201, EnvelopeShape.Row)]
    [InlineData("POST /item?resolution=ignore", typeof(Insert), 200, EnvelopeShape.Array)]
    [InlineData("PUT /item/7", typeof(Update), 200, EnvelopeShape.Row)]
    [InlineData("PATCH /item/7", typeof(Update), 200, EnvelopeShape.Row)]
    [InlineData("PATCH /item?name=a", typeof(Update), 200, EnvelopeShape.Array)]
    [InlineData("DELETE /item/7", typeof(Delete), 204, EnvelopeShape.NothingForRow)]
    [InlineData("DELETE /item?name=a", typeof(Delete), 204, EnvelopeShape.Nothing)]
    public void A_method_asks_for_something_and_has_its_answer(string line, Type request, int status, EnvelopeShape shape)
    {
        var parsed = Parse(line, "{}");
        parsed.Request.ShouldBeOfType(request);
        (parsed.Envelope.Status, parsed.Envelope.Shape).ShouldBe((status, shape));
    }

    [Fact]
    public void A_created_row_is_found_below_the_table_as_it_was_named()
    {
        Parse("POST /archive.item", "{}").Envelope.Location.ShouldBe("/api/archive.item");
        Parse("POST /item-part", "{}").Envelope.Location.ShouldBe("/api/item-part");
        Parse("POST /item", "[{}]").Envelope.Location.ShouldBeNull();
        Parse("PUT /item/7", "{}").Envelope.Location.ShouldBeNull();
    }

    [Fact]
    public void Put_replaces_and_patch_merges()
    {
        ((Update)Parse("PUT /item/7", "{}").Request).Mode.ShouldBe(UpdateMode.Replace);
        ((Update)Parse("PATCH /item/7", "{}").Request).Mode.ShouldBe(UpdateMode.Merge);
    }

    [Theory]
    [InlineData("PUT /item", "GET, HEAD, OPTIONS, QUERY, POST, PATCH, DELETE")]
    [InlineData("POST /item/7", "GET, HEAD, OPTIONS, PUT, PATCH, DELETE")]
    [InlineData("TRACE /item", "GET, HEAD, OPTIONS, QUERY, POST, PATCH, DELETE")]
    [InlineData("get /item", "GET, HEAD, OPTIONS, QUERY, POST, PATCH, DELETE")]
    [InlineData("POST /overview", "GET, HEAD, OPTIONS, QUERY")]
    [InlineData("PATCH /overview?total=1", "GET, HEAD, OPTIONS, QUERY")]
    [InlineData("DELETE /overview?total=1", "GET, HEAD, OPTIONS, QUERY")]
    public void A_method_that_means_nothing_here_names_those_that_do(string line, string allowed)
    {
        var failure = Refused(line, "{}");
        failure.Code.ShouldBe(FailureCode.MethodNotAllowed);
        string.Join(", ", failure.Allow).ShouldBe(allowed);
        failure.Hint.ShouldBe($"Possible: {allowed}.");
    }

    /// <summary>A text may be the key of a row though it is also the name of a claim.</summary>
    [Theory]
    [InlineData("/job/checker-claim", "OPTIONS, POST")]
    [InlineData("/job/checker_claim/", "OPTIONS, POST")]
    [InlineData("/job/7/checker-claim", "OPTIONS, POST, DELETE")]
    [InlineData("/job/claim", "GET, HEAD, OPTIONS, PUT, PATCH, DELETE")]
    [InlineData("/ticket/checker-claim", "GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE")]
    [InlineData("/ticket/7/checker-claim", "OPTIONS, POST, DELETE")]
    [InlineData("/frozen/checker-claim", "OPTIONS")]
    [InlineData("/frozen/7/checker-claim", "OPTIONS")]
    public void The_methods_of_a_claim_are_known_and_no_others_are_possible(string path, string allowed)
    {
        string.Join(", ", Methods(path)).ShouldBe(allowed);
        var failure = Refused($"QUERY {path}", "{}");
        (failure.Code, string.Join(", ", failure.Allow)).ShouldBe((FailureCode.MethodNotAllowed, allowed));
        foreach (var method in new[] { "POST", "DELETE", "PUT", "PATCH" })
        {
            if (allowed.Contains(method, StringComparison.Ordinal)) continue;
            Refused($"{method} {path}", "{}").Code.ShouldBe(FailureCode.MethodNotAllowed, method);
        }
    }

    [Theory]
    [InlineData("GET /overview/1")]
    [InlineData("PUT /overview/1")]
    [InlineData("DELETE /overview/1")]
    public void A_view_has_no_rows_with_names(string line)
    {
        var failure = Refused(line, "{}");
        failure.Message.ShouldBe("\"overview\" has no primary key, so its rows cannot be named one by one.");
        (failure.Code, failure.At).ShouldBe((FailureCode.MethodNotAllowed, new Position("path", 10, 1)));
    }

    /// <summary>The planner refuses it; what matters here is that nothing makes a filter of nothing.</summary>
    [Theory]
    [InlineData("DELETE /item")]
    [InlineData("DELETE /item/")]
    [InlineData("DELETE /item?")]
    [InlineData("DELETE /item?&&")]
    [InlineData("DELETE /item?__all=false")]
    public void A_delete_without_a_filter_asks_for_no_rows(string line)
    {
        var delete = (Delete)Parse(line).Request;
        (delete.Key, delete.Filter, delete.EveryRow).ShouldBe((null, null, false));
    }

    [Fact]
    public void Every_row_is_meant_only_when_that_is_said()
    {
        ((Delete)Parse("DELETE /item?__all=true").Request).EveryRow.ShouldBeTrue();
        ((Update)Parse("PATCH /item?__all=true", "{}").Request).EveryRow.ShouldBeTrue();
        ((Update)Parse("PATCH /item", "{}").Request).EveryRow.ShouldBeFalse();
        Refused("DELETE /item?__all").Code.ShouldBe(FailureCode.BadValue);
        Refused("DELETE /item?__all=1").Code.ShouldBe(FailureCode.BadValue);
    }

    [Fact]
    public void An_upsert_names_a_key_or_takes_the_primary_one()
    {
        OnConflictOf("POST /item").ShouldBeNull();
        OnConflictOf("POST /item?resolution=ignore").ShouldNotBeNull().Columns.ShouldBeEmpty();
        var conflict = OnConflictOf("POST /item?on_conflict=name,note").ShouldNotBeNull();
        conflict.Resolution.ShouldBe(ConflictResolution.Merge);
        conflict.Columns.Select(column => column.Text).ShouldBe(["name", "note"]);
    }

    [Theory]
    [InlineData("POST /item", "5", "The body is neither an object nor an array of objects.")]
    [InlineData("POST /item", "\"a\"", "The body is neither an object nor an array of objects.")]
    [InlineData("POST /item", "null", "The body is neither an object nor an array of objects.")]
    [InlineData("POST /item", "[{}, 5]", "A row is an object.")]
    [InlineData("POST /item", "[[]]", "A row is an object.")]
    [InlineData("POST /item", null, "The body is missing.")]
    [InlineData("PATCH /item/7", "[{}]", "A row is an object.")]
    [InlineData("PUT /item/7", null, "The body is missing.")]
    [InlineData("PATCH /item/7", """{"\ud800": 1}""", "A key holds half of a surrogate pair.")]
    public void A_body_is_an_object_or_for_an_insert_an_array_of_them(string line, string? body, string message)
    {
        var failure = Refused(line, body);
        (failure.Code, failure.Message).ShouldBe((FailureCode.MalformedBody, message));
    }

    [Fact]
    public void Rows_keep_their_order_and_their_values()
    {
        var payload = ((Insert)Parse("POST /item", """[{"name": "a", "id": 1.0}, {}]""").Request).Payload;
        payload.IsArray.ShouldBeTrue();
        payload.Rows.Select(row => row.Fields.Count).ShouldBe([2, 0]);
        payload.Rows[0].Fields.Select(field => $"{field.Column.Text}={field.Value.Json.GetRawText()}").ShouldBe(["name=\"a\"", "id=1.0"]);
    }

    private static OnConflict? OnConflictOf(string line) => ((Insert)Parse(line, "{}").Request).OnConflict;
}
