using System.Globalization;
using Relata.Execution;
using Relata.Model.Failures;
using Relata.Planning.Plans;

namespace Relata.Formats;

/// <summary>
/// Holds the rows that were changed by their keys against the keys: each must be there, and none named twice.
/// </summary>
/// <param name="keys">The keys of each result, in the order in which its rows come.</param>
/// <param name="changing">How many rows are changed; the others are only read.</param>
internal sealed class SentRows(IReadOnlyList<SentKeys> keys, long changing)
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private int result;
    private int row;

    /// <summary>The keys of a write; null when it does not go by them.</summary>
    public static SentRows? Of(Plan plan) =>
        plan is BatchPlan batch && batch.Steps.OfType<ReadPlan>().Select(step => step.Keys).OfType<SentKeys>().ToArray()
            is { Length: > 0 } keys
                ? new SentRows(keys, batch.Steps.OfType<UpdateEachPlan>().Sum(step => (long)step.RowCount))
                : null;

    /// <summary>Starts before the first row of the first result.</summary>
    public void Start()
    {
        seen.Clear();
        (result, row) = (0, 0);
    }

    /// <summary>Checks the current row.</summary>
    /// <exception cref="FailureException">There is no such row, or it came before.</exception>
    public void Require(RowCells cells, RowLayout layout)
    {
        if (row == keys[result].Names.Count) (result, row) = (result + 1, 0);
        var name = keys[result].Names[row++];
        if (cells.IsNull(layout.KeyCells[0]))
            throw new Failure(FailureCode.RowNotFound, $"There is no row with {name}.").AsException();
        if (!seen.Add(KeyText.Of(cells, layout)))
            throw new Failure(FailureCode.MalformedBody, $"The body names the row with {name} twice.").AsException();
    }

    /// <summary>Checks that every row was changed, once all of them have been read.</summary>
    /// <exception cref="FailureException">The database let a row be read, but not changed.</exception>
    public void RequireChanged(long changed)
    {
        if (changed >= changing) return;
        throw new Failure(FailureCode.RowNotFound, string.Create(CultureInfo.InvariantCulture,
            $"Of the {changing} rows to change, only {changed} may be changed."))
        {
            Hint = "Change them one by one to see which are not there to be changed.",
        }.AsException();
    }
}
