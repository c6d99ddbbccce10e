namespace Relata.Model.Expressions;

/// <summary>
/// What a <see cref="FunctionCall"/> makes of its arguments, of which the first is a column or made of one.
/// </summary>
public enum Function
{
    /// <summary>The day of a timestamp; of an instant, that in UTC, as for all parts below.</summary>
    Date,

    /// <summary>The time of day of a timestamp.</summary>
    Time,

    /// <summary>The year of a date or timestamp.</summary>
    Year,

    /// <summary>The year to which the ISO 8601 week belongs.</summary>
    IsoYear,

    /// <summary>The quarter of the year, 1 to 4.</summary>
    Quarter,

    /// <summary>The month, 1 to 12.</summary>
    Month,

    /// <summary>The ISO 8601 week, 1 to 53.</summary>
    Week,

    /// <summary>The day of the month, 1 to 31.</summary>
    Day,

    /// <summary>The day of the week, from Sunday, which is 1, to Saturday, which is 7.</summary>
    WeekDay,

    /// <summary>The day of the week, from Monday, which is 1, to Sunday, which is 7.</summary>
    IsoWeekDay,

    /// <summary>The hour of a time or timestamp, 0 to 23.</summary>
    Hour,

    /// <summary>The minute, 0 to 59.</summary>
    Minute,

    /// <summary>The second without its fraction, 0 to 59.</summary>
    Second,

    /// <summary>How many elements an array has.</summary>
    Length,

    /// <summary>
    /// Whether a JSON value or array is contained in another, as PostgreSQL's <c>&lt;@</c> defines it.
    /// </summary>
    ContainedBy,

    /// <summary>Whether two arrays or ranges have an element in common.</summary>
    Overlap,

    /// <summary>Whether two ranges touch without having an element in common.</summary>
    AdjacentTo,

    /// <summary>Whether a range ends before another begins.</summary>
    FullyLt,

    /// <summary>Whether a range begins after another ends.</summary>
    FullyGt,

    /// <summary>Whether a range begins nowhere before another.</summary>
    NotLt,

    /// <summary>Whether a range ends nowhere after another.</summary>
    NotGt,

    /// <summary>The lower bound of a range; NULL when it has none.</summary>
    Lower,

    /// <summary>The upper bound of a range; NULL when it has none.</summary>
    Upper,

    /// <summary>Whether a range holds nothing.</summary>
    IsEmpty,

    /// <summary>Whether the lower bound belongs to the range.</summary>
    LowerInc,

    /// <summary>Whether a range has no lower bound.</summary>
    LowerInf,

    /// <summary>Whether the upper bound belongs to the range.</summary>
    UpperInc,

    /// <summary>Whether a range has no upper bound.</summary>
    UpperInf,

    /// <summary>Whether a JSON object has one of several keys, or a JSON array one of several strings.</summary>
    HasAnyKeys,

    /// <summary>Whether a JSON object has each of several keys, or a JSON array each of several strings.</summary>
    HasKeys,

    /// <summary>Whether all words of a phrase are found in a text by the database's text search.</summary>
    Search,

    /// <summary>The same with the syntax of web searches: quotes, <c>or</c>, a minus sign.</summary>
    Websearch,

    /// <summary>Whether a text has many three-letter pieces in common with another.</summary>
    TrigramSimilar,

    /// <summary>Whether some run of words of a text has many three-letter pieces in common with another.</summary>
    TrigramWordSimilar,

    /// <summary>The same, of runs that begin and end where words do.</summary>
    TrigramStrictWordSimilar,
}
