using Relata.Model.Requests;

namespace Relata.Dialects.Rest;

/// <summary>
/// How the rows of a list are counted: by an option, a preference, or because of what stands around them.
/// </summary>
internal static class RestCount
{
    /// <summary>The ways, as callers name them.</summary>
    public static string[] Names { get; } = ["none", "exact", "estimated"];

    /// <summary>Reads the option.</summary>
    /// <param name="query">The query.</param>
    /// <param name="preferred">The way that a preference names, which an option goes before; null for none.</param>
    /// <param name="isFramed">Whether the answer has a place for the number.</param>
    public static CountMode Read(RestQuery query, CountMode? preferred, bool isFramed)
    {
        var otherwise = preferred ?? (isFramed ? CountMode.Exact : CountMode.None);
        return Of(query.Choice("count", Names[(int)otherwise], Names));
    }

    /// <summary>The way of that name.</summary>
    public static CountMode Of(string name) => (CountMode)Array.IndexOf(Names, name);
}
