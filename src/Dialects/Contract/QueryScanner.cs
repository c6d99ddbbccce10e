using Relata.Model.Failures;
using Relata.Model.Requests;

namespace Relata.Dialects.Contract;

/// <summary>Splits a query string into its parts and decodes them.</summary>
public static class QueryScanner
{
    /// <summary>
    /// The pairs of <c>a=1&amp;b=2</c> in the order written; a part without an equals sign has an empty value.
    /// </summary>
    /// <exception cref="FailureException">A percent sign starts no byte, or the bytes are no UTF-8.</exception>
    public static List<QueryPair> Scan(string query)
    {
        var pairs = new List<QueryPair>();
        for (var start = 0; start < query.Length;)
        {
            var end = query.IndexOf('&', start);
            if (end < 0) end = query.Length;
            if (end > start) pairs.Add(Pair(query, start, end));
            start = end + 1;
        }

        return pairs;
    }

    private static QueryPair Pair(string query, int start, int end)
    {
        var equals = query.IndexOf('=', start, end - start);
        var keyEnd = equals < 0 ? end : equals;
        var valueStart = equals < 0 ? end : equals + 1;
        var keyAt = new Position("query", start, keyEnd - start);
        var valueAt = new Position("query", valueStart, end - valueStart);
        return new QueryPair(
            new Name(PercentEncoding.Decode(query.AsSpan(start, keyEnd - start), keyAt, plusIsBlank: true), keyAt),
            PercentEncoding.Decode(query.AsSpan(valueStart, end - valueStart), valueAt, plusIsBlank: true),
            valueAt)
        {
            Query = query,
        };
    }
}

/// <summary>One part of a query string, decoded.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value; empty when there is none.</param>
/// <param name="At">Where the value stands.</param>
public readonly record struct QueryPair(Name Key, string Value, Position At)
{
    /// <summary>The whole query string, still encoded, in which the places are counted.</summary>
    public string Query { get; init; } = "";
}
