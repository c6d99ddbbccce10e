using System.Globalization;
using Relata.Dialects.Contract;
using Relata.Model.Failures;
using Relata.Model.Requests;

namespace Relata.Dialects.Rest;

/// <summary>
/// Which page is asked for, in one of three ways: <c>limit</c> and <c>offset</c>, <c>page</c> and <c>page_size</c>, or
/// <c>cursor</c>; and where the pages beside it are found.
/// </summary>
/// <param name="Page">The page.</param>
/// <param name="Links">The pages beside it; null when none can be named.</param>
internal sealed record RestPaging(Page Page, PageLinks? Links)
{
    private static readonly string[] Options = ["limit", "offset", "page", "page_size", "cursor"];

    public static RestPaging Read(RestQuery query, ApiCall call, long defaultRows)
    {
        Refuse(query, "page", "limit", "offset", "cursor");
        Refuse(query, "page_size", "limit", "offset");
        Refuse(query, "cursor", "offset");
        if (query.Option("cursor") is { } cursor) return ByCursor(query, call, cursor, defaultRows);
        return query.Option("page") is not null || query.Option("page_size") is not null
            ? ByNumber(query, call, defaultRows)
            : ByOffset(query, call, defaultRows);
    }

    private static RestPaging ByOffset(RestQuery query, ApiCall call, long defaultRows)
    {
        var page = new Page(query.Integer("limit"), query.Integer("offset"));
        var (limit, offset) = (page.Limit ?? defaultRows, page.Offset ?? 0);
        if (limit <= 0) return new RestPaging(page, null);
        var next = offset <= long.MaxValue - limit ? Address(limit, offset + limit) : null;
        return new RestPaging(
            page with { LooksAhead = true },
            new PageLinks(next, offset > 0 ? Address(limit, Math.Max(0, offset - limit)) : null));

        string Address(long limit, long offset) => RestAddress.With(call, Options, offset == 0
            ? Invariant($"limit={limit}")
            : Invariant($"limit={limit}&offset={offset}"));
    }

    private static RestPaging ByNumber(RestQuery query, ApiCall call, long defaultRows)
    {
        var number = AtLeastOne(query, "page") ?? 1;
        var size = AtLeastOne(query, "page_size");
        var limit = size ?? defaultRows;
        if (number > long.MaxValue / limit)
            throw new Failure(FailureCode.BadValue, "\"page\" is too large.") { At = query.At("page") }.AsException();
        return new RestPaging(
            new Page(limit, (number - 1) * limit) { LooksAhead = true },
            new PageLinks(Address(number + 1), number > 1 ? Address(number - 1) : null));

        string Address(long number) => RestAddress.With(call, Options, size is null
            ? Invariant($"page={number}")
            : Invariant($"page={number}&page_size={size}"));
    }

    private static RestPaging ByCursor(RestQuery query, ApiCall call, QueryPair cursor, long defaultRows)
    {
        var option = query.Option("page_size") is null ? "limit" : "page_size";
        var limit = AtLeastOne(query, option);
        var address = RestAddress.With(
            call, Options, limit is null ? "cursor=" : Invariant($"{option}={limit}&cursor="));
        var page = new Page(limit ?? defaultRows, null)
        {
            Cursor = new PageCursor(cursor.Value, cursor.At),
            LooksAhead = true,
        };
        return new RestPaging(page, new PageLinks(address, address, TakeCursors: true));
    }

    private static void Refuse(RestQuery query, string option, params ReadOnlySpan<string> others)
    {
        if (query.Option(option) is null) return;
        foreach (var other in others)
        {
            if (query.Option(other) is not { } pair) continue;
            throw new Failure(FailureCode.MalformedSyntax, $"\"{option}\" and \"{other}\" are two ways to page.")
            {
                At = pair.Key.At,
                Hint = "Use limit with offset, page with page_size, or cursor with limit or page_size.",
            }.AsException();
        }
    }

    private static long? AtLeastOne(RestQuery query, string option)
    {
        if (query.Integer(option) is not { } value) return null;
        if (value >= 1) return value;
        throw new Failure(FailureCode.BadValue, $"\"{option}\" is at least 1.") { At = query.At(option) }.AsException();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
