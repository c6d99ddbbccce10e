using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning.Paging;

namespace Relata.Planning.Plans;

/// <summary>
/// What a request means against one schema: every name resolved, every value converted, every limit kept.
/// </summary>
/// <remarks>
/// A plan is a shape and <see cref="Values"/>. Two plans of the same shape have the same <see cref="Fingerprint"/> and
/// so share one compiled script, whatever their values.
/// </remarks>
public abstract record Plan
{
    /// <summary>Whether rows are inserted.</summary>
    public virtual bool Inserts => false;

    /// <summary>
    /// The values that the shape's parameters refer to by place, converted to their types; null is NULL.
    /// </summary>
    public required IReadOnlyList<object?> Values { get; init; }

    /// <summary>
    /// How many tables the plan names: the one asked for is source 0, parents and tables of sub-queries follow. With
    /// more than one, every column says which it belongs to.
    /// </summary>
    public int Sources { get; init; } = 1;

    /// <summary>
    /// Finds the row by its key alone; set on an update whose filter also demands that columns which only the database
    /// fills hold the values sent. If the update meets no row and this finds one, the values differ.
    /// </summary>
    public ReadPlan? Unguarded { get; init; }

    /// <summary>
    /// Reads the row that a write names, all its columns; set where the request asks for that. Others are kept from
    /// changing it until the transaction ends, unless the write is a delete, which returns the row as it was in the
    /// end.
    /// </summary>
    public ReadPlan? Before { get; init; }

    /// <summary>
    /// Reads the rows that a write returned by their keys once more, with what is related to them; null where what it
    /// returns is what is answered.
    /// </summary>
    public ReadBack? ReadBack { get; init; }

    /// <summary>What is done when the row that the write names is absent; null for nothing.</summary>
    public Creation? IfAbsent { get; init; }

    /// <summary>
    /// Why the write met no row although <see cref="Unguarded"/> finds one; null means that values differ.
    /// </summary>
    public Failure? Refusal { get; init; }
}

/// <summary>Rows are read.</summary>
public sealed record ReadPlan : Plan
{
    /// <summary>The table asked for; source 0.</summary>
    public required Table Table { get; init; }

    /// <summary>Where the table's rows come from when they are sums of another's; null when they are stored.</summary>
    public SummarySource? Summary { get; init; }

    /// <summary>What is read of it and of its parents.</summary>
    public required Projection Projection { get; init; }

    /// <summary>Which rows; null means all.</summary>
    public Expression? Filter { get; init; }

    /// <summary>The order; unique over the table when it has a key.</summary>
    public IReadOnlyList<Sort> Order { get; init; } = [];

    /// <summary>
    /// Which of those rows stand behind the place where the page begins; null means all. They are counted all the same.
    /// </summary>
    public Expression? Seek { get; init; }

    /// <summary>
    /// Whether the page is read from its end: the order is the opposite of the one asked for, and the rows have to be
    /// turned around.
    /// </summary>
    public bool IsBackward { get; init; }

    /// <summary>Makes the cursors of the pages beside this one; null when it is no page of a walk.</summary>
    public Cursors? Cursors { get; init; }

    /// <summary>Whether the last row up to the limit is not answered: it only tells that there are more.</summary>
    public bool LooksAhead { get; init; }

    /// <summary>The groups of rows of which the limit is that of each; null limits all rows together.</summary>
    public Partition? Partition { get; init; }

    /// <summary>At most this many rows; null only where the filter names the rows by their keys.</summary>
    /// <remarks>
    /// Part of the shape, not a value: PostgreSQL plans a statement whose limit it does not know for a tenth of the
    /// rows, and then prefers to walk the whole order. Callers use few different limits.
    /// </remarks>
    public long? Limit { get; init; }

    /// <summary>How many rows are passed over first; null means none.</summary>
    public Parameter? Offset { get; init; }

    /// <summary>Whether the rows without the page are counted.</summary>
    public CountMode Count { get; init; }

    /// <summary>Whether the rows are kept from being changed by others until the transaction ends.</summary>
    public bool LocksRows { get; init; }

    /// <summary>
    /// For each of the values, the text that it and nothing else was made of; null where there is no such text.
    /// </summary>
    public IReadOnlyList<ValueOrigin?> Origins { get; init; } = [];

    /// <summary>
    /// The keys that name the rows, in the order in which they are read; null where a filter finds them. A key without
    /// a row gives one whose cells are NULL.
    /// </summary>
    public SentKeys? Keys { get; init; }
}

/// <summary>
/// Keys that were sent: the values of a plan, one after the other, each of as many parts as the primary key.
/// </summary>
/// <param name="Source">The number of the keys among the plan's tables.</param>
/// <param name="Names">What each is called in a failure.</param>
public sealed record SentKeys(int Source, IReadOnlyList<string> Names);

/// <summary>Rows are inserted: every row names the same columns.</summary>
public sealed record InsertPlan : Plan
{
    /// <inheritdoc/>
    public override bool Inserts => true;

    /// <summary>The table to insert into.</summary>
    public required Table Table { get; init; }

    /// <summary>The columns that are named; none means that every column takes its default.</summary>
    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>The number of rows; row r's value for column c is at r × columns + c.</summary>
    public required int RowCount { get; init; }

    /// <summary>The columns that hold the moment of the insert in every row, beside those that are named.</summary>
    public IReadOnlyList<Column> Stamped { get; init; } = [];

    /// <summary>What happens to a row whose key exists; null makes it a failure.</summary>
    public ConflictPlan? Conflict { get; init; }

    /// <summary>What is answered of each stored row; null means nothing.</summary>
    public required Projection? Returning { get; init; }
}

/// <summary>What an insert does with a row whose key exists.</summary>
/// <param name="Columns">The columns of the key; none means any key.</param>
/// <param name="Assigned">The columns that take the value sent; none leaves the stored row as it is,
/// unanswered.</param>
/// <param name="Stamped">The column that then holds the moment of the change; null when there is none.</param>
public sealed record ConflictPlan(
    IReadOnlyList<Column> Columns, IReadOnlyList<Column> Assigned, Column? Stamped = null)
{
    /// <summary>
    /// The index that makes the columns a key, where only some of the rows are in it; null when all rows have the key.
    /// </summary>
    public UniqueIndex? Index { get; init; }
}

/// <summary>What a write does when the row that it names is absent.</summary>
/// <param name="Insert">Inserts the row and leaves one alone that holds its key by then; null where that is
/// refused.</param>
/// <param name="Refusal">Why it is refused, or else what is said where a row that the write does not reach holds the
/// key.</param>
public sealed record Creation(InsertPlan? Insert, Failure Refusal);

/// <summary>Rows are changed.</summary>
public sealed record UpdatePlan : Plan
{
    /// <summary>The table to update.</summary>
    public required Table Table { get; init; }

    /// <summary>The columns that change; at least one.</summary>
    public required IReadOnlyList<Assignment> Assignments { get; init; }

    /// <summary>Which rows; null means all.</summary>
    public Expression? Filter { get; init; }

    /// <summary>Which of these rows, by their order; null means all of them.</summary>
    public ChosenRows? Chosen { get; init; }

    /// <summary>What is answered of each changed row; null means nothing.</summary>
    public required Projection? Returning { get; init; }
}

/// <summary>
/// Rows that are named by their keys are changed, each in its own way; a key without a row changes nothing.
/// </summary>
public sealed record UpdateEachPlan : Plan
{
    /// <summary>The table to update; source 0.</summary>
    public required Table Table { get; init; }

    /// <summary>The number of what was sent among the plan's tables.</summary>
    public required int Source { get; init; }

    /// <summary>
    /// The columns that change, at least one; the values of each row are those of its key and then of these.
    /// </summary>
    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>
    /// The column that holds the moment of the change, beside those that are named; null when there is none.
    /// </summary>
    public Column? Stamped { get; init; }

    /// <summary>How many rows were sent.</summary>
    public required int RowCount { get; init; }

    /// <summary>What a row must be to be changed; null when every row is.</summary>
    public Expression? Filter { get; init; }
}

/// <summary>A column's new value.</summary>
/// <param name="Column">The column.</param>
/// <param name="Value">
/// The value, a <see cref="Parameter"/> or <see cref="Now"/>; null means the column's default, or NULL when it has
/// none.
/// </param>
public sealed record Assignment(Column Column, Expression? Value);

/// <summary>Rows are deleted.</summary>
public sealed record DeletePlan : Plan
{
    /// <summary>The table to delete from.</summary>
    public required Table Table { get; init; }

    /// <summary>Which rows; null means all.</summary>
    public Expression? Filter { get; init; }

    /// <summary>Which of these rows, by their order; null means all of them.</summary>
    public ChosenRows? Chosen { get; init; }

    /// <summary>What is answered of each deleted row; null means nothing.</summary>
    public Projection? Returning { get; init; }

    /// <summary>
    /// Whether the row is compared with what the caller knows once it is deleted, and so returned with all its columns
    /// before anything else.
    /// </summary>
    public bool IsCompared { get; init; }
}

/// <summary>A part of the rows that a write could change.</summary>
/// <param name="Order">Their order.</param>
/// <param name="Limit">At most this many; null means all.</param>
/// <param name="Offset">How many are passed over first; null means none.</param>
public sealed record ChosenRows(IReadOnlyList<Sort> Order, long? Limit, Parameter? Offset)
{
    /// <summary>
    /// Whether rows that another transaction is changing are passed over. Otherwise they are waited for, and chosen
    /// only if they pass the filter then.
    /// </summary>
    public bool SkipsLocked { get; init; }
}

/// <summary>Plans that run in order in one transaction.</summary>
/// <param name="Steps">The plans; none of them is a batch itself.</param>
public sealed record BatchPlan(IReadOnlyList<Plan> Steps) : Plan
{
    /// <inheritdoc/>
    public override bool Inserts => Steps.All(step => step.Inserts);
}

/// <summary>Rows are limited group by group.</summary>
/// <param name="Columns">The columns in which the rows of a group are alike.</param>
/// <param name="MaxRows">The most rows of all groups together; one more is read, to tell whether there are.</param>
/// <param name="Excess">What is said when there are more.</param>
public sealed record Partition(IReadOnlyList<ColumnReference> Columns, long MaxRows, Failure Excess);

/// <summary>One key of an order.</summary>
/// <param name="Column">The column.</param>
/// <param name="Descending">Whether large values come first; NULLs stand where the largest value would.</param>
/// <param name="NullsFirst">Whether NULLs come first instead.</param>
public sealed record Sort(ColumnReference Column, bool Descending, bool NullsFirst = false);
