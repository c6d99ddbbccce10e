namespace Relata.Dialects.Contract;

/// <summary>
/// What stands around the rows of an answer, where its format has a place for that: an object, one field of which is
/// the array of the rows.
/// </summary>
/// <param name="Fields">The fields in their order.</param>
/// <param name="OmitsNoRows">Whether the field of the rows is left out when there are none.</param>
public sealed record EnvelopeFrame(IReadOnlyList<EnvelopeField> Fields, bool OmitsNoRows = false);

/// <summary>A field beside the rows, or that of the rows.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it holds.</param>
public readonly record struct EnvelopeField(string Name, EnvelopeValue Value);

/// <summary>What a field of an <see cref="EnvelopeFrame"/> holds.</summary>
public enum EnvelopeValue
{
    /// <summary>The array of the rows.</summary>
    Rows,

    /// <summary>The HTTP status.</summary>
    Status,

    /// <summary>True: what is answered with rows is a success.</summary>
    Success,

    /// <summary>The number of rows in the answer; stands behind them.</summary>
    RowCount,

    /// <summary>The number of rows without the page; null when they are not counted.</summary>
    Total,

    /// <summary>The most rows of the page; 0 for an answer that is no page.</summary>
    Limit,

    /// <summary>How many rows the page passes over.</summary>
    Offset,

    /// <summary>The address of the next page, with the host; null when there is none.</summary>
    Next,

    /// <summary>The address of the page before, with the host; null when there is none.</summary>
    Previous,
}
