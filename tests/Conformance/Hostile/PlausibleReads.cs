using FsCheck;
using FsCheck.Fluent;

namespace Relata.Conformance.Hostile;

/// <summary>
/// Reads of which each piece is right on its table, so that most of them reach the database: what is hostile is how
/// pieces meet, and now and then a value.
/// </summary>
internal static class PlausibleReads
{
    private static readonly (string Table, string[] Pairs)[] Filters =
    [
        ("person", [
            "name__icontains=a", "mentor__name__ne=x", "mentor_id__mentor__score__gte=1.5",
            "voyage__title__startswith=T", "born__year=1980", "born__week_day__in=1,7", "crew__role__iexact=COOK",
            "voyage__departed__date__year__gt=2000", "score__range=0,9.5", "mentor__isnull=1", "email__in=a,b",
            "crew__voyage__destination__name__regex=^[a-z]", "voyage__distance__notin=3,4",
        ]),
        ("voyage", [
            "captain__name__contains=a", "origin__name=x", "crew__person__name__iendswith=N", "departed__hour__gte=5",
            "departed__time__lt=11:45", "departed__date=2024-07-19", "distance__lte=1e3", "person__name__ilike=a",
            "captain__mentor__born__month=7", "destination__isnull=",
        ]),
        ("specimen", [
            "document__a__b__gte=3", "document__a__0=1", "document__has_key=a", "document__has_any_keys=a,b",
            "document__contains={\"a\":[1]}", "document__contained_by={}", "document__x__icontains=x",
            "document__x__isnull=0", "day__iso_year=2024", "clock__second__gte=30", "moment__quarter=1", "flag=true",
            "instant__date__in=2024-07-19", "price__lt=2", "payload__isnull=true", "note__iregex=(a|b)+$",
            "token__in=00000000-0000-0000-0000-000000000000",
        ]),
        ("shelf", ["book__title__contains=a", "capacity__gt=1", "label__range=a,b"]),
        ("crew", [
            "shift__note__icontains=a", "voyage__origin__name__ne=a", "person__mentor__is_active=true", "role__isnull=1",
        ]),
    ];

    private static readonly (string Table, string[] Pairs)[] Shapes =
    [
        ("person", [
            "depth=2", "depth=0&limit=3", "mentor__load", "crew__limit=1&crew__order_by=-role",
            "voyage__fields=id,title&voyage__id__gt=1", "group_by=is_active&aggregates=count,avg(score)",
            "aggregates=max(born),count_distinct(mentor_id)", "distinct=is_active", "search=a+b&search_fields=^name,=email",
            "group_by=mentor_id&aggregates=sum(score):s&having=(s__gt=1)&ordering=-s",
            "search=a&search_fields=mentor__name", "envelope=djangolang",
        ]),
        ("voyage", [
            "depth=2", "crew__load&crew__limit=2", "captain__load&captain__fields=id,name", "person__load",
            "group_by=captain__name&aggregates=count", "envelope=drf",
            "group_by=origin_id&aggregates=sum(distance),min(departed)&ordering=origin_id",
        ]),
        ("specimen", [
            "fields=id,document,payload", "group_by=flag&aggregates=count,max(price)", "distinct=note",
            "aggregates=avg(ratio),min(day)", "search=x&search_fields=note", "envelope=drf",
        ]),
        ("shelf", ["book__limit=1&book__title__icontains=a", "depth=3", "group_by=room&aggregates=sum(capacity)"]),
        ("crew", [
            "depth=3", "shift__load&shift__order_by=-number", "voyage__load", "group_by=role&aggregates=count",
        ]),
    ];

    private static readonly string[] Pages =
    [
        "cursor=", "page=1&page_size=2", "page=2", "limit=0", "offset=3&count=exact", "limit=2&count=estimated",
    ];

    /// <summary>Any of them.</summary>
    public static Gen<HostileRequest> Any =>
        from place in Gen.Choose(0, Filters.Length - 1)
        from filters in Filter(Filters[place].Pairs).ListOf().Resize(3)
        from shape in Gen.Frequency(
            (1, Gen.Constant("")), (2, Gen.Elements(Shapes[place].Pairs)), (1, Gen.Elements(Pages)))
        from suffix in Gen.Elements("", "", "", ".csv", ".ndjson")
        from headers in Gen.Frequency((3, Gen.Constant<IReadOnlyList<string>>([])), (1, HostileSyntax.Headers))
        let query = string.Join('&', filters.Append(shape).Where(pair => pair.Length > 0))
        select new HostileRequest("GET", $"/{Filters[place].Table}{suffix}{(query.Length > 0 ? "?" : "")}{query}")
        {
            Headers = headers,
        };

    /// <summary>A filter by itself, or in a group with itself and its opposite; its value is now and then another.</summary>
    private static Gen<string> Filter(string[] pairs) =>
        from pair in Gen.Elements(pairs)
        let key = pair[..pair.IndexOf('=', StringComparison.Ordinal)]
        let fit = pair[(key.Length + 1)..]
        from value in Gen.Frequency((5, Gen.Constant(fit)), (1, HostileSyntax.Value))
        from isGroup in Gen.Elements(false, false, true)
        let condition = $"{key}={HostileSyntax.Quoted(value)}"
        from encoded in HostileTexts.Encoded(isGroup ? $"({condition},not=(and=({condition},{condition})))" : value)
        select isGroup ? $"or={encoded}" : $"{key}={encoded}";
}
