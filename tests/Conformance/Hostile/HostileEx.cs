using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Relata.Conformance.Hostile;

/// <summary>Hostile requests of the ex dialect: filters, headers and batches that are nearly what they should be.</summary>
internal static class HostileEx
{
    private static readonly string[] Tables = ["specimen", "person", "voyage", "crew", "shelf", "log_entry", "order", "hostile"];

    private static readonly string[] Columns =
        ["id", "name", "words", "number", "flag", "price", "note", "day", "document", "title", "role", "capacity"];

    private static readonly string[] Operators =
    [
        "", "", ":eq", ":not_eq", ":gt", ":gt_eq", ":lt", ":lt_eq", ":is", ":is_not", ":like", ":not_like", ":in", ":not_in",
        ":btwn", ":not_btwn", ":GT", ":", "::eq", ":foo", ":eq:eq", "__gt",
    ];

    private static readonly string[] Headers =
    [
        "X-Columns", "X-Order-By", "X-Limit", "X-Offset", "X-Group-By", "X-Partition-By", "X-On-Conflict-Update",
        "X-On-Conflict-Ignore", "X-On-Conflict-Error", "X-On-Conflict-Constraint",
    ];

    private static readonly string[] Members =
        ["where", "values", "columns", "group", "partition", "order", "limit", "offset", "on_conflict", "stmt"];

    /// <summary>Requests that read, or are refused.</summary>
    public static Gen<HostileRequest> Reads =>
        from method in Gen.Frequency((8, Gen.Constant("GET")), (1, Gen.Elements("HEAD", "OPTIONS", "PATCH", "TRACE")))
        from prefix in Gen.Elements("", "", "v1/", "a/b/c/", "/", "%27/", "../")
        from table in HostileTexts.Name(Tables)
        from encoded in HostileTexts.Encoded(table)
        from pairs in Filter.ListOf().Resize(3)
        from headers in Header.ListOf().Resize(3)
        select new HostileRequest(method, $"/ex/{prefix}{encoded}?{string.Join('&', pairs)}") { Headers = [.. headers] };

    /// <summary>Requests that change the table <c>scratch</c>, or are refused.</summary>
    public static Gen<HostileRequest> Writes => Gen.OneOf(
        from method in Gen.Elements("POST", "PUT", "DELETE")
        from pairs in Filter.ListOf().Resize(2)
        from headers in Header.ListOf().Resize(3)
        from body in HostileJson.Payload
        select new HostileRequest(method, method == "POST" ? "/ex/scratch" : $"/ex/v1/scratch?{string.Join('&', pairs)}")
        {
            Headers = [.. headers],
            Body = body,
        },
        from requests in Request("scratch").ListOf().Resize(3)
        from all in Gen.Elements("", "?results=all", "?results=last", "?results=", "?x=1")
        select Batch(all, requests, mustFail: false),
        from table in Gen.Elements(Tables)
        from method in Gen.Elements("PUT", "DELETE")
        from name in HostileTexts.Storable
        from pairs in Filter.ListOf().Resize(2)
        select new HostileRequest(
            method, $"/ex/{table}?{Uri.EscapeDataString($"{name}☠")}=1&{string.Join('&', pairs)}")
        {
            Body = "{\"id\":1}"u8.ToArray(),
            MustFail = true,
        },
        from table in Gen.Elements(Tables)
        from request in Request(table)
        from broken in Gen.Elements(
            "{}", "1", "null", """{"action":"DROP","resource":"scratch"}""", """{"action":"DELETE","resource":"☠"}""",
            """{"action":"DELETE","resource":"person","where":{"id:btwn":[1]}}""")
        select Batch("", [request, broken], mustFail: true));

    private static Gen<string> Filter =>
        from column in HostileTexts.Name(Columns)
        from comparison in Gen.Elements(Operators)
        from value in Gen.OneOf(
            HostileTexts.Any, HostileTexts.Number, Gen.Elements("1,2", "null", "true", "", "2024-01-01", "%", "a,b,c"))
        from key in HostileTexts.Encoded(column + comparison)
        from encoded in HostileTexts.Encoded(value)
        select $"{key}={encoded}";

    private static Gen<string> Header =>
        from name in Gen.Elements(Headers)
        from value in Gen.OneOf(
            Gen.Elements(Columns), Gen.Elements("id", "id desc", "id,name", "true", "false", "1", "0", "-1", "id,,id", ", "),
            HostileTexts.Number, HostileTexts.Storable)
        select $"{name}: {AsHeader(value)}";

    private static Gen<string> Request(string table) =>
        from action in Gen.Elements("QUERY", "INSERT", "UPDATE", "DELETE", "insert", "MERGE", "")
        from members in Member.ListOf().Resize(4)
        select $"{{\"action\":\"{action}\",\"resource\":\"{table}\""
            + $"{string.Concat(members.DistinctBy(member => member.Split(':')[0]).Select(member => $",{member}"))}}}";

    private static Gen<string> Member =>
        from name in Gen.Elements(Members)
        from column in HostileTexts.Name(Columns)
        from comparison in Gen.Elements(Operators)
        from value in HostileJson.Value
        from shape in Gen.Elements("{0}", "[{0}]", "{{{1}:{0}}}", "[{1}]", "1", "{{}}", "[]")
        select $"\"{name}\":" + shape
            .Replace("{{", "{", StringComparison.Ordinal)
            .Replace("}}", "}", StringComparison.Ordinal)
            .Replace("{1}", HostileJson.Text(column + comparison), StringComparison.Ordinal)
            .Replace("{0}", value, StringComparison.Ordinal);

    private static HostileRequest Batch(string query, IEnumerable<string> requests, bool mustFail) =>
        new("POST", $"/ex/:batch{query}")
        {
            Body = Encoding.UTF8.GetBytes($"{{\"requests\":[{string.Join(',', requests)}]}}"),
            MustFail = mustFail,
        };

    /// <summary>The text as bytes of a header, without those that end it.</summary>
    private static string AsHeader(string text) =>
        Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(string.Concat(text.Where(letter => letter is >= ' ' and not '\x7f'))));
}
