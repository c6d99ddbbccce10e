using Relata.Execution;
using Relata.Planning.Plans;

namespace Relata.Formats;

/// <summary>Writes the rows of one answer: the start, any number of results with their rows, the end.</summary>
public abstract class RowsWriter
{
    /// <summary>Writes what stands before all rows; once more when a write is tried again.</summary>
    public abstract void Start();

    /// <summary>
    /// The rows that follow are laid out like this. An answer to several statements has several layouts with the same
    /// fields.
    /// </summary>
    public abstract void Enter(RowLayout layout);

    /// <summary>The bytes that stand before a row that is not the first, to part it from the one before.</summary>
    public virtual ReadOnlySpan<byte> Separator => [];

    /// <summary>Writes the current row.</summary>
    public abstract void Write(Rows rows);

    /// <summary>Writes what stands behind all rows.</summary>
    public abstract void End();

    /// <summary>
    /// Ends an answer that cannot be completed with a problem document, if the format has a place for one; where it has
    /// none, the connection is cut.
    /// </summary>
    /// <returns>Whether the format has.</returns>
    public virtual bool TryEnd(ReadOnlySpan<byte> problem) => false;
}
