using Relata.Dialects.Contract;
using Relata.Execution;

namespace Relata.Formats;

/// <summary>Follows the rows of a page to its end, and knows then which pages stand beside it.</summary>
/// <param name="result">The rows, and how much of them is the page.</param>
internal sealed class PageEnd(ReadResult result)
{
    private bool? hasMore;
    private byte[]? firstPlace;
    private byte[]? lastPlace;

    /// <summary>How many rows were read.</summary>
    public long Count { get; private set; }

    /// <summary>Whether all rows of the page were read.</summary>
    public bool IsRead => hasMore is not null;

    /// <summary>
    /// How many rows there are without the page: their number where they were counted, and otherwise what the database
    /// expects, set right by what was read. Null when nobody asked.
    /// </summary>
    public long? Total => result.Total ?? (result.Estimate is { } estimate ? Corrected(estimate) : null);

    /// <summary>Whether it is known that there is, or is not, a page behind this one.</summary>
    public bool IsKnown => hasMore is not null || result.Total is not null || !result.LooksAhead;

    /// <summary>Moves to the next row of the page; false after the last.</summary>
    /// <exception cref="Relata.Model.Failures.FailureException">Groups have more rows together than are
    /// allowed.</exception>
    public async ValueTask<bool> NextAsync(CancellationToken stop)
    {
        if (hasMore is not null) return false;
        var found = await result.Rows.NextRowAsync(stop).ConfigureAwait(false);
        var isBeyond = found && result.LooksAhead && Count == result.Limit;

        // The end is read too: a result that is left before its end has to be cancelled.
        if (isBeyond) await result.Rows.NextRowAsync(stop).ConfigureAwait(false);
        if (found && result.Partition is { } partition && Count == partition.MaxRows)
        {
            await result.Rows.NextRowAsync(stop).ConfigureAwait(false);
            throw partition.Excess.AsException();
        }

        if (!found || isBeyond)
        {
            hasMore = found;
            return false;
        }

        Count++;
        if (result.Cursors is not null && Count == 1) firstPlace = Place();
        if (result.Cursors is not null && Count == result.Limit) lastPlace = Place();
        return true;
    }

    /// <summary>
    /// The pages that there are. While it is not known whether there is a next one, it is named: who goes there finds
    /// no row at worst, and otherwise would have missed some.
    /// </summary>
    public PageLinks Beside(PageLinks links)
    {
        if (result.Cursors is not { } cursors)
            return MayHaveMore() ? links : links with { Next = null };
        var onward = hasMore == true ? lastPlace : null;
        if (result.IsBackward)
        {
            return new PageLinks(
                result.BeginsAtPlace ? links.Next + (firstPlace is null ? "" : cursors.Behind(firstPlace)) : null,
                onward is null ? null : links.Previous + cursors.Before(onward));
        }

        return new PageLinks(
            onward is null ? null : links.Next + cursors.Behind(onward),
            result.BeginsAtPlace
                ? links.Previous + (firstPlace is null ? cursors.BeforeTheEnd() : cursors.Before(firstPlace))
                : null);
    }

    private bool MayHaveMore() =>
        hasMore ?? (result.Total is not { } total || total > result.Offset + (result.Limit ?? total));

    private long Corrected(long estimate)
    {
        // Rows that a cursor passed over are not known.
        var end = result.Offset + Count;
        var isInside = result.BeginsAtPlace || Count == 0 && result.Offset > 0;
        if (hasMore == false && result.LooksAhead && !isInside) return end;
        return Count == 0 ? estimate : Math.Max(estimate, hasMore == true ? end + 1 : end);
    }

    private byte[] Place() => JsonKey.Of(result.Rows, result.Layout);
}
