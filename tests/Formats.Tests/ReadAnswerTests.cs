using System.Text;
using System.Text.Json;
using Relata.Dialects.Contract;
using Relata.Execution;
using Relata.Formats.Json;
using Relata.Model.Failures;
using Relata.Model.Schema;
using Relata.Planning.Plans;

namespace Relata.Formats.Tests;

/// <summary>Answers to reads.</summary>
public sealed class ReadAnswerTests
{
    private static readonly JsonFormat Json = new();
    private static readonly ReadPlan Plan = new()
    {
        Table = new Table(new QualifiedName("main", "item"), TableKind.Table, []),
        Projection = new Projection([], [], Layouts.Flat("id")),
        Values = [],
    };

    private static readonly Envelope List = new(200, EnvelopeShape.Array);
    private static readonly Envelope Row = new(200, EnvelopeShape.Row);

    [Fact]
    public async Task A_list_is_an_array_of_its_rows() => (await Body(List, [1], [2])).ShouldBe("""[{"id":1},{"id":2}]""");

    [Fact]
    public async Task A_list_without_rows_is_an_empty_array() => (await Body(List)).ShouldBe("[]");

    [Fact]
    public async Task One_row_is_an_object() => (await Body(Row, [1])).ShouldBe("""{"id":1}""");

    [Fact]
    public async Task No_row_where_one_is_named_is_a_failure()
    {
        var rows = await Started();
        var failure = await Should.ThrowAsync<FailureException>(async () => await ReadAnswer.CreateAsync(Json, Row, Plan, Result(rows), Stop));
        failure.Failure.Code.ShouldBe(FailureCode.RowNotFound);
        rows.IsDisposed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_long_list_comes_in_pieces_and_whole()
    {
        var rows = await Started([.. Enumerable.Range(0, 20_000).Select(i => new object?[] { i })]);
        await using var answer = await ReadAnswer.CreateAsync(Json, List, Plan, Result(rows), Stop);
        var body = answer.Body.ShouldNotBeNull();
        var (text, pieces) = (new StringBuilder(), 0);
        for (var end = false; !end; pieces++)
        {
            end = await body.FillAsync(Stop);
            body.Written.Length.ShouldBeLessThan(40_000);
            text.Append(Encoding.UTF8.GetString(body.Written.Span));
            body.Clear();
        }

        pieces.ShouldBeGreaterThan(3);
        body.Rows.ShouldBe(20_000);
        JsonElement.Parse(text.ToString()).EnumerateArray().Select(row => row.GetProperty("id").GetInt32())
            .SequenceEqual(Enumerable.Range(0, 20_000)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_list_that_breaks_never_gets_its_closing_bracket()
    {
        var rows = new FakeRows([[[1], [2], [3]]]) { BreaksAfter = 2 };
        await rows.NextResultAsync(Stop);
        await using var answer = await ReadAnswer.CreateAsync(Json, List, Plan, Result(rows), Stop);
        var body = answer.Body.ShouldNotBeNull();
        await Should.ThrowAsync<FailureException>(async () => await body.FillAsync(Stop));
        body.TryEnd("{}"u8).ShouldBeFalse();
        Encoding.UTF8.GetString(body.Written.Span).ShouldBe("""[{"id":1},{"id":2}""");
    }

    [Fact]
    public async Task An_answer_frees_its_rows()
    {
        var rows = await Started();
        await using (await ReadAnswer.CreateAsync(Json, List, Plan, Result(rows), Stop)) rows.IsDisposed.ShouldBeFalse();
        rows.IsDisposed.ShouldBeTrue();
    }

    [Theory]
    [InlineData(25, 0, 10, "items 0-9/25")]
    [InlineData(25, 20, 10, "items 20-24/25")]
    [InlineData(25, 25, 10, "items */25")]
    [InlineData(25, 40, 10, "items */25")]
    [InlineData(25, 5, 0, "items */25")]
    [InlineData(0, 0, 10, "items */0")]
    public async Task A_counted_list_says_where_it_stands(long total, long offset, long limit, string range)
    {
        var result = new ReadResult(await Started(), Layouts.Flat("id"), total, offset, limit);
        await using var answer = await ReadAnswer.CreateAsync(Json, List, Plan, result, Stop);
        answer.Headers.ShouldBe([new("X-Total-Count", $"{total}"), new("Content-Range", range)]);
    }

    [Fact]
    public async Task A_list_that_is_not_counted_has_no_such_headers()
    {
        await using var answer = await ReadAnswer.CreateAsync(Json, List, Plan, Result(await Started()), Stop);
        answer.Headers.ShouldBeEmpty();
        (answer.Status, answer.ContentType).ShouldBe((200, "application/json"));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<string> Body(Envelope envelope, params object?[][] cells)
    {
        await using var answer = await ReadAnswer.CreateAsync(Json, envelope, Plan, Result(await Started(cells)), Stop);
        (await answer.Body.ShouldNotBeNull().FillAsync(Stop)).ShouldBeTrue();
        return Encoding.UTF8.GetString(answer.Body.Written.Span);
    }

    private static async Task<FakeRows> Started(params object?[][] cells)
    {
        var rows = new FakeRows([cells]);
        await rows.NextResultAsync(Stop);
        return rows;
    }

    private static ReadResult Result(FakeRows rows) => new(rows, Layouts.Flat("id"), Total: null, Offset: 0, Limit: 100);
}
