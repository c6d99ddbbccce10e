using System.Text;
using Relata.Dialects.Contract;
using Relata.Execution;
using Relata.Formats.Csv;
using Relata.Formats.Json;
using Relata.Formats.NdJson;
using Relata.Planning.Paging;

namespace Relata.Formats.Tests;

/// <summary>Where a page ends, and which pages it names beside it.</summary>
public sealed class ListBodyTests
{
    private static readonly Envelope ByOffset = new(200, EnvelopeShape.Array) { Links = new PageLinks("/n", "/p") };
    private static readonly Envelope Walk = new(200, EnvelopeShape.Array) { Links = new PageLinks("/w?", "/w?", TakeCursors: true) };
    private static readonly CursorSeal Seal = new("0123456789abcdef"u8.ToArray());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, "[]", false)]
    [InlineData(2, """[{"id":1},{"id":2}]""", false)]
    [InlineData(3, """[{"id":1},{"id":2},{"id":3}]""", false)]
    [InlineData(4, """[{"id":1},{"id":2},{"id":3}]""", true)]
    public async Task The_row_that_looks_ahead_is_not_answered(int rows, string body, bool hasNext)
    {
        var (text, headers) = await Read(new JsonFormat(), ByOffset, await Ahead(rows));
        text.ShouldBe(body);
        headers.ShouldBe([new("Link", hasNext ? "</n>; rel=\"next\", </p>; rel=\"prev\"" : "</p>; rel=\"prev\"")]);
    }

    [Fact]
    public async Task Nothing_is_named_beside_a_list_that_is_no_page() =>
        (await Read(new JsonFormat(), new Envelope(200, EnvelopeShape.Array), await Ahead(2))).Headers.ShouldBeEmpty();

    [Theory]
    [InlineData(null, true)]
    [InlineData(30_000L, true)]
    [InlineData(29_999L, false)]
    public async Task A_page_that_is_sent_before_its_end_is_known_names_the_next_unless_all_rows_are_counted(long? total, bool hasNext)
    {
        var wide = new string('x', 100);
        var rows = new FakeRows([[.. Enumerable.Repeat(new object?[] { wide }, 29_999)]]);
        await rows.NextResultAsync(Stop);
        var result = new ReadResult(rows, Layouts.Flat("id"), total, 0, 29_999) { LooksAhead = true };
        await using var body = new ListBody(new JsonFormat(), ByOffset, result);
        (await body.FillAsync(Stop)).ShouldBeFalse();
        body.Headers.Single().Value.Contains("next", StringComparison.Ordinal).ShouldBe(hasNext);
    }

    public static TheoryData<IFormat, string> Backwards => new()
    {
        { new JsonFormat(), """[{"id":3},{"id":2},{"id":1}]""" },
        { new NdJsonFormat(), "{\"id\":3}\n{\"id\":2}\n{\"id\":1}\n" },
        { new CsvFormat(), "id\r\n3\r\n2\r\n1\r\n" },
    };

    [Theory]
    [MemberData(nameof(Backwards))]
    public async Task A_page_that_is_read_from_its_end_is_turned_around(IFormat format, string body)
    {
        var result = await Ahead(4) with { IsBackward = true, BeginsAtPlace = true, Cursors = new Cursors(Seal, "s") };
        var (text, headers) = await Read(format, Walk, result);
        text.ShouldBe(body);
        headers.ShouldBe([Link("next", isBackward: false, "[1]", "prev", wasBackward: true, "[3]")]);
    }

    [Fact]
    public async Task A_page_of_a_walk_leads_on_from_its_last_row_and_back_from_its_first()
    {
        var result = await Ahead(4) with { BeginsAtPlace = true, Cursors = new Cursors(Seal, "s") };
        var (_, headers) = await Read(new JsonFormat(), Walk, result);
        headers.ShouldBe([Link("next", isBackward: false, "[3]", "prev", wasBackward: true, "[1]")]);
    }

    [Fact]
    public async Task The_first_and_the_last_page_of_a_walk_lead_one_way_only()
    {
        var first = await Ahead(4) with { Cursors = new Cursors(Seal, "s") };
        (await Read(new JsonFormat(), Walk, first)).Headers.Single().Value.ShouldEndWith("rel=\"next\"");
        var last = await Ahead(3) with { BeginsAtPlace = true, Cursors = new Cursors(Seal, "s") };
        (await Read(new JsonFormat(), Walk, last)).Headers.Single().Value.ShouldEndWith("rel=\"prev\"");
        var only = await Ahead(3) with { Cursors = new Cursors(Seal, "s") };
        (await Read(new JsonFormat(), Walk, only)).Headers.ShouldBeEmpty();
    }

    private static KeyValuePair<string, string> Link(
        string first, bool isBackward, string place, string second, bool wasBackward, string otherPlace) => new("Link",
        $"</w?{Seal.Seal("s", isBackward, Encoding.UTF8.GetBytes(place))}>; rel=\"{first}\", "
        + $"</w?{Seal.Seal("s", wasBackward, Encoding.UTF8.GetBytes(otherPlace))}>; rel=\"{second}\"");

    /// <summary>So many rows for a page of three.</summary>
    private static async Task<ReadResult> Ahead(int count)
    {
        var rows = new FakeRows([[.. Enumerable.Range(1, count).Select(i => new object?[] { i })]]);
        await rows.NextResultAsync(Stop);
        var layout = Layouts.Flat("id") with { KeyCells = [0] };
        return new ReadResult(rows, layout, Total: null, Offset: 0, Limit: 3) { LooksAhead = true };
    }

    private static async Task<(string Text, IReadOnlyList<KeyValuePair<string, string>> Headers)> Read(
        IFormat format, Envelope envelope, ReadResult result)
    {
        await using var body = new ListBody(format, envelope, result);
        (await body.FillAsync(Stop)).ShouldBeTrue();
        return (Encoding.UTF8.GetString(body.Written.Span), body.Headers);
    }
}
