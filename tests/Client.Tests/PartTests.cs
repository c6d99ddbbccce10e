using Relata.Client.Http;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Support;
using static Relata.Client.Ex;

namespace Relata.Client.Tests;

/// <summary>What parts do to a request, and what is refused of them.</summary>
public sealed class PartTests
{
    private static readonly IRequestPart<Insert>[] Row = [Values(("id", 1))];

    public static TheoryData<string, Func<Request>> Twice => new()
    {
        { "The order is said twice.", () => Request.Query("t", Order("a"), Order("b")) },
        { "The order is said twice.", () => Request.Update("t", Values(("a", 1)), Order("a"), Order("b")) },
        { "The order is said twice.", () => Request.Delete("t", Order("a"), Order("b")) },
        { "The limit is said twice.", () => Request.Query("t", Limit(1)).With(Limit(2)) },
        { "The limit is said twice.", () => Request.Update("t", Limit(1), Values(("a", 1)), Limit(1)) },
        { "The limit is said twice.", () => Request.Delete("t", Limit(1), Limit(2)) },
        { "The offset is said twice.", () => Request.Query("t", Offset(1), Offset(2)) },
        { "The offset is said twice.", () => Request.Update("t", Values(("a", 1)), Offset(1), Offset(2)) },
        { "The offset is said twice.", () => Request.Delete("t", Offset(1), Offset(2)) },
        { "The list of columns is said twice.", () => Request.Query("t", Columns("a"), Columns("b")) },
        { "The list of groups is said twice.", () => Request.Query("t", Group("a"), Group("b")) },
        { "The partition is said twice.", () => Request.Query("t", Partition("a"), Partition("b")) },
        {
            "What happens to a row whose key exists is said twice.",
            () => Request.Insert("t", [.. Row, OnConflictIgnore(), OnConflictUpdate("a")])
        },
        {
            "What happens to a row whose key exists is said twice.",
            () => Request.Insert("t", [.. Row, OnConflictError(), OnConflictError()])
        },
    };

    [Theory]
    [MemberData(nameof(Twice))]
    public void A_part_that_is_said_twice_is_refused(string message, Func<Request> build)
    {
        var failure = Should.Throw<FailureException>(build).Failure;
        (failure.Code, failure.Message).ShouldBe((FailureCode.MalformedBody, message));
    }

    [Fact]
    public void Lists_without_a_column_say_nothing()
    {
        var plain = Request.Query("t");
        Request.Query("t", Columns(), Group(), Partition(), Order()).ShouldBe(plain);
        Request.Query("t", Columns("a"), Columns()).Selection.Fields.ShouldBe([new Name("a", null)]);
    }

    [Fact]
    public async Task An_error_wins_over_an_update_in_whatever_order()
    {
        using var file = await SqliteFile.CreateAsync("""
            CREATE TABLE t (id integer PRIMARY KEY, a text);
            INSERT INTO t VALUES (1, 'stored');
            """, TestContext.Current.CancellationToken);
        await using var client = RelataClient.ForSqlite(file.Path);
        IRequestPart<Insert>[][] orders =
        [
            [OnConflictError(), OnConflictUpdate("a")], [OnConflictUpdate("a"), OnConflictError()], [OnConflictError()],
        ];
        foreach (var order in orders)
        {
            var request = Request.Insert("t", Values(("id", 1), ("a", "new"))).With(order[..1]).With(order[1..]);
            var failure = (await Should.ThrowAsync<FailureException>(
                () => client.ExecuteJsonAsync(request, TestContext.Current.CancellationToken))).Failure;
            failure.Code.ShouldBe(FailureCode.UniqueViolation);
        }
    }

    public static TheoryData<Request> Unsayable =>
    [
        Request.Query("t") with { Selection = Selection.Nothing },
        Request.Query("t") with { Selection = Selection.Everything with { IsClosed = true } },
        Request.Query("t") with { Summary = new Summary([], [], null) },
        Request.Query("t") with { Page = Page.Default with { LooksAhead = true } },
        Request.Insert("t", Row) with { Selection = Selection.Everything with { IsClosed = true } },
        Request.Delete("t") with { Selection = Selection.Everything with { IsClosed = true } },
        Request.Update("t", Values(("a", 1))) with { Selection = Selection.Everything with { IsClosed = true } },
    ];

    [Theory]
    [MemberData(nameof(Unsayable))]
    public async Task What_ex_would_understand_otherwise_is_not_sent(Request request)
    {
        using var http = new HttpClient(new Unreachable());
        await using var client = RelataClient.ForHttp(http, new Uri("http://upstream/v1"), new HttpOptions { Pauses = [] });
        var failure = (await Should.ThrowAsync<FailureException>(
            () => client.ExecuteJsonAsync(request, TestContext.Current.CancellationToken))).Failure;
        failure.Code.ShouldBe(FailureCode.NotApplicable);
    }

    private sealed class Unreachable : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop) =>
            throw new HttpRequestException("Nothing is to be sent.");
    }
}
