using System.Text;
using Relata.Formats.NdJson;
using Relata.Model.Failures;

namespace Relata.Formats.Tests.NdJson;

public sealed class NdJsonFormatTests
{
    private static readonly NdJsonFormat NdJson = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_has_a_line_for_each_row() =>
        (await Printed.ListAsync(NdJson, Layouts.Flat("id", "name"), [1, "Ada"], [2, "a\nb"]))
            .ShouldBe("{\"id\":1,\"name\":\"Ada\"}\n{\"id\":2,\"name\":\"a\\nb\"}\n");

    [Fact]
    public async Task A_list_without_rows_is_empty() =>
        (await Printed.ListAsync(NdJson, Layouts.Flat("id"))).ShouldBe("");

    [Fact]
    public async Task A_stored_value_over_several_lines_stays_on_one() =>
        (await Printed.ListAsync(NdJson, Layouts.Flat("document"), [new JsonText("{\r\n  \"a\": 1\n}")]))
            .ShouldBe("{\"document\":{    \"a\": 1 }}\n");

    [Fact]
    public async Task A_list_that_breaks_ends_with_what_went_wrong()
    {
        var rows = new FakeRows([[[1], [2], [3]]]) { BreaksAfter = 2 };
        await rows.NextResultAsync(Stop);
        await using var body = Printed.Body(NdJson, rows, Layouts.Flat("id"));
        await Should.ThrowAsync<FailureException>(async () => await body.FillAsync(Stop));
        body.TryEnd("""{"status":503}"""u8).ShouldBeTrue();
        Encoding.UTF8.GetString(body.Written.Span).ShouldBe("{\"id\":1}\n{\"id\":2}\n{\"error\":{\"status\":503}}\n");
    }

    [Fact]
    public async Task A_row_that_breaks_in_its_middle_is_taken_back()
    {
        var rows = new FakeRows([[[1, 1], [2, new Unreadable()]]]);
        await rows.NextResultAsync(Stop);
        await using var body = Printed.Body(NdJson, rows, Layouts.Flat("id", "part"));
        await Should.ThrowAsync<FailureException>(async () => await body.FillAsync(Stop));
        body.TryEnd("{}"u8).ShouldBeTrue();
        Encoding.UTF8.GetString(body.Written.Span).ShouldBe("{\"id\":1,\"part\":1}\n{\"error\":{}}\n");
    }
}
