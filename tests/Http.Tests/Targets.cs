using FsCheck;
using FsCheck.Fluent;

namespace Relata.Http.Tests;

/// <summary>Two targets that differ in some of the texts at which values can stand.</summary>
internal sealed record Twins(string First, string Second, string[] Headers);

/// <summary>Makes targets of every shape, with texts that are odd in every way.</summary>
internal static class Targets
{
    private static readonly string[] Texts =
    [
        "1", "2", "17", "-1", "+1", "007", "1.0", "1.50", "1e2", "1e400", "10", "99999999999999999999", "0x10", "", "%20", "1%20", "+", "a+b", "a%2Bb", "%2",
        "true", "TRUE", "t", "yes", "off", "false", "null", "NULL", "NaN", "nan", "Infinity", "-Infinity", "infinity", "sad", "happy", "Sad",
        "abc", "abcd", "a.b", "a%", "a%25", "%61bc", "a,b", "1,2", "2,1", "a;b", "a=b", "(1)", "\"a\"", "'a'", "a~b", "a*b", "é", "%C3%A9", "%C3", "%00", "\u2028",
        "a_b", "a-b", "A:B", "claim", "a-claim", "x_claim", "1.json", "abc.csv", "json", ".", "..", "a/b",
        "00000000-0000-0000-0000-00000000000a", "00000000-0000-0000-0000-00000000000A", "0000000000000000000000000000000b", "{00000000-0000-0000-0000-00000000000a}",
        "2024-02-29", "2023-02-29", "2024-02-29T10:00:00Z", "2024-02-29T10:00:00%2B02:00", "2024-02-29T10:00", "2024-02-29 10:00", "10:00", "10:00:00.5", "10:00Z", "24:00", "0044-03-15 BC", "P1D", "1:2",
        "[1,2]", "%5B1,2%5D", "[1,5)", "{}", "%7B%22a%22:1%7D", "YWJj", "YWJj+", "YQ==", "10.0.0.0",
    ];

    private static readonly string[] Lookups =
    [
        "", "", "", "", "__eq", "__exact", "__ne", "__gt", "__gte", "__lt", "__lte", "__in", "__notin", "__range", "__isnull", "__isnotnull", "__istrue", "__contains", "__icontains",
        "__iexact", "__startswith", "__like", "__notlike", "__regex", "__has_key", "__contained_by", "__overlap", "__search", "__year", "__year__gte", "__date", "__hour__lt", "__month__in",
        "__len", "__a", "__a__gt", "__asc", "__desc", "__nonsense",
    ];

    private static readonly string[] ExOperators = ["", "", ":eq", ":not_eq", ":gt", ":gt_eq", ":lt", ":lt_eq", ":is", ":is_not", ":like", ":not_like", ":in", ":not_in", ":btwn", ":nonsense"];

    private static readonly Gen<Pair> Filter =
        from column in Gen.Elements<string>(["id", .. Everything.Types.Keys, "owner__name", "owner__id", "owner__deleted_at", "part__size", "part__name", "nothing"])
        from lookup in Gen.Elements(Lookups)
        from texts in TwoTexts
        from sign in Gen.Frequency((20, Gen.Constant("=")), (1, Gen.Constant("%3D")), (1, Gen.Constant("==")))
        from name in Gen.Frequency((20, Gen.Constant(column)), (1, Gen.Constant(column.Replace("i", "%69", StringComparison.Ordinal))))
        select new Pair($"{name}{lookup}{sign}", texts.First, texts.Second);

    private static readonly Gen<Pair> Option = Gen.Elements<Pair>(
        new("limit=", "5", "5"), new("limit=", "5", "6"), new("limit=", "0", "0"), new("limit=", "-1", "-1"), new("offset=", "10", "10"), new("offset=", "10", "20"), new("page=", "2", "3"),
        new("page_size=", "7", "7"), new("cursor=", "", ""), new("cursor=", "", "abc"), new("order_by=", "text", "text"), new("order_by=", "text", "date"), new("order=", "desc", "asc"),
        new("ordering=", "-date,text", "-date"), new("fields=", "id,text", "id,text"), new("fields=", "id", "id,text"), new("depth=", "2", "2"), new("depth=", "2", "1"),
        new("count=", "exact", "exact"), new("count=", "exact", "estimated"), new("envelope=", "drf", "drf"), new("envelope=", "djangolang", "djangolang"), new("envelope=", "none", "drf"),
        new("search=", "a", "b"), new("search_fields=", "text", "text"), new("or=", "(int64__eq=1,text__eq=a)", "(int64__eq=2,text__eq=a)"), new("not=", "(int64=1)", "(int64=1)"),
        new("group_by=", "text", "text"), new("aggregates=", "count,max(int64)", "count,max(int64)"), new("having=", "(count__gt=1)", "(count__gt=2)"), new("distinct=", "enum", "enum"),
        new("owner__load", "", ""), new("part__load=", "", "1"), new("part__limit=", "2", "2"), new("part__limit=", "2", "3"), new("owner__fields=", "name", "name"),
        new("part__order_by=", "-size", "size"), new("", "", ""), new("=", "1", "2"), new("int64", "", ""), new("int64=1&int64=", "2", "3"));

    private static readonly Gen<Pair> Part = Gen.Frequency((5, Filter), (2, Option));

    private static readonly Gen<string[]> RestHeaders = Gen.Frequency(
        (20, Gen.Constant<string[]>([])), (1, Gen.Elements<string[]>(["Prefer: count=exact"], ["Prefer: read=primary"], ["Prefer: nonsense, handling=strict"])));

    private static readonly Gen<string[]> ExHeaders = Gen.Frequency(
        (5, Gen.Constant<string[]>([])),
        (5, Gen.Elements<string[]>(["X-Limit: 5"], ["X-Limit: 5", "X-Order-By: text"], ["X-Columns: id,text"], ["X-Limt: 5"], ["X-Limit: no"], ["X-Offset: 7"], ["X-Request-Id: 4"])));

    private static readonly Gen<Twins> RestList =
        from path in Gen.Frequency((20, Gen.Constant("/item")), (1, Gen.Elements("/item/", "//item", "/item.csv", "/item.json", "/it%65m", "/nothing", "/by_text")))
        from pairs in Several(Part, 0, 4)
        from headers in RestHeaders
        select Join(path, path, pairs, headers);

    private static readonly Gen<Twins> RestItem =
        from table in Gen.Frequency((6, Gen.Elements<string>([.. Everything.Keyed])), (3, Gen.Constant("item")), (1, Gen.Constant("by_two")))
        from texts in TwoTexts
        from end in Gen.Frequency((20, Gen.Constant("")), (1, Gen.Elements("/", ".json", "/claim", ",1")))
        from pairs in Gen.Frequency((3, Gen.Constant<Pair[]>([])), (1, Several(Option, 1, 2)))
        from headers in RestHeaders
        select Join($"/{table}/{texts.First}{end}", $"/{table}/{texts.Second}{end}", pairs, headers);

    private static readonly Gen<Twins> Ex =
        from path in Gen.Frequency((20, Gen.Elements("/ex/item", "/ex/v1/item", "/ex/by_text")), (1, Gen.Elements("/ex/v1/item/", "/ex/nothing", "/ex/:batch", "/ex/v1/:exec")))
        from pairs in Several(
            from column in Gen.Elements<string>(["id", .. Everything.Types.Keys])
            from comparison in Gen.Elements(ExOperators)
            from texts in TwoTexts
            select new Pair($"{column}{comparison}=", texts.First, texts.Second), 0, 3)
        from headers in ExHeaders
        select Join(path, path, pairs, headers);

    public static Gen<Twins> Any { get; } = Gen.Frequency((4, RestList), (2, RestItem), (2, Ex));

    private static Gen<(string First, string Second)> TwoTexts => Gen.OneOf(
        from first in Gen.Elements(Texts) from second in Gen.Elements(Texts) select (first, second),
        from first in Gen.Elements(Texts[..24]) from second in Gen.Elements(Texts) select (first, second),
        from text in Gen.Elements(Texts) select (text, text));

    private static Gen<Pair[]> Several(Gen<Pair> pair, int least, int most) =>
        from count in Gen.Choose(least, most)
        from pairs in pair.ArrayOf(count)
        select pairs;

    private static Twins Join(string first, string second, Pair[] pairs, string[] headers)
    {
        return new Twins(
            first + Query(pairs, pair => pair.First), second + Query(pairs, pair => pair.Second), headers);
    }

    private static string Query(Pair[] pairs, Func<Pair, string> text) =>
        pairs.Length == 0 ? "" : $"?{string.Join('&', pairs.Select(pair => pair.Name + text(pair)))}";

    private sealed record Pair(string Name, string First, string Second);
}
