namespace Relata.Conformance.Differential;

/// <summary>A read of the town as somebody means it: neither a query of HTTP nor a statement of SQL.</summary>
/// <param name="Table">The table.</param>
/// <param name="Where">What must hold, all of it.</param>
/// <param name="Order">By what, the first first.</param>
/// <param name="Limit">How many rows; null when it is not said.</param>
/// <param name="Offset">How many rows are passed over.</param>
/// <param name="Fields">The columns; null for all.</param>
/// <param name="Embeds">The related rows that are answered with each.</param>
internal sealed record Reading(
    TownTable Table,
    IReadOnlyList<Condition> Where,
    IReadOnlyList<Ordering> Order,
    int? Limit,
    int Offset,
    IReadOnlyList<string>? Fields,
    IReadOnlyList<Embed> Embeds)
{
    /// <summary>How many levels of relations are asked for as a whole; <see cref="Embeds"/> has them all.</summary>
    public int Depth { get; init; } = 1;

    /// <summary>In which words the page is asked for.</summary>
    public Paging Paging { get; init; }

    /// <summary>The columns of the answer.</summary>
    public IEnumerable<TownColumn> Columns => Fields?.Select(Table.Column) ?? Table.Columns;
}

/// <summary>Related rows inside a row.</summary>
/// <param name="Relation">How they are related.</param>
/// <param name="Rows">Which of them, and how they are answered.</param>
/// <param name="IsSaid">Whether it is asked for by its name, and not only as one of all.</param>
internal sealed record Embed(TownRelation Relation, Reading Rows, bool IsSaid = true);

/// <summary>The ways to ask for a page.</summary>
internal enum Paging
{
    /// <summary>By the number of rows before it.</summary>
    ByOffset,

    /// <summary>By its number.</summary>
    ByNumber,

    /// <summary>As the first of a walk, whose other pages are reached from it.</summary>
    Walk,
}

/// <summary>By what rows are ordered.</summary>
internal sealed record Ordering(string Column, bool IsDescending);

/// <summary>Something that a row is or is not.</summary>
internal abstract record Condition;

/// <summary>All of them hold. Those on one relation speak of one related row.</summary>
internal sealed record All(IReadOnlyList<Condition> Conditions) : Condition;

/// <summary>One of them holds.</summary>
internal sealed record Any(IReadOnlyList<Condition> Conditions) : Condition;

/// <summary>It does not hold.</summary>
internal sealed record Not(Condition Condition) : Condition;

/// <summary>A column and a lookup with one or more values, which are alternatives.</summary>
/// <param name="Path">The relations that lead to the column's table; none for the table itself.</param>
/// <param name="Column">The column; null for the related row itself, of which is asked whether it is there.</param>
/// <param name="Kind">The lookup.</param>
/// <param name="Values">Each a list of one value, of two for a range, of any number for a list.</param>
internal sealed record Lookup(
    IReadOnlyList<TownRelation> Path, TownColumn? Column, LookupKind Kind, IReadOnlyList<object[]> Values) : Condition;

/// <summary>What a lookup asks; each name is one or several of the query's.</summary>
internal enum LookupKind
{
    Equal,
    Unequal,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
    In,
    NotIn,
    Range,
    Null,
    NotNull,
    True,
    False,
    EqualIgnoringCase,
    Contains,
    ContainsIgnoringCase,
    NotContains,
    StartsWith,
    StartsWithIgnoringCase,
    EndsWith,
    EndsWithIgnoringCase,
    OnDay,
    InYear,
    InMonth,
    OnDayOfMonth,
    OnWeekDay,
    InHour,
}
