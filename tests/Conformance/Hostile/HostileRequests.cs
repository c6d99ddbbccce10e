using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Relata.Conformance.Hostile;

/// <summary>
/// Generates requests that a caller with bad intentions, or a broken client, could send. Reads go to every table;
/// writes that can succeed go to the table <c>scratch</c> only.
/// </summary>
/// <param name="rows">What the table <c>hostile</c> holds.</param>
internal sealed class HostileRequests(IReadOnlyList<HostileRow> rows)
{
    private static readonly string[] Tables =
    [
        "specimen", "person", "place", "voyage", "crew", "shift", "shelf", "book", "log_entry", "draft", "order",
        "Mixed Case", "dot.ted", "quo\"te;--", "hostile", "active_person",
    ];

    private static readonly string[] Columns =
    [
        "id", "name", "words", "number", "flag", "small", "whole", "large", "price", "ratio", "single", "note", "code",
        "token", "day", "clock", "moment", "instant", "document", "payload", "limit", "select", "size__gt", "mentor_id",
        "is_active", "title",
    ];

    private static readonly string[] Lookups =
    [
        "", "eq", "exact", "iexact", "ne", "gt", "gte", "lt", "lte", "in", "notin", "nin", "range", "isnull",
        "isnotnull", "istrue", "isfalse", "contains", "icontains", "startswith", "istartswith", "endswith", "iendswith",
        "like", "ilike", "notlike", "notilike", "regex", "iregex", "asc", "desc", "foo", "__", "'",
    ];

    private static readonly string[] Options =
    [
        "limit", "offset", "order_by", "order", "ordering", "fields", "depth", "count", "__all", "on_conflict",
        "resolution",
    ];

    private static readonly string[] Methods =
        ["GET", "HEAD", "OPTIONS", "TRACE", "POST", "PUT", "PATCH", "DELETE", "get", "BREW", "PROPFIND", "QUERY"];

    private static readonly string[] MediaTypes =
    [
        "application/json", "application/json; charset=utf-8", "text/plain", "text/html", "*/*", "application/xml",
        "application/*+json", "application/json;q=0", "application/json; charset=utf-16",
        "multipart/form-data; boundary=x", ";;;", "", "a/b, c/d;q=2", "application/problem+json",
        "application/x-ndjson", "application/vnd.x+json", "application/json;q=x",
    ];

    /// <summary>All of them.</summary>
    public Gen<HostileRequest> Any => Gen.Frequency(
        (25, Filters), (15, new HostileGroups(rows, Filter).Any), (15, Reads), (15, HostileCalls.Reads),
        (15, PlausibleReads.Any), (10, HostileEx.Reads), (8, HostileEx.Writes), (10, Refused),
        (7, Writes), (15, HostileCalls.Writes), (6, Texts), (6, Malformed));

    /// <summary>Filters whose rows are known, on the table of hostile texts.</summary>
    private Gen<HostileRequest> Filters =>
        from filters in Filter.NonEmptyListOf().Resize(3)
        let keys = filters.GroupBy(filter => filter.Key).ToArray()
        let found = rows.Where(row => keys.All(same => RowFilter.Find([.. same], row)))
        let mustFail = filters.Any(filter => filter.MustFail)
        from pairs in Gen.CollectToList(filters.Select(filter =>
            from value in HostileTexts.Encoded(filter.Value) select $"{filter.Key}={value}"))
        from headers in Headers
        select new HostileRequest("GET", $"/hostile?{string.Join('&', pairs)}&fields=id&limit=1000")
        {
            Headers = headers,
            MustFail = mustFail,
            MustSucceed = !mustFail && headers.Count == 0,
            Expected = mustFail ? null : $"[{string.Join(',', found.Select(row => $$"""{"id":{{row.Id}}}"""))}]",
        };

    private Gen<RowFilter> Filter =>
        from column in Gen.Elements("words", "words", "number", "id")
        from lookup in Gen.Elements(column == "words" ? RowFilter.OnText : RowFilter.OnIntegers)
        from value in lookup switch
        {
            "isnull" or "isnotnull" => Gen.Elements("", "true", "false", "1", "0", "maybe", "'"),
            "in" or "notin" => from items in ValueFor(column).ListOf().Resize(4) select string.Join(',', items),
            "range" => from low in ValueFor(column) from high in ValueFor(column) select $"{low},{high}",
            _ => ValueFor(column),
        }
        select new RowFilter(column, lookup, value);

    /// <summary>
    /// Everything that is nearly a read: tables, keys, lookups and options that exist and that do not.
    /// </summary>
    private static Gen<HostileRequest> Reads =>
        from method in Gen.Frequency((12, Gen.Constant("GET")),
            (1, Gen.Elements("HEAD", "OPTIONS", "TRACE", "BREW", "get")))
        from path in Path
        from pairs in Pair.ListOf().Resize(4)
        from headers in Headers
        let target = pairs.Count == 0 ? path : $"{path}?{string.Join('&', pairs)}"
        select new HostileRequest(method, target) { Headers = headers };

    /// <summary>Writes to any table that must be refused whatever the state of the table.</summary>
    private static Gen<HostileRequest> Refused => Gen.OneOf(
        from table in Gen.Elements(Tables)
        from method in Gen.Elements("POST", "PUT", "PATCH")
        from key in Gen.Elements("", "/1")
        from body in HostileJson.Broken
        select Write(method, $"/{Uri.EscapeDataString(table)}{key}?fields=nope", body),
        from table in Gen.Elements(Tables)
        from method in Gen.Elements("DELETE", "PATCH")
        from name in HostileTexts.Storable
        from pair in Pair
        let unknown = Uri.EscapeDataString($"{name}☠")
        select Write(method, $"/{Uri.EscapeDataString(table)}?{pair}&{unknown}=1", "{}"u8.ToArray()),
        from table in Gen.Elements(Tables)
        from method in Gen.Elements("DELETE", "PATCH")
        from junk in Gen.Elements("", "?", "?&", "?&&&", "?__all=false", "?fields=id")
        select Write(method, $"/{Uri.EscapeDataString(table)}{junk}", "{\"id\":1}"u8.ToArray()),
        from table in Gen.Elements("specimen", "person", "place", "voyage", "draft", "hostile")
        from method in Gen.Elements("DELETE", "PUT", "PATCH")
        from key in HostileTexts.Any
        select Write(method, $"/{table}/{Uri.EscapeDataString(key)}%27", "{}"u8.ToArray()),
        from table in Gen.Elements(Tables)
        from name in HostileTexts.Any
        from value in HostileJson.Value
        select Write("POST", $"/{Uri.EscapeDataString(table)}",
            Encoding.UTF8.GetBytes($"{{{HostileJson.Text($"{name}☠")}:{value}}}")));

    /// <summary>Writes that may succeed.</summary>
    private static Gen<HostileRequest> Writes =>
        from method in Gen.Elements("POST", "POST", "PUT", "PATCH", "DELETE")
        from key in Gen.Frequency(
            (3, Gen.Constant("")), (3, Gen.Choose(1, 200).Select(id => $"/{id}")),
            (1, HostileTexts.Any.Select(text => $"/{Uri.EscapeDataString(text)}")))
        from pairs in Gen.OneOf(Pair,
            Gen.Elements("__all=true", "id__gt=50", "fields=id,words", "resolution=merge", "resolution=ignore"))
            .ListOf().Resize(2)
        from body in Gen.Frequency((9, HostileJson.Payload), (1, HostileJson.Broken))
        from headers in Headers
        select new HostileRequest(method, $"/scratch{key}{(pairs.Count == 0 ? "" : "?")}{string.Join('&', pairs)}")
        {
            Headers = headers,
            Body = body,
        };

    /// <summary>Texts that must come back as they were sent, or be refused.</summary>
    private static Gen<HostileRequest> Texts =>
        from text in Gen.Frequency((20, HostileTexts.Any),
            (1, Gen.Choose(10_000, 300_000).Select(length => new string('☃', length))))
        let holdsNul = text.Contains('\0', StringComparison.Ordinal)
        select new HostileRequest("POST", "/scratch?fields=words")
        {
            Body = Encoding.UTF8.GetBytes($"{{\"words\":{HostileJson.Text(text)}}}"),
            MustFail = holdsNul,
            MustSucceed = !holdsNul,
            Expected = holdsNul ? null : text,
        };

    /// <summary>What is hardly HTTP.</summary>
    private static Gen<HostileRequest> Malformed => Gen.OneOf(
        from length in Gen.Choose(8_000, 60_000)
        from part in Gen.Elements("/", "/person?name=", "/person?", "/person/", "/person?fields=")
        select new HostileRequest("GET", part + new string('a', length)),
        from name in HostileTexts.Broken
        from part in Gen.Elements("/person?name=", "/person?", "/person/", "/", "/person?name__in=1,",
            "/person?fields=")
        select new HostileRequest("GET", part + name) { MustFail = true },
        from raw in Gen.Elements("\0", "\x01", "\x7f", "\x80", "\xff", "\xc3\xa4", " ", "\t", "\"", "<>", "{}", "|",
            "\\", "^", "`", "#")
        from part in Gen.Elements("/person?name=", "/person/", "/")
        select new HostileRequest("GET", part + raw),
        from target in Gen.Elements("*", "person", "http://relata/person", "http://relata", "//person", "/../person",
            "/./person", "?x", "/%2e%2e/person")
        from method in Gen.Elements(Methods)
        select new HostileRequest(method, target),
        from length in Gen.Elements(10_485_761L, 2_000_000_000L, long.MaxValue)
        select new HostileRequest("POST", "/scratch") { Body = [], Length = length, MustFail = true },
        from header in Gen.Elements(
            "Host: a b", "Host: ", "Transfer-Encoding: gzip", "Transfer-Encoding: chunked, gzip", "Content-Length: -1",
            "Content-Length: x", "X: \0", "bad header: x", ": x", "X", "Expect: 200-ok", "Connection: x",
            "Range: bytes=0-1", "If-None-Match: *", "If-Match: \"x\"", "X-HTTP-Method-Override: DELETE",
            "Upgrade: websocket", "Cookie: " + "a=b;",
            "Authorization: Bearer x", "Accept-Encoding: br", "Content-Encoding: gzip", "Origin: null")
        select new HostileRequest("GET", "/person") { Headers = [header] },
        from length in Gen.Choose(5_000, 70_000)
        select new HostileRequest("GET", "/person") { Headers = [$"X-Long: {new string('x', length)}"] },
        from chunks in Gen.Elements("zz\r\n{}\r\n0\r\n\r\n", "-1\r\n", "FFFFFFFFFFFFFFFF\r\n", "2\r\n{}5", "\r\n\r\n")
        select new HostileRequest("POST", "/scratch")
        {
            Headers = ["Transfer-Encoding: chunked", $"X-Rest: {chunks.Length}\r\n\r\n{chunks}"],
            MustFail = true,
        },
        from method in Gen.Elements(Methods)
        from path in Gen.Elements("/__schema", "/__health/live", "/__health/ready", "/__health", "/__metrics", "/__",
            "/__schema/x")
        from body in HostileJson.Payload
        select new HostileRequest(method, path) { Body = body });

    private static Gen<string> Path => Gen.Frequency(
        (6, Gen.Elements(Tables).Select(table => $"/{Uri.EscapeDataString(table)}")),
        (2, from table in Gen.Elements(Tables) from key in HostileTexts.Any from more in HostileTexts.Storable
            select $"/{Uri.EscapeDataString(table)}/{Uri.EscapeDataString(key)},{Uri.EscapeDataString(more)}"),
        (2, from table in Gen.Elements(Tables) from key in HostileTexts.Number
            select $"/{Uri.EscapeDataString(table)}/{key}"),
        (1, from name in HostileTexts.Name(Tables) from encoded in HostileTexts.Encoded(name) select $"/{encoded}"));

    private static Gen<string> Pair => Gen.OneOf(
        from column in HostileTexts.Name(Columns)
        from lookup in Gen.Elements(Lookups)
        from value in Gen.OneOf(HostileTexts.Any, HostileTexts.Number)
        from key in HostileTexts.Encoded(lookup.Length == 0 ? column : $"{column}__{lookup}")
        from encoded in HostileTexts.Encoded(value)
        select $"{key}={encoded}",
        from option in Gen.Elements(Options).Where(option => option != "__all")
        from value in Gen.OneOf(HostileTexts.Any, HostileTexts.Number, Gen.Elements(Columns),
            Gen.Elements("exact", "desc", "2", "3"))
        select $"{option}={Uri.EscapeDataString(value)}");

    private static Gen<IReadOnlyList<string>> Headers => Gen.Frequency(
        (8, Gen.Constant<IReadOnlyList<string>>([])),
        (1, from type in Gen.Elements(MediaTypes) select (IReadOnlyList<string>)[$"Accept: {type}"]),
        (1, from type in Gen.Elements(MediaTypes) select (IReadOnlyList<string>)[$"Content-Type: {type}"]));

    private Gen<string> ValueFor(string column) => column == "words"
        ? Gen.OneOf(
            HostileTexts.Any.Where(text => !text.Contains(HostileTexts.NoCharacter, StringComparison.Ordinal)),
            Gen.Elements(rows.Select(row => row.Words ?? "").ToArray()),
            from text in Gen.Elements(rows.Select(row => row.Words ?? "").ToArray())
            from first in Gen.Choose(0, text.Length)
            from length in Gen.Choose(0, text.Length - first)
            let part = text.Substring(first, length)
            select IsWhole(part) ? part : "")
        : Gen.Frequency(
            (8, Gen.Choose(-50, 50).Select(number => number.ToString(CultureInfo.InvariantCulture))),
            (2, Gen.Elements(rows.Select(row => row.Number ?? row.Id).ToArray()).Select(id => id.ToString(CultureInfo.InvariantCulture))),
            (1, Gen.Elements("9223372036854775808", "1.5", "''", "1;--", "0x1", "null", "", "--1", "1e400")));

    /// <summary>Whether no surrogate pair was cut.</summary>
    private static bool IsWhole(string text) =>
        text.Length == 0 || (!char.IsLowSurrogate(text[0]) && !char.IsHighSurrogate(text[^1]));

    private static HostileRequest Write(string method, string target, byte[] body) =>
        new(method, target) { Body = body, MustFail = true };
}
