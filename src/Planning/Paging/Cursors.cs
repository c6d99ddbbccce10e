using Relata.Model.Failures;

namespace Relata.Planning.Paging;

/// <summary>
/// The cursors of one walk: what a page answers so that the walk can go on from it, in both directions.
/// </summary>
/// <param name="seal">Makes them.</param>
/// <param name="shape">The table and order to which they belong.</param>
public sealed class Cursors(CursorSeal seal, string shape)
{
    /// <summary>A cursor travels in a header and in a URL, and both have limits elsewhere.</summary>
    private const int LongestPlace = 4000;

    /// <summary>The place that no row marks: the end of the list for whoever walks backward.</summary>
    private static ReadOnlySpan<byte> Nowhere => "[]"u8;

    /// <summary>Leads to what stands behind a row.</summary>
    /// <param name="place">The row's order values as a JSON array.</param>
    public string Behind(ReadOnlySpan<byte> place) => At(place, isBackward: false);

    /// <summary>Leads to what stands before a row.</summary>
    /// <param name="place">The row's order values as a JSON array.</param>
    public string Before(ReadOnlySpan<byte> place) => At(place, isBackward: true);

    /// <summary>Leads to the last rows.</summary>
    public string BeforeTheEnd() => At(Nowhere, isBackward: true);

    private string At(ReadOnlySpan<byte> place, bool isBackward)
    {
        if (place.Length <= LongestPlace) return seal.Seal(shape, isBackward, place);
        throw new Failure(
            FailureCode.LimitExceeded, "The values by which the rows are ordered are too long for a cursor.")
        {
            Hint = "Order by shorter columns, or page with limit and offset.",
        }.AsException();
    }
}
