using System.Collections.Frozen;
using Relata.Model.Expressions;

namespace Relata.Dialects.Rest;

/// <summary>
/// What a key makes of a column before a lookup compares it, as <c>year</c> in <c>started__year__gte</c>.
/// </summary>
internal static class RestTransform
{
    /// <summary>The parts of dates and times.</summary>
    public static FrozenDictionary<string, Function> OfDates { get; } = new Dictionary<string, Function>
    {
        ["date"] = Function.Date,
        ["time"] = Function.Time,
        ["year"] = Function.Year,
        ["iso_year"] = Function.IsoYear,
        ["quarter"] = Function.Quarter,
        ["month"] = Function.Month,
        ["week"] = Function.Week,
        ["day"] = Function.Day,
        ["week_day"] = Function.WeekDay,
        ["iso_week_day"] = Function.IsoWeekDay,
        ["hour"] = Function.Hour,
        ["minute"] = Function.Minute,
        ["second"] = Function.Second,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every one by its name; Django's.</summary>
    public static FrozenDictionary<string, Function> ByName { get; } = new Dictionary<string, Function>(OfDates)
    {
        ["len"] = Function.Length,
        ["isempty"] = Function.IsEmpty,
        ["lower_inc"] = Function.LowerInc,
        ["lower_inf"] = Function.LowerInf,
        ["upper_inc"] = Function.UpperInc,
        ["upper_inf"] = Function.UpperInf,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The bounds of ranges, whose names are lookups of texts.</summary>
    public static FrozenDictionary<string, Function> OfRanges { get; } = new Dictionary<string, Function>
    {
        ["startswith"] = Function.Lower,
        ["endswith"] = Function.Upper,
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
