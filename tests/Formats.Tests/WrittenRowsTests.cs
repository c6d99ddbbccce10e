using System.Text;
using Relata.Dialects.Contract;
using Relata.Formats.Csv;
using Relata.Formats.Json;
using Relata.Planning.Plans;

namespace Relata.Formats.Tests;

/// <summary>Answers to writes.</summary>
public sealed class WrittenRowsTests
{
    private static readonly RowLayout Layout = Layouts.Flat("id", "name") with { KeyCells = [1, 0] };
    private static readonly JsonFormat Json = new();
    private static readonly BatchPlan Plan = new([]) { Values = [] };
    private static readonly Envelope Created = new(201, EnvelopeShape.Row) { Location = "/api/item" };
    private static readonly Envelope Several = new(201, EnvelopeShape.Array);

    [Fact]
    public async Task The_rows_of_all_statements_are_one_array()
    {
        using var written = new WrittenRows(Json, Several, Plan);
        await written.ConsumeAsync(new FakeRows([[1, "a"]], [], [[2, "b"], [3, "c"]]), [Layout, Layout, Layout], Stop);
        Print(written).ShouldBe("""[{"id":1,"name":"a"},{"id":2,"name":"b"},{"id":3,"name":"c"}]""");
        written.Count.ShouldBe(3);
    }

    [Fact]
    public void Nothing_written_is_an_empty_array()
    {
        using var written = new WrittenRows(Json, Several, Plan);
        Print(written).ShouldBe("[]");
    }

    [Fact]
    public async Task The_rows_of_all_statements_have_one_header_in_CSV()
    {
        using var written = new WrittenRows(new CsvFormat(), Several, Plan);
        await written.ConsumeAsync(new FakeRows([[1, "a"]], [[2, "b"]]), [Layout, Layout], Stop);
        Print(written).ShouldBe("id,name\r\n1,a\r\n2,b\r\n");
        await written.ConsumeAsync(new FakeRows([[3, "c"]]), [Layout], Stop);
        Print(written).ShouldBe("id,name\r\n3,c\r\n");
    }

    [Fact]
    public async Task A_created_row_has_a_location_with_its_key_encoded()
    {
        using var written = new WrittenRows(Json, Created, Plan);
        await written.ConsumeAsync(new FakeRows([[1, "a,b/ü"]]), [Layout], Stop);
        var answer = written.ToAnswer();
        answer.Status.ShouldBe(201);
        answer.Headers.ShouldBe([new("Location", "/api/item/a%2Cb%2F%C3%BC,1")]);
        Print(written).ShouldBe("""{"id":1,"name":"a,b/ü"}""");
    }

    [Fact]
    public async Task A_second_try_starts_from_nothing()
    {
        using var written = new WrittenRows(Json, Several, Plan);
        await written.ConsumeAsync(new FakeRows([[1, "a"], [2, "b"]]), [Layout], Stop);
        await written.ConsumeAsync(new FakeRows([[3, "c"]]), [Layout], Stop);
        Print(written).ShouldBe("""[{"id":3,"name":"c"}]""");
        written.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_try_that_breaks_half_way_leaves_nothing_to_the_next()
    {
        using var written = new WrittenRows(Json, Created, Plan);
        var broken = new FakeRows([[1, "a"], [2, "b"]]) { BreaksAfter = 1 };
        await Should.ThrowAsync<Exception>(async () => await written.ConsumeAsync(broken, [Layout], Stop));
        await written.ConsumeAsync(new FakeRows([[3, "c"]]), [Layout], Stop);
        Print(written).ShouldBe("""{"id":3,"name":"c"}""");
        written.ToAnswer().Headers.ShouldBe([new("Location", "/api/item/c,3")]);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Print(WrittenRows written) =>
        Encoding.UTF8.GetString(written.ToAnswer().Body.ShouldNotBeNull().Written.Span);
}
