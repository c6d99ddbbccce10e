using Microsoft.Net.Http.Headers;
using Relata.Formats;
using Relata.Model.Failures;

namespace Relata.Http.Calls;

/// <summary>The formats in which rows are answered, and the choice among them.</summary>
/// <param name="formats">The formats; the first is answered to those who ask for none.</param>
public sealed class OfferedFormats(IReadOnlyList<IFormat> formats)
{
    private readonly string offer = string.Join(", ", formats.Select(format => format.MediaType));

    /// <summary>The format that a call gets.</summary>
    /// <param name="suffix">What the path asked for, which counts more than the header; null when it did not.</param>
    /// <param name="accept">The header <c>Accept</c>; null when there is none.</param>
    /// <exception cref="FailureException">Nothing that is accepted is offered.</exception>
    public IFormat For(string? suffix, string? accept)
    {
        if (suffix is not null) return formats.First(format => format.Suffix == suffix);
        return accept is null or "*/*" || accept == formats[0].MediaType ? formats[0] : Negotiate(accept);
    }

    /// <summary>
    /// The format with the highest quality, which for each is that of the range that names it most exactly (RFC 9110,
    /// section 12.5.1). Among equals, the more exactly named one, then the one that the caller names first.
    /// </summary>
    private IFormat Negotiate(string accept)
    {
        // A header that cannot be read asks for nothing that could be refused.
        if (!MediaTypeHeaderValue.TryParseList([accept], out var ranges) || ranges.Count == 0) return formats[0];
        var best = formats.Select(format => (Format: format, Wish: WishFor(format, ranges)))
            .OrderByDescending(choice => choice.Wish.Quality)
            .ThenByDescending(choice => choice.Wish.Exactness)
            .ThenBy(choice => choice.Wish.Place)
            .First();
        if (best.Wish.Quality > 0) return best.Format;
        throw new Failure(FailureCode.NotAcceptable, $"Answers are {offer}.").AsException();
    }

    private static Wish WishFor(IFormat format, IList<MediaTypeHeaderValue> ranges) => ranges
        .Select((range, place) => new Wish(range.Quality ?? 1, ExactnessOf(range, format.MediaType), place))
        .Where(wish => wish.Exactness > 0)
        .OrderByDescending(wish => wish.Exactness)
        .FirstOrDefault();

    private static int ExactnessOf(MediaTypeHeaderValue range, string mediaType)
    {
        if (range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase)) return 3;
        var type = mediaType.AsSpan(0, mediaType.IndexOf('/', StringComparison.Ordinal));
        if (range.MatchesAllSubTypes && !range.MatchesAllTypes
            && range.Type.AsSpan().Equals(type, StringComparison.OrdinalIgnoreCase))
            return 2;
        return range.MatchesAllTypes ? 1 : 0;
    }

    /// <summary>How much a caller wants a format; quality 0 is not at all.</summary>
    private readonly record struct Wish(double Quality, int Exactness, int Place);
}
