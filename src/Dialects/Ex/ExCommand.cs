using Relata.Dialects.Contract;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Dialects.Ex;

/// <summary>The one request model of this dialect, whether written in a URL and headers or in a batch.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Resource">The table as the caller named it.</param>
/// <param name="Table">The table; null where only others know it.</param>
internal sealed record ExCommand(ExAction Action, Name Resource, Table? Table)
{
    /// <summary>Which rows; null means all.</summary>
    public Expression? Where { get; init; }

    /// <summary>The rows to add, or the values to set; null where there are none.</summary>
    public Payload? Values { get; init; }

    /// <summary>The columns answered; null means all.</summary>
    public IReadOnlyList<Name>? Columns { get; init; }

    /// <summary>The columns in which rows must be alike to become one; null means that each is answered.</summary>
    public IReadOnlyList<Name>? Group { get; init; }

    /// <summary>The columns in which rows must be alike to be limited together; null means that all are.</summary>
    public IReadOnlyList<Name>? Partition { get; init; }

    /// <summary>The order.</summary>
    public IReadOnlyList<Ordering> Order { get; init; } = [];

    /// <summary>At most so many rows; null where none is said.</summary>
    public long? Limit { get; init; }

    /// <summary>How many rows are passed over; null where none are.</summary>
    public long? Offset { get; init; }

    /// <summary>What happens to a row whose key exists; null makes it a failure.</summary>
    public OnConflict? Conflict { get; init; }

    /// <summary>What is asked; the answer is an array of the rows that were read, added, changed or deleted.</summary>
    /// <param name="allowsEveryRow">Whether a change without a filter is one of every row.</param>
    /// <exception cref="FailureException">The parts of the command do not go together.</exception>
    public ParsedCall ToCall(bool allowsEveryRow)
    {
        if (!allowsEveryRow && Where is null && Action is (ExAction.Update or ExAction.Delete))
        {
            throw new Failure(
                FailureCode.FilterRequired, "Without a filter every row would change; this server refuses.")
            {
                Hint = "Add a filter, such as one of the key.",
            }.AsException();
        }

        return new ParsedCall(ToRequest(), new Envelope(200, EnvelopeShape.Array));
    }

    private Request ToRequest() => Action switch
    {
        ExAction.Query => Query(),
        ExAction.Insert => new Insert(Resource, Required()) { OnConflict = Conflict },
        ExAction.Update => new Update(Resource, One(), UpdateMode.Merge)
        {
            Filter = Where,
            Choice = Choice(),
            EveryRow = true,
        },
        ExAction.Delete => new Delete(Resource)
        {
            Filter = Where,
            Choice = Choice(),
            EveryRow = true,
            Selection = Selection.Everything,
        },
    };

    private Read Query() => new(Resource)
    {
        Filter = Where,
        Selection = new Selection(Columns, []),
        Summary = Groups is null ? null : new Summary(Groups, [], Having: null),
        Order = Order,
        PartitionBy = Partition ?? [],
        Page = new Page(Limit, Offset),
    };

    private Group[]? Groups => Group?.Select(column => new Group(new ColumnName(column), column)).ToArray();

    private RowChoice? Choice() =>
        Order.Count == 0 && Limit is null && Offset is null ? null : new RowChoice(Order, Limit, Offset);

    private Payload Required() => Values is { Rows.Count: > 0 } rows
        ? rows
        : throw new Failure(FailureCode.MalformedBody, "There is no row to add.")
        {
            Hint = "Send an object, or an array of objects.",
        }.AsException();

    private PayloadRow One() => Values is { Rows: [var row] }
        ? row
        : throw new Failure(FailureCode.MalformedBody, "A change has one object, the new values.").AsException();
}
