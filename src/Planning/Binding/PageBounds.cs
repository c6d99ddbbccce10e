using System.Globalization;
using Relata.Model.Failures;

namespace Relata.Planning.Binding;

/// <summary>Keeps what a caller says about the size and place of a page within what can be.</summary>
internal static class PageBounds
{
    /// <summary>The most rows, of the page asked for or of each list inside its rows.</summary>
    public static long Limit(Binding binding, long limit, Position? at)
    {
        if (NotNegative(limit, "limit", at) <= binding.Limits.MaxRows) return limit;
        throw new Failure(FailureCode.LimitExceeded, string.Create(CultureInfo.InvariantCulture,
            $"The limit {limit} is larger than {binding.Limits.MaxRows}, the most that one request may ask for."))
        {
            At = at,
        }.AsException();
    }

    /// <summary>The value itself, unless it is negative.</summary>
    public static long NotNegative(long value, string what, Position? at) => value >= 0
        ? value
        : throw new Failure(FailureCode.BadValue, string.Create(CultureInfo.InvariantCulture,
            $"The {what} {value} is negative.")) { At = at }.AsException();
}
