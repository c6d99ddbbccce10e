namespace Relata.Conformance;

/// <summary>
/// Which rows a filter finds: every lookup, NULL, wildcards, letters beyond ASCII, and how filters join.
/// </summary>
public abstract class FilterSpec(ConformanceServer server) : Specification(server)
{
    [Theory]
    [InlineData("name=Ada", "1")]
    [InlineData("name__exact=Ada", "1")]
    [InlineData("name__eq=Ada", "1")]
    [InlineData("name=ada", "")]
    [InlineData("name=Ada ", "")]
    [InlineData("n%61me=Ad%61", "1")]
    [InlineData("name=O'Neil; DROP", "6")]
    [InlineData("name=O%27Neil%3B+DROP", "6")]
    [InlineData("name__iexact=ADA", "1")]
    [InlineData("name__iexact=çELIK", "3")]
    [InlineData("name__iexact=ДАРЬЯ", "4")]
    [InlineData("nickname__iexact=даша", "4")]
    [InlineData("nickname__iexact=_X_", "5")]
    [InlineData("nickname__iexact=1%25", "")]
    [InlineData("nickname__ne=countess", "3,4,5,6")]
    [InlineData("score__ne=90.5", "2,5")]
    [InlineData("score__gt=70", "1,3")]
    [InlineData("score__gte=70", "1,2,3")]
    [InlineData("score__lt=70", "5")]
    [InlineData("score__lte=70", "2,5")]
    [InlineData("born__lt=1990-01-31", "1")]
    [InlineData("born__gte=1990-01-31", "3,4,5")]
    [InlineData("name__gt=Brook", "3,4,5,6")]
    public Task Compares(string filter, string ids) => Finds("person", filter, ids);

    [Theory]
    [InlineData("id__in=1,3,99", "1,3")]
    [InlineData("id__in=3", "3")]
    [InlineData("id__in=", "")]
    [InlineData("id__in", "")]
    [InlineData("id__notin=", "1,2,3,4,5,6")]
    [InlineData("id__notin=1,2", "3,4,5,6")]
    [InlineData("id__nin=1,2", "3,4,5,6")]
    [InlineData("nickname__notin=countess", "3,4,5,6")]
    [InlineData("nickname__notin=", "1,2,3,4,5,6")]
    [InlineData("score__in=70,12.34", "2,5")]
    [InlineData("name__in=Ada,eve", "1,5")]
    [InlineData("name__in=O'Neil%3B DROP,Дарья", "4,6")]
    [InlineData("born__in=1990-01-31,1815-12-10", "1,3,5")]
    [InlineData("is_active__in=false", "3,5")]
    [InlineData("id__range=2,4", "2,3,4")]
    [InlineData("id__range=4,2", "")]
    [InlineData("born__range=1990-01-31,2001-05-05", "3,4,5")]
    [InlineData("score__range=12.34,70", "2,5")]
    public Task Looks_into_lists_and_ranges(string filter, string ids) => Finds("person", filter, ids);

    [Theory]
    [InlineData("mentor_id__isnull=true", "1,5")]
    [InlineData("mentor_id__isnull", "1,5")]
    [InlineData("mentor_id__isnull=false", "2,3,4,6")]
    [InlineData("mentor_id__isnotnull=true", "2,3,4,6")]
    [InlineData("mentor_id__isnotnull", "2,3,4,6")]
    [InlineData("mentor_id__isnotnull=false", "1,5")]
    [InlineData("is_active=true", "1,2,4,6")]
    [InlineData("is_active=0", "3,5")]
    [InlineData("is_active__istrue", "1,2,4,6")]
    [InlineData("is_active__istrue=true", "1,2,4,6")]
    [InlineData("is_active__istrue=false", "3,5")]
    [InlineData("is_active__isfalse", "3,5")]
    [InlineData("nickname=null", "")]
    [InlineData("nickname=", "")]
    [InlineData("nickname__ne=null", "1,3,4,5,6")]
    public Task Knows_NULL_from_every_value(string filter, string ids) => Finds("person", filter, ids);

    [Theory]
    [InlineData("name__contains=e", "3,5,6")]
    [InlineData("name__contains=E", "")]
    [InlineData("name__contains=", "1,2,3,4,5,6")]
    [InlineData("name__notcontains=e", "1,2,4")]
    [InlineData("nickname__notcontains=x", "1,3,4,6")]
    [InlineData("name__icontains=D", "1,6")]
    [InlineData("name__icontains=АРЬ", "4")]
    [InlineData("nickname__contains=%25", "3")]
    [InlineData("nickname__contains=_", "5")]
    [InlineData("nickname__contains=\\", "6")]
    [InlineData("nickname__icontains=\\S", "6")]
    [InlineData("name__startswith=Ç", "3")]
    [InlineData("name__startswith=ç", "")]
    [InlineData("name__istartswith=ç", "3")]
    [InlineData("nickname__startswith=_", "5")]
    [InlineData("nickname__endswith=%25", "3")]
    [InlineData("name__endswith=k", "2,3")]
    [InlineData("name__iendswith=K", "2,3")]
    [InlineData("name__endswith=K", "")]
    public Task Takes_the_letters_of_a_text_lookup_as_they_are(string filter, string ids) =>
        Finds("person", filter, ids);

    [Theory]
    [InlineData("name__like=A%25", "1")]
    [InlineData("name__like=a%25", "")]
    [InlineData("name__like=%25e%25", "3,5,6")]
    [InlineData("name__like=_da%25", "1")]
    [InlineData("name__like=da", "1")]
    [InlineData("nickname__like=%25\\%25%25", "3")]
    [InlineData("nickname__like=%25\\\\%25", "6")]
    [InlineData("name__ilike=a%25", "1")]
    [InlineData("name__ilike=%25АР%25", "4")]
    [InlineData("name__notlike=A%25", "2,3,4,5,6")]
    [InlineData("name__notilike=a%25", "2,3,4,5,6")]
    [InlineData("nickname__notlike=%25o%25", "3,4,5,6")]
    public Task Takes_the_wildcards_of_a_pattern(string filter, string ids) => Finds("person", filter, ids);

    [Theory]
    [InlineData("name__regex=^[A-C]", "1,2")]
    [InlineData("name__regex=k$", "2,3")]
    [InlineData("name__regex=^(Ada|eve)$", "1,5")]
    [InlineData("name__regex=^a", "")]
    [InlineData("name__iregex=^a", "1")]
    [InlineData("name__iregex=^д", "4")]
    [InlineData("nickname__regex=^[^x]*$", "1,3,4,6")]
    public Task Matches_regular_expressions(string filter, string ids) => Finds("person", filter, ids);

    [Theory]
    [InlineData("name=Ada&name=eve", "1,5")]
    [InlineData("name=Ada&name__exact=eve", "")]
    [InlineData("is_active=true&score=90.5", "1")]
    [InlineData("is_active=true&score=90.5&score=70", "1,2")]
    [InlineData("id__gt=4&id__gt=1", "2,3,4,5,6")]
    [InlineData("id__gt=1&id__lt=4", "2,3")]
    [InlineData("&&name=Ada&", "1")]
    [InlineData("nickname__ne=countess&nickname__ne=_x_", "3,4,6")]
    public Task Takes_a_repeated_key_for_or_and_different_keys_for_and(string filter, string ids) =>
        Finds("person", filter, ids);

    [Theory]
    [InlineData("flag=true", "1,5")]
    [InlineData("flag__ne=true", "2,3")]
    [InlineData("small=12", "1")]
    [InlineData("small=12.0", "1")]
    [InlineData("small__in=12,-32768", "1,3")]
    [InlineData("large=9223372036854775807", "2")]
    [InlineData("large__in=9223372036854775807,-9223372036854775808", "2,3")]
    [InlineData("large__gte=9223372036854775807", "2")]
    [InlineData("price=10", "1")]
    [InlineData("price=10.000", "1")]
    [InlineData("price=1e1", "1")]
    [InlineData("price__gt=9999999999.98", "2")]
    [InlineData("price__in=10,-0.01", "1,3")]
    [InlineData("price__range=-0.01,0", "3,5")]
    [InlineData("ratio=0.1", "1")]
    [InlineData("ratio=1e300", "2")]
    [InlineData("ratio__lt=0", "3")]
    [InlineData("ratio__in=0.1,1e300", "1,2")]
    [InlineData("single=1.5", "1")]
    [InlineData("single__in=1.5,-0.25", "1,3")]
    [InlineData("note=Grüße 👋🏽 مرحبا é", "5")]
    [InlineData("note__contains=👋🏽", "5")]
    [InlineData("note__contains=رح", "5")]
    [InlineData("note=", "3")]
    [InlineData("note__contains=\t", "2")]
    [InlineData("code=日本", "5")]
    [InlineData("code__startswith=日", "5")]
    [InlineData("token=00112233-4455-6677-8899-aabbccddeeff", "1")]
    [InlineData("token=FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF", "2")]
    [InlineData("token__in=00000000-0000-0000-0000-000000000000,FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF", "2,3")]
    [InlineData("day=2024-07-19", "1")]
    [InlineData("day__gt=2024-07-19", "2")]
    [InlineData("day__in=0001-01-01,9999-12-31", "2,3")]
    [InlineData("clock=11:45:00.5", "1")]
    [InlineData("clock=11:45:00.500", "1")]
    [InlineData("clock__gte=12:00", "2,5")]
    [InlineData("clock__in=00:00:00,12:00:00", "3,5")]
    [InlineData("moment=2024-07-19T11:45:00.5", "1")]
    [InlineData("moment=2024-07-19 11:45:00.5", "1")]
    [InlineData("moment__lt=2024-07-19T11:45:00.5", "3,5")]
    [InlineData("moment__lte=2024-07-19T11:45:00.499999", "3,5")]
    [InlineData("instant=2024-07-19T03:45:00.5Z", "1")]
    [InlineData("instant=2024-07-19T11:45:00.5%2B08:00", "1")]
    [InlineData("instant=2024-07-19T11:45:00.5+08:00", "1")]
    [InlineData("instant=2024-07-18T22:45:00.5-05:00", "1")]
    [InlineData("instant__gt=2000-02-29T12:00:00Z", "1,2,5")]
    [InlineData("instant__gt=2000-02-29T12:00:00.000001Z", "1,2")]
    [InlineData("instant__in=2024-07-19T11:45:00.5%2B08:00", "1")]
    [InlineData("payload=SGVsbG8=", "1")]
    [InlineData("payload=fg%3D%3D", "3")]
    [InlineData("payload__ne=SGVsbG8=", "2,3,5")]
    [InlineData("payload__gt=AA==", "1,3,5")]
    [InlineData("note__gt=A", "1,2,5")]
    [InlineData("document__isnull", "4")]
    [InlineData("document__isnotnull", "1,2,3,5")]
    public Task Reads_the_value_as_one_of_the_columns_type(string filter, string ids) => Finds("specimen", filter, ids);

    [Fact]
    public Task Knows_infinity_where_the_database_does() => Server.HasInfinity
        ? Finds("specimen", "day__lt=infinity", "1,2,3,5")
        : Get("/specimen?day__lt=infinity").ShouldFail(422, "value-out-of-range");

    [Fact]
    public Task Takes_a_comma_for_a_letter_outside_of_lists() =>
        Get("/shelf?room=a,b&room=x/y&order_by=label&fields=label")
            .ShouldAnswer(200, """[{"label":"%2C"},{"label":"c"}]""");

    [Fact]
    public Task Filters_a_view() => Get("/active_person?score__gt=70")
        .ShouldAnswer(200, """[{"id":1,"name":"Ada","score":90.50}]""");

    [Fact]
    public Task Finds_with_a_long_list() =>
        Finds("person", $"id__in={string.Join(',', Enumerable.Range(3, 1500))}", "3,4,5,6");

    private Task<Answer> Finds(string table, string filter, string ids) =>
        Get($"/{table}?{filter}&fields=id").ShouldAnswer(200, Ids(ids));
}
