using Relata.Model.Expressions;
using Relata.Model.Failures;

namespace Relata.Model.Requests;

/// <summary>What is answered of each row.</summary>
/// <param name="Fields">The columns in the order asked for; null means all columns in table order.</param>
/// <param name="Embeds">The related rows that stand inside each row, after the columns.</param>
public sealed record Selection(IReadOnlyList<Name>? Fields, IReadOnlyList<Embed> Embeds)
{
    /// <summary>No column at all: the rows are not answered.</summary>
    public static Selection Nothing { get; } = new([], []);

    /// <summary>All columns and nothing else.</summary>
    public static Selection Everything { get; } = new(null, []);

    /// <summary>
    /// Whether everything that is related has to be here: a related row that stands on the way to its place is left
    /// out, and rows that are related further than the embeds reach are refused.
    /// </summary>
    public bool IsClosed { get; init; }

    /// <summary>Whether the rows are not answered.</summary>
    public bool IsNothing => Fields is { Count: 0 } && Embeds.Count == 0;
}

/// <summary>Related rows inside each row.</summary>
/// <param name="Relationship">The relationship's name on the table at hand.</param>
/// <param name="As">The key under which the related row is answered.</param>
/// <param name="Selection">What is answered of the related row.</param>
public sealed record Embed(Name Relationship, string As, Selection Selection)
{
    /// <summary>Which of the rows of a list; null means all.</summary>
    public Expression? Filter { get; init; }

    /// <summary>The order of a list, most significant first; the key is added when planning.</summary>
    public IReadOnlyList<Ordering> Order { get; init; } = [];

    /// <summary>At most so many rows in each list; null means all.</summary>
    public RowLimit? Limit { get; init; }
}

/// <summary>The most rows of something.</summary>
/// <param name="Rows">How many.</param>
/// <param name="At">Where it stands.</param>
public sealed record RowLimit(long Rows, Position? At);

/// <summary>The values that name one row, one for each column of the table's primary key.</summary>
/// <param name="Parts">The values in key order.</param>
/// <param name="At">Where the key stands.</param>
public sealed record RowKey(IReadOnlyList<Literal> Parts, Position At);

/// <summary>One key of an order.</summary>
/// <param name="Column">The column.</param>
/// <param name="Descending">Whether large values come first.</param>
public sealed record Ordering(Name Column, bool Descending);

/// <summary>A part of the ordered rows.</summary>
/// <param name="Limit">At most this many rows; null means the configured default.</param>
/// <param name="Offset">How many rows are passed over first; null means none.</param>
public sealed record Page(long? Limit, long? Offset)
{
    /// <summary>The first rows, as many as the configured default.</summary>
    public static Page Default { get; } = new(null, null);

    /// <summary>
    /// Where a walk through the ordered rows goes on, in the place of an offset; null for a page that is no part of
    /// one.
    /// </summary>
    public PageCursor? Cursor { get; init; }

    /// <summary>Whether one more row is read than is answered, to tell whether there is a next page.</summary>
    public bool LooksAhead { get; init; }
}

/// <summary>Some of the rows that a write could change.</summary>
/// <param name="Order">Their order, most significant first; the table's key is added when planning.</param>
/// <param name="Limit">At most this many rows; null means all.</param>
/// <param name="Offset">How many rows are passed over first; null means none.</param>
public sealed record RowChoice(IReadOnlyList<Ordering> Order, long? Limit, long? Offset);

/// <summary>A place in the ordered rows.</summary>
/// <param name="Text">The text that was answered with another page of the walk; empty starts one.</param>
/// <param name="At">Where it stands.</param>
public sealed record PageCursor(string Text, Position? At);

/// <summary>Whether, and how well, the rows without the page are counted.</summary>
public enum CountMode
{
    /// <summary>They are not.</summary>
    None,

    /// <summary>One by one, in the same snapshot as the rows.</summary>
    Exact,

    /// <summary>As the database expects it before it looks.</summary>
    Estimated,
}

/// <summary>Rows to write.</summary>
/// <param name="Rows">The rows in the order sent.</param>
/// <param name="IsArray">Whether they were sent as an array; one row may be.</param>
public sealed record Payload(IReadOnlyList<PayloadRow> Rows, bool IsArray);

/// <summary>One row to write: the columns named and their values.</summary>
/// <param name="Fields">The columns in the order sent, none twice.</param>
public sealed record PayloadRow(IReadOnlyList<PayloadField> Fields);

/// <summary>One value to write.</summary>
/// <param name="Column">The column.</param>
/// <param name="Value">The value as sent.</param>
public readonly record struct PayloadField(Name Column, Literal Value);

/// <summary>What an update does to the columns that are not named.</summary>
public enum UpdateMode
{
    /// <summary>Nothing.</summary>
    Merge,

    /// <summary>They get their default, or NULL.</summary>
    Replace,
}

/// <summary>What an insert does with a row whose key exists.</summary>
/// <param name="Columns">The columns of the key; empty means the primary key.</param>
/// <param name="Resolution">What is done.</param>
public sealed record OnConflict(IReadOnlyList<Name> Columns, ConflictResolution Resolution)
{
    /// <summary>The columns of the stored row that take the new values; null means all that were sent.</summary>
    public IReadOnlyList<Name>? Assigned { get; init; }

    /// <summary>
    /// Whether no columns are named, and any key of the table is meant; for <see cref="ConflictResolution.Merge"/> the
    /// one that the rows hold, the primary one before others.
    /// </summary>
    public bool AnyKey { get; init; }

    /// <summary>A column that is named without meaning anything more than that it is there; null for none.</summary>
    public Name? Mentioned { get; init; }
}

/// <summary>What happens to the stored row when an insert meets its key.</summary>
public enum ConflictResolution
{
    /// <summary>It takes the values sent and keeps the others.</summary>
    Merge,

    /// <summary>It stays as it is and is not answered.</summary>
    Ignore,

    /// <summary>It stays as it is and the insert fails, as where nothing is said.</summary>
    Refuse,
}
