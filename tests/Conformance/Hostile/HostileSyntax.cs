using FsCheck;
using FsCheck.Fluent;

namespace Relata.Conformance.Hostile;

/// <summary>Parts of queries in all the syntax that there is, most of them right or nearly right.</summary>
internal static class HostileSyntax
{
    private static readonly string[] Columns =
    [
        "id", "name", "words", "number", "flag", "price", "ratio", "day", "clock", "moment", "instant", "document", "title",
        "score", "born", "departed", "distance", "note", "code", "token", "payload", "small", "is_active", "happened",
        "deleted_at", "claimed_until", "size__gt",
    ];

    private static readonly string[] Relations =
    [
        "mentor", "mentor_id", "mentor_id_object", "captain", "origin", "destination", "voyage", "crew", "person", "place",
        "shift", "book", "shelf", "draft", "parent", "parent_id_object", "referenced_by_voyage_captain_id_objects",
        "referenced_by_crew_person_id_objects", "voyage__captain", "crew__person", "mentor__mentor__mentor", "task", "nobody",
    ];

    private static readonly string[] Lookups =
    [
        "exact", "iexact", "ne", "gt", "gte", "lt", "lte", "in", "notin", "range", "isnull", "isnotnull", "istrue", "contains",
        "icontains", "notcontains", "startswith", "iendswith", "like", "notilike", "regex", "iregex", "year", "month__gte",
        "week", "iso_year__in", "week_day", "date", "date__year", "time__hour", "hour__lt", "second", "quarter__isnull", "len",
        "len__gt", "contained_by", "overlap", "adjacent_to", "fully_lt", "not_gt", "isempty", "lower_inf", "startswith__year",
        "has_key", "has_keys", "has_any_keys", "search", "websearch", "trigram_similar", "trigram_word_similar", "a__b", "a__0",
        "a__-1__gte", "x__icontains", "'__\"", "date__date__date__date__date", "year__year", "asc", "desc",
    ];

    private static readonly string[] Aggregates =
    [
        "count", "sum", "avg", "min", "max", "count_distinct", "median", "COUNT", "",
    ];

    /// <summary>A name of a column, of a path to one, or of a place or part of one, with a lookup or without.</summary>
    public static Gen<string> Key { get; } =
        from path in Gen.Frequency((5, Gen.Constant("")), (2, Gen.Elements(Relations).Select(name => $"{name}__")))
        from column in Gen.Frequency((8, Gen.Elements(Columns)), (1, HostileTexts.Storable), (1, Gen.Elements(Relations)))
        from lookup in Gen.Frequency((3, Gen.Constant("")), (5, Gen.Elements(Lookups).Select(name => $"__{name}")))
        select path + column + lookup;

    /// <summary>A value as it stands in a query that is not encoded yet.</summary>
    public static Gen<string> Value { get; } = Gen.Frequency(
        (3, HostileTexts.Any),
        (2, HostileTexts.Number),
        (2, HostileJson.Value),
        (3, Gen.Elements(
            "2024-07-19", "2024-07-19T11:45:00Z", "11:45", "true", "a,b", "1,2", "(1,2)", "(a,\"b\")", "[1,2)", "{}", "[]", "",
            "{\"a\":{\"b\":[1]}}", "\"x", "null", "-infinity", "0044-03-15 BC", "%", "(?<x>a)\\1", "(a+)+$", "[")));

    /// <summary>A group in parentheses, in which much may be wrong.</summary>
    public static Gen<string> Group { get; } = GroupOf(levels: 3);

    /// <summary>Pieces of a query, encoded.</summary>
    public static Gen<string> Pair { get; } = Gen.Frequency(
        (6, from key in Key from value in Value select (key, value)),
        (3, from name in Gen.Elements("and", "or", "not") from value in Group select (name, value)),
        (2, from key in Gen.Elements("search", "search_fields")
            from value in Gen.OneOf(HostileTexts.Any, Gen.Elements(
                "a b", "\"a b", "name,-id", "^name,=words,$title,@note", "person__name", "$words", "a,\0", "name,name"))
            select (key, value)),
        (2, from key in Gen.Elements("page", "page_size", "limit", "offset", "depth")
            from value in Gen.OneOf(HostileTexts.Number, Gen.Elements("1", "2", "3", "10", "0", "-1", "", "last"))
            select (key, value)),
        (1, Gen.Elements(("cursor", ""), ("cursor", "AAAA"), ("cursor", "-"), ("cursor", new string('A', 500)), ("cursor", "☃"))),
        (1, from text in HostileTexts.Any select ("cursor", text)),
        (1, Gen.Elements(("envelope", "drf"), ("envelope", "djangolang"), ("envelope", "none"), ("envelope", "'"))),
        (1, Gen.Elements(("count", "exact"), ("count", "estimated"), ("count", "none"), ("count", "all"))),
        (2, from names in Key.NonEmptyListOf().Resize(3)
            from key in Gen.Elements("group_by", "distinct", "ordering", "order_by", "fields")
            select (key, string.Join(',', names))),
        (2, from calls in Aggregate.NonEmptyListOf().Resize(3) select ("aggregates", string.Join(',', calls))),
        (1, from value in Group select ("having", value)),
        (3, from relation in Gen.Elements(Relations)
            from option in Gen.Elements("load", "limit", "order_by", "fields", "id__gt", "objects__id__lt", "name__icontains", "'")
            from value in Gen.Elements("", "1", "0", "-1", "id", "-id", "name,id", "nope", "99999999999999999999", "'")
            select ($"{relation}__{option}", value)))
        .SelectMany(pair => from key in HostileTexts.Encoded(pair.Item1)
            from value in HostileTexts.Encoded(pair.Item2)
            select $"{key}={value}");

    /// <summary>Whole header lines that a request can have.</summary>
    public static Gen<IReadOnlyList<string>> Headers { get; } =
        from lines in Gen.Elements(
            "Accept: text/csv", "Accept: application/x-ndjson", "Accept: text/csv;q=0.5, application/json;q=0.1",
            "Accept: text/*", "Accept: ,", "Accept-Encoding: gzip;q=0, *;q=0", "Prefer: count=exact",
            "Prefer: count=estimated", "Prefer: return=minimal", "Prefer: return=representation, tx=rollback",
            "Prefer: tx=rollback; x=\"\\\"\"", "Prefer: max-affected=0", "Prefer: max-affected=-1",
            "Prefer: max-affected=99999999999999999999", "Prefer: tx=rolback", "Prefer: read=primary, read=\"\"",
            "Prefer: handling=strict, foo", "Prefer: =,;\"",
            "Prefer: return=\"minimal", "If-Match: *", "If-Match: \"x\"", "If-Match: W/\"x\", \"", "If-Match: \"0123456789abcdef\"",
            "If-None-Match: *", "If-None-Match: \"x\", W/\"y\"", "If-None-Match: x", "If-Match: ")
            .ListOf().Resize(2)
        select (IReadOnlyList<string>)[.. lines.DistinctBy(line => line[..line.IndexOf(':', StringComparison.Ordinal)])];

    private static Gen<string> Aggregate =>
        from name in Gen.Elements(Aggregates)
        from operand in Gen.Frequency((2, Gen.Constant("")), (5, Gen.Elements(Columns).Select(column => $"({column})")),
            (1, Gen.Elements("(", ")", "()", "(*)", "(id", "(id))", "('')")))
        from alias in Gen.Frequency((5, Gen.Constant("")), (2, Gen.Elements(":n", ":", ":id", ":a\"b", ":a:b", ":'")))
        select name + operand + alias;

    private static Gen<string> GroupOf(int levels)
    {
        var condition = from key in Key
            from value in Gen.Frequency(
                (4, Value.Select(Quoted)), (2, Gen.Elements("1", "a", "(1,2)", "()", "(\"a\",b)", "\"", "(", "\\", "")), (1, Value))
            select $"{key}={value}";
        var inner = levels == 0 ? condition : Gen.Frequency(
            (5, condition),
            (2, from name in Gen.Elements("and", "or", "not") from nested in GroupOf(levels - 1) select $"{name}={nested}"));
        return Gen.Frequency(
            (9, from items in inner.ListOf().Resize(4) select $"({string.Join(',', items)})"),
            (1, Gen.Elements("", "(", ")", "()", "(()", "((id=1))", "(,)", "(id)", "(id=1", "(id=1))", "(and)", "(id=1,,id=2)")));
    }

    /// <summary>A value within a group, whatever is in it.</summary>
    public static string Quoted(string value) =>
        $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
