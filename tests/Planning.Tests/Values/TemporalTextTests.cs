using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Relata.Model.Expressions;
using Relata.Model.Schema;
using Relata.Model.Values;
using Relata.Planning.Values;

namespace Relata.Planning.Tests.Values;

/// <summary>Days and times against .NET's own, which knows the years 1 to 9999.</summary>
public sealed class TemporalTextTests
{
    private static readonly int LastDay = DateOnly.MaxValue.DayNumber;

    private static readonly Gen<DateTime> Moments =
        from day in Gen.Choose(0, LastDay)
        from second in Gen.Choose(0, 86_399)
        from microsecond in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 999_999))
        select DateTime.MinValue.AddDays(day).AddSeconds(second).AddMicroseconds(microsecond);

    [Fact]
    public void A_day_is_read_as_it_is_written() => Property.Holds(Gen.Choose(0, LastDay), day =>
    {
        var text = DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Convert(TypeKind.Date, text).ShouldBe(text);
    });

    [Fact]
    public void A_day_exists_when_dotnet_has_it() => Property.Holds(
        from year in Gen.Choose(1, 9999) from month in Gen.Choose(0, 13) from day in Gen.Choose(0, 32) select (year, month, day), date =>
    {
        var exists = date.month is >= 1 and <= 12 && date.day >= 1 && date.day <= DateTime.DaysInMonth(date.year, date.month);
        new CivilDate(date.year, date.month, date.day).Exists.ShouldBe(exists);
    });

    [Fact]
    public void A_timestamp_keeps_its_microseconds() => Property.Holds(Moments, moment =>
        Convert(TypeKind.Timestamp, moment.ToString("O", CultureInfo.InvariantCulture)).ShouldBe(Canonical(moment)));

    [Fact]
    public void An_instant_is_moved_to_UTC() => Property.Holds(
        from moment in Moments.Where(moment => moment.Year is > 1 and < 9999)
        from minutes in Gen.Choose(-14 * 60, 14 * 60)
        select new DateTimeOffset(moment, TimeSpan.FromMinutes(minutes)), instant =>
            Convert(TypeKind.TimestampTz, instant.ToString("O", CultureInfo.InvariantCulture))
                .ShouldBe(Canonical(instant.UtcDateTime)));

    [Fact]
    public void A_canonical_timestamp_sorts_as_its_time_does() => Property.Holds(
        from left in Moments from right in Moments select (left, right), pair =>
            Math.Sign(string.CompareOrdinal(Canonical(pair.left), Canonical(pair.right)))
                .ShouldBe(Math.Sign(pair.left.CompareTo(pair.right))));

    [Fact]
    public void A_fraction_is_rounded_to_microseconds() => Property.Holds(Gen.Choose(0, 999_999_999), nanoseconds =>
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"11:45:00.{nanoseconds:000000000}");
        var rounded = Math.Round(nanoseconds / 1000m, MidpointRounding.AwayFromZero);
        Convert(TypeKind.Time, text)
            .ShouldBe(TimeOnly.FromTimeSpan(new TimeSpan(11, 45, 0)).Add(TimeSpan.FromMicroseconds((double)rounded))
                .ToString("HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture));
    });

    [Fact]
    public void A_day_has_the_number_that_dotnet_gives_it() => Property.Holds(Gen.Choose(0, LastDay), number =>
    {
        var day = DateOnly.FromDayNumber(number);
        var epoch = new DateOnly(1970, 1, 1).DayNumber;
        new CivilDate(day.Year, day.Month, day.Day).DayNumber.ShouldBe(number - epoch);
        CivilDate.FromDayNumber(number - epoch).ShouldBe(new CivilDate(day.Year, day.Month, day.Day));
    });

    [Fact]
    public void A_day_comes_back_from_its_number() => Property.Holds(Gen.Choose(-3_000_000, 3_000_000), number =>
    {
        var day = CivilDate.FromDayNumber(number);
        day.Exists.ShouldBeTrue();
        day.DayNumber.ShouldBe(number);
    });

    [Fact]
    public void Days_follow_each_other() => Property.Holds(Gen.Choose(-3_000_000, 3_000_000), number =>
    {
        var (day, next) = (CivilDate.FromDayNumber(number), CivilDate.FromDayNumber(number + 1));
        (next.Year, next.Month, next.Day).CompareTo((day.Year, day.Month, day.Day)).ShouldBePositive();
    });

    private static string Canonical(DateTime moment) =>
        moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture);

    private static object? Convert(TypeKind kind, string text) =>
        ColumnValue.Convert(Literal.FromText(text, null), new Column("c", 0, new ColumnType(kind, "time")), stored: true);
}
