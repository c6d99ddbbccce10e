using Relata.Execution;
using Relata.Model.Failures;
using Relata.Planning.Plans;

namespace Relata.Formats;

/// <summary>Refuses rows to which more is related than is answered, where everything was asked for.</summary>
internal static class RowEnds
{
    /// <summary>Looks at the cells of the current row that tell.</summary>
    public static void Require(RowLayout layout, RowCells row)
    {
        for (var i = 1; i <= layout.EndCells; i++)
        {
            if (row.IsNull(layout.Cells.Count - i)) continue;
            throw new Failure(
                FailureCode.LimitExceeded, "A row is related to others beyond the levels that one request loads.")
            {
                Hint = "Ask for a number of levels, or for single relations.",
            }.AsException();
        }
    }
}
