using Relata.Model.Expressions;
using Relata.Model.Failures;

namespace Relata.Model.Requests;

/// <summary>
/// What a caller asked for, in the caller's own names: nothing in it has been checked against a schema.
/// </summary>
/// <param name="Table">The table asked for, as <c>table</c> or <c>schema.table</c>.</param>
public abstract record Request(Name Table)
{
    /// <summary>What to answer of each row; for writes, of each row as stored.</summary>
    public Selection Selection { get; init; } = Selection.Everything;

    /// <summary>Whether exactly one row is named by its key.</summary>
    public virtual bool NamesOneRow => false;

    /// <summary>
    /// Whether the named row is wanted as it is before a write, and held in that state until the write is done.
    /// </summary>
    public bool ReadsFirst { get; init; }
}

/// <summary>Rows are asked for.</summary>
/// <param name="Table">The table asked for.</param>
public sealed record Read(Name Table) : Request(Table)
{
    /// <summary>The key of the one row asked for; null asks for a list.</summary>
    public RowKey? Key { get; init; }

    /// <inheritdoc/>
    public override bool NamesOneRow => Key is not null;

    /// <summary>Which rows; null means all.</summary>
    public Expression? Filter { get; init; }

    /// <summary>
    /// How the rows are summed up; null answers them one by one. Fields, order and page are those of the sums.
    /// </summary>
    public Summary? Summary { get; init; }

    /// <summary>
    /// The order, most significant first; the table's key is added when planning, so that pages are stable.
    /// </summary>
    public IReadOnlyList<Ordering> Order { get; init; } = [];

    /// <summary>
    /// The columns in which rows must be alike to be paged together: the limit is then that of each such group. None
    /// pages all rows together.
    /// </summary>
    public IReadOnlyList<Name> PartitionBy { get; init; } = [];

    /// <summary>Which part of the ordered rows.</summary>
    public Page Page { get; init; } = Page.Default;

    /// <summary>Whether the number of rows without the page is asked for too.</summary>
    public CountMode Count { get; init; }

    /// <summary>Where the way to count stands; null when it stands in no query.</summary>
    public Position? CountAt { get; init; }
}

/// <summary>Rows are to be inserted; with <see cref="OnConflict"/> this is an upsert.</summary>
/// <param name="Table">The table to insert into.</param>
/// <param name="Payload">The rows, in the order in which they are stored and answered.</param>
public sealed record Insert(Name Table, Payload Payload) : Request(Table)
{
    /// <summary>What to do with a row whose key exists; null makes it a failure.</summary>
    public OnConflict? OnConflict { get; init; }
}

/// <summary>Rows are to be changed.</summary>
/// <param name="Table">The table to update.</param>
/// <param name="Values">The new values.</param>
/// <param name="Mode">What happens to the columns that are not named.</param>
public sealed record Update(Name Table, PayloadRow Values, UpdateMode Mode) : Request(Table)
{
    /// <summary>The key of the one row to change; null changes every row that passes <see cref="Filter"/>.</summary>
    public RowKey? Key { get; init; }

    /// <inheritdoc/>
    public override bool NamesOneRow => Key is not null;

    /// <summary>
    /// Which rows; null together with a null <see cref="Key"/> is refused unless <see cref="EveryRow"/> is set.
    /// </summary>
    public Expression? Filter { get; init; }

    /// <summary>Which of these rows; null means all.</summary>
    public RowChoice? Choice { get; init; }

    /// <summary>The caller says that every row is meant.</summary>
    public bool EveryRow { get; init; }

    /// <summary>Whether the row that <see cref="Key"/> names is inserted where it is absent.</summary>
    public bool CreatesAbsent { get; init; }
}

/// <summary>Rows that are named by their keys are to be changed, each in its own way: all of them or none.</summary>
/// <param name="Table">The table to update.</param>
/// <param name="Payload">The rows in the order in which they are answered, each with its key and its new
/// values.</param>
public sealed record UpdateEach(Name Table, Payload Payload) : Request(Table);

/// <summary>Rows are to be deleted; nothing is answered of them unless a selection says so.</summary>
public sealed record Delete : Request
{
    /// <summary>Deletes from a table.</summary>
    public Delete(Name table)
        : base(table) => Selection = Selection.Nothing;

    /// <summary>The key of the one row to delete; null deletes every row that passes <see cref="Filter"/>.</summary>
    public RowKey? Key { get; init; }

    /// <inheritdoc/>
    public override bool NamesOneRow => Key is not null;

    /// <summary>
    /// Which rows; null together with a null <see cref="Key"/> is refused unless <see cref="EveryRow"/> is set.
    /// </summary>
    public Expression? Filter { get; init; }

    /// <summary>Which of these rows; null means all.</summary>
    public RowChoice? Choice { get; init; }

    /// <summary>The caller says that every row is meant.</summary>
    public bool EveryRow { get; init; }
}
