namespace Relata.Conformance;

/// <summary>Filters on parts of dates and times; those of an instant are parts of its time in UTC.</summary>
public abstract class DateLookupSpec(ConformanceServer server) : Specification(server)
{
    [Theory]
    [InlineData("day__year=2024", "1")]
    [InlineData("moment__year__gte=2024", "1,2")]
    [InlineData("instant__year__in=2000,2024", "1,5")]
    [InlineData("day__year__range=2000,2024", "1,5")]
    [InlineData("day__year__ne=2024", "2,3,5")]
    [InlineData("day__iso_year=9999", "2")]
    [InlineData("day__iso_year=2000", "5")]
    [InlineData("day__quarter=3", "1")]
    [InlineData("day__quarter__ne=1", "1,2")]
    [InlineData("day__month=12", "2")]
    [InlineData("moment__month__in=2,7", "1,5")]
    [InlineData("day__week=29", "1")]
    [InlineData("day__week__lt=10", "3,5")]
    [InlineData("day__day=29", "5")]
    [InlineData("instant__day__gt=28", "2,5")]
    [InlineData("day__week_day=6", "1,2")]
    [InlineData("day__week_day=2", "3")]
    [InlineData("day__iso_week_day=5", "1,2")]
    [InlineData("day__iso_week_day=1", "3")]
    public Task Looks_at_parts_of_days(string filter, string ids) => Finds(filter, ids);

    [Theory]
    [InlineData("moment__hour=11", "1")]
    [InlineData("instant__hour=3", "1")]
    [InlineData("clock__hour__gte=12", "2,5")]
    [InlineData("moment__minute=59", "2")]
    [InlineData("clock__minute=45", "1")]
    [InlineData("moment__second=59", "2")]
    [InlineData("clock__second=0", "1,3,5")]
    [InlineData("clock__hour__notin=0,11", "2,5")]
    public Task Looks_at_parts_of_times(string filter, string ids) => Finds(filter, ids);

    [Theory]
    [InlineData("moment__date=2024-07-19", "1")]
    [InlineData("moment__date__lt=2001-01-01", "3,5")]
    [InlineData("instant__date=2024-07-19", "1")]
    [InlineData("instant__date__in=2024-07-19,2000-02-29", "1,5")]
    [InlineData("moment__time=12:00", "5")]
    [InlineData("moment__time=11:45:00.5", "1")]
    [InlineData("moment__time__gte=12:00", "2,5")]
    [InlineData("moment__time=23:59:59.999999", "2")]
    [InlineData("instant__time__lt=04:00", "1,3")]
    [InlineData("moment__date__year=2024", "1")]
    [InlineData("moment__time__hour=11", "1")]
    public Task Takes_a_timestamp_apart(string filter, string ids) => Finds(filter, ids);

    [Theory]
    [InlineData("day__year__isnull", "4")]
    [InlineData("day__year__isnull=false", "1,2,3,5")]
    [InlineData("not=(day__year=2024)", "2,3,5")]
    [InlineData("or=(day__month=2,clock__hour=11)", "1,5")]
    [InlineData("day__year=2024&day__year=2000", "1,5")]
    public Task Joins_with_other_conditions(string filter, string ids) => Finds(filter, ids);

    [Fact]
    public async Task Looks_at_related_rows()
    {
        await Get("/place?voyage_by_origin__departed__month=1&fields=id").ShouldAnswer(200, Ids("1"));
        await Get("/place?voyage_by_origin__departed__month__isnull&fields=id").ShouldAnswer(200, Ids("3"));
    }

    [Fact]
    public async Task Refuses_parts_that_are_not_there()
    {
        await Get("/specimen?whole__year=1").ShouldFail(400, "not-applicable",
            "\"whole\" is of type integer; \"year\" needs a date or timestamp column.", null, "query 0 5");
        await Get("/specimen?day__hour=1").ShouldFail(400, "not-applicable",
            "\"day\" is of type date; \"hour\" needs a time or timestamp column.", null, "query 0 3");
        await Get("/specimen?day__date=2024-07-19").ShouldFail(400, "not-applicable");
        await Get("/specimen?clock__year=1").ShouldFail(400, "not-applicable");
        await Get("/specimen?day__yaer=1").ShouldFail(400, "unknown-option",
            "There is no lookup \"yaer\".", "Did you mean \"year\"?", "query 5 4");
        await Get("/specimen?day__year__month=1").ShouldFail(400, "not-applicable",
            "\"day__year\" is of type integer; \"month\" needs a date or timestamp column.", null, "query 0 3");
        await Get("/specimen?day__year=twenty").ShouldFail(400, "bad-value",
            "The value \"twenty\" is no integer: column \"day__year\" is of type integer.", null, "query 10 6");
        await Get($"/specimen?moment{string.Concat(Enumerable.Repeat("__date", 100))}=1").ShouldFail(400, "unknown-option");
    }

    private Task<Answer> Finds(string filter, string ids) =>
        Get($"/specimen?{filter}&fields=id").ShouldAnswer(200, Ids(ids));
}
