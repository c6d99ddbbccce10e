using System.Text;
using System.Text.Json;
using Relata.Formats.Json;
using Relata.Planning.Plans;

namespace Relata.Formats.Tests.Json;

public sealed class JsonRowsTests
{
    private static readonly RowLayout Nested = Layouts.Of(
        new CellField("id", 0),
        new ObjectField("owner_object", 1,
        [
            new CellField("id", 1),
            new CellField("name", 2),
            new ObjectField("home_object", 3, [new CellField("id", 3)]),
        ]),
        new CellField("note", 4));

    [Fact]
    public async Task A_row_is_an_object_with_a_member_for_each_field() =>
        (await Print(Layouts.Flat("id", "name", "gone"), 7, "Ada", null)).ShouldBe("""{"id":7,"name":"Ada","gone":null}""");

    [Fact]
    public async Task Related_rows_are_objects_inside() =>
        (await Print(Nested, 7, 1, "Ada", 2, "x"))
            .ShouldBe("""{"id":7,"owner_object":{"id":1,"name":"Ada","home_object":{"id":2}},"note":"x"}""");

    [Fact]
    public async Task A_related_row_that_does_not_exist_is_null() =>
        (await Print(Nested, 7, null, null, null, "x")).ShouldBe("""{"id":7,"owner_object":null,"note":"x"}""");

    [Fact]
    public async Task A_related_row_inside_another_may_be_missing_alone() =>
        (await Print(Nested, 7, 1, null, null, null))
            .ShouldBe("""{"id":7,"owner_object":{"id":1,"name":null,"home_object":null},"note":null}""");

    [Fact]
    public async Task Lists_are_arrays_of_rows_that_may_hold_lists_themselves()
    {
        var tags = Layouts.Flat("name");
        var items = Layouts.Of(new CellField("id", 0), new ListField("tags", 0)) with { Lists = [tags] };
        var layout = Layouts.Of(
            new ListField("empty", 1), new ObjectField("owner", 0, [new ListField("items", 0)]), new CellField("id", 0)) with
        {
            Lists = [items, tags],
        };
        object?[][] rows =
        [
            [1, new object?[][] { ["a"], [null] }],
            [2, Array.Empty<object?[]>()],
        ];
        (await Print(layout, 7, rows, Array.Empty<object?[]>())).ShouldBe(
            """{"empty":[],"owner":{"items":[{"id":1,"tags":[{"name":"a"},{"name":null}]},{"id":2,"tags":[]}]},"id":7}""");
    }

    [Fact]
    public async Task The_presence_cell_need_not_be_answered()
    {
        var layout = Layouts.Of(new ObjectField("owner", 1, [new CellField("name", 0)]));
        (await Print(layout, null, 1)).ShouldBe("""{"owner":{"name":null}}""");
        (await Print(layout, null, null)).ShouldBe("""{"owner":null}""");
    }

    [Fact]
    public async Task A_row_without_fields_is_an_empty_object() =>
        (await Print(Layouts.Of(new ObjectField("owner", 0, [])), 1)).ShouldBe("""{"owner":{}}""");

    [Fact]
    public async Task Names_are_escaped_like_any_text()
    {
        var json = await Print(Layouts.Flat("say \"hi\"\n\\", "größe"), 1, 2);
        JsonElement.Parse(json).EnumerateObject().Select(member => member.Name).ShouldBe(["say \"hi\"\n\\", "größe"]);
    }

    [Fact]
    public void A_layout_is_prepared_once() => JsonRows.For(Nested).ShouldBeSameAs(JsonRows.For(Nested));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<string> Print(RowLayout layout, params object?[] cells)
    {
        var rows = new FakeRows([cells]);
        await rows.NextResultAsync(Stop);
        await rows.NextRowAsync(Stop);
        using var buffer = new Utf8Buffer();
        JsonRows.For(layout).Write(rows, buffer, new JsonCells(buffer));
        return Encoding.UTF8.GetString(buffer.Written.Span);
    }
}
