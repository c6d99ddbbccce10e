using Relata.Dialects.Contract;

namespace Relata.Dialects.Rest;

/// <summary>
/// What stands around rows, by its name: that of Django REST Framework, that of djangolang, or nothing.
/// </summary>
public static class RestEnvelope
{
    private static readonly EnvelopeFrame Drf = new(
    [
        new("count", EnvelopeValue.Total), new("next", EnvelopeValue.Next), new("previous", EnvelopeValue.Previous),
        new("results", EnvelopeValue.Rows),
    ]);

    private static readonly EnvelopeFrame Djangolang = new(
        [
            new("status", EnvelopeValue.Status), new("success", EnvelopeValue.Success),
            new("objects", EnvelopeValue.Rows), new("count", EnvelopeValue.RowCount),
            new("total_count", EnvelopeValue.Total), new("limit", EnvelopeValue.Limit),
            new("offset", EnvelopeValue.Offset),
        ],
        OmitsNoRows: true);

    /// <summary>Every name.</summary>
    public static IReadOnlyList<string> Names { get; } = ["none", "drf", "djangolang"];

    /// <summary>The frame that a query asks for; null for none.</summary>
    /// <param name="query">The query.</param>
    /// <param name="otherwise">The name that holds when it asks for none.</param>
    /// <param name="isList">Whether a list is asked for: Django REST Framework has nothing around other
    /// answers.</param>
    internal static EnvelopeFrame? Read(RestQuery query, string otherwise, bool isList) =>
        query.Choice("envelope", otherwise, [.. Names]) switch
        {
            "djangolang" => Djangolang,
            "drf" when isList => Drf,
            _ => null,
        };
}
