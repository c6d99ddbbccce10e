using System.Text;
using System.Text.Json.Serialization;
using Relata.Client.Results;
using Relata.Model.Failures;
using Relata.Model.Requests;

namespace Relata.Client.Tests;

/// <summary>Rows become objects of a program, or the exception says why not.</summary>
public sealed class ResultTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_become_records_classes_and_dictionaries()
    {
        const string json = """[{"id":1,"site_id":null,"the name":"a","score":1.50}]""";
        (await Read<Record>(json)).ShouldBe([new Record(1, null, "a")]);
        var item = (await Read<Item>(json)).ShouldHaveSingleItem();
        (item.Id, item.Score, item.Doubled).ShouldBe((1, 1.50m, 2));
        var values = (await Read<Dictionary<string, object?>>(json)).ShouldHaveSingleItem();
        values.ShouldBe(new Dictionary<string, object?> { ["id"] = 1L, ["site_id"] = null, ["the name"] = "a", ["score"] = 1.50m });
        (await Read<IReadOnlyDictionary<string, object?>>(json)).Count.ShouldBe(1);
        (await Read<Record>("[]")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_column_that_is_missing_is_named()
    {
        var mismatch = await Should.ThrowAsync<ResultMismatchException>(() => Read<Record>("""[{"id":1,"site_id":2}]"""));
        mismatch.Column.ShouldBe("the name");
        mismatch.Message.ShouldBe("The result has no column \"the name\" that Record needs. It has: id, site_id.");
        (await Should.ThrowAsync<ResultMismatchException>(
            () => Client("""[{"id":1}]""").ExecuteAsync(Any, row => row.Get<int>("no"), Stop))).Column.ShouldBe("no");
    }

    [Theory]
    [InlineData("""{"id":"x","site_id":2,"the name":"a"}""", "id", "\"x\"")]
    [InlineData("""{"id":1.5,"site_id":2,"the name":"a"}""", "id", "1.5")]
    [InlineData("""{"id":null,"site_id":2,"the name":"a"}""", "id", "null")]
    [InlineData("""{"id":1,"site_id":true,"the name":"a"}""", "site_id", "true")]
    [InlineData("""{"id":1,"site_id":2,"the name":null}""", "the name", "null")]
    public async Task A_value_that_does_not_fit_is_named(string row, string column, string value)
    {
        var mismatch = await Should.ThrowAsync<ResultMismatchException>(() => Read<Record>($"[{row}]"));
        mismatch.Message.ShouldContain(column);
        mismatch.Column.ShouldBe(column);
        mismatch.Message.ShouldStartWith($"Row 0 of the result: the column \"{column}\" holds {value}, which is no ");
    }

    [Fact]
    public async Task What_is_no_type_of_rows_is_refused() =>
        (await Should.ThrowAsync<NotSupportedException>(() => Read<int>("""[{"id":1}]"""))).Message.ShouldBe(
            "A row is read into a class, a record or a dictionary; Int32 is none. Pass a reader of your own.");

    [Theory]
    [InlineData("""[{"id":1},""")]
    [InlineData("[1]")]
    [InlineData("<html>")]
    public async Task An_answer_that_is_no_array_of_rows_is_a_failure(string json) =>
        (await Should.ThrowAsync<FailureException>(() => Read<Dictionary<string, object?>>(json)))
            .Failure.Code.ShouldBe(FailureCode.Internal);

    private static Batch Any => Request.Query("any");

    private static RelataClient Client(string json) => new(new Canned(json));

    private static Task<IReadOnlyList<T>> Read<T>(string json) => Client(json).ExecuteAsync<T>(Any, Stop);

    private sealed record Record(int Id, int? SiteId, [property: JsonPropertyName("the name")] string Name, int Other = 5);

    private sealed class Item
    {
        public required int Id { get; init; }

        public decimal Score { get; set; }

        public int Doubled => 2 * Id;
    }

    /// <summary>An executor of a program's own, which always answers the same.</summary>
    private sealed class Canned(string json) : IRequestExecutor
    {
        public Task<Stream> ExecuteAsync(Batch batch, CancellationToken stop) =>
            Task.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes(json)));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
