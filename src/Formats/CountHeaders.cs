using System.Globalization;

namespace Relata.Formats;

/// <summary>The headers of a list that was counted.</summary>
internal static class CountHeaders
{
    /// <summary>
    /// The number of rows, and which of them are answered. Ranges count from 0, both ends included, as in RFC 9110.
    /// </summary>
    /// <param name="total">How many rows there are without the page.</param>
    /// <param name="offset">How many are passed over.</param>
    /// <param name="rows">How many are answered; null when that is not known yet, and then no range is named.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(long total, long offset, long? rows)
    {
        var all = total.ToString(CultureInfo.InvariantCulture);
        if (rows is not { } count) return [new("X-Total-Count", all)];
        var range = count <= 0 ? "*" : string.Create(CultureInfo.InvariantCulture, $"{offset}-{offset + count - 1}");
        return [new("X-Total-Count", all), new("Content-Range", $"items {range}/{all}")];
    }
}
