using System.Collections.Frozen;
using Relata.Dialects.Contract;

namespace Relata.Dialects.Rest;

/// <summary>What can be asked of related rows behind the name of their relationship; each loads them, too.</summary>
/// <remarks>
/// An option's name is never read as a column, as among the options of the rows themselves: a column called
/// <c>limit</c> is filtered by <c>limit__eq</c>.
/// </remarks>
/// <param name="Apply">Takes the value.</param>
/// <param name="IsOfLists">Whether a single row has no such option.</param>
internal sealed record RestRelationOption(Action<RestRelated, QueryPair> Apply, bool IsOfLists)
{
    /// <summary>Loads the rows and nothing else, with any value.</summary>
    public static RestRelationOption Load { get; } = new(static (_, _) => { }, IsOfLists: false);

    /// <summary>The options by the names that callers use.</summary>
    public static FrozenDictionary<string, RestRelationOption> ByName { get; } =
        new Dictionary<string, RestRelationOption>
    {
        ["load"] = Load,
        ["fields"] = new(static (place, pair) => place.AddFields(pair), IsOfLists: false),
        ["limit"] = new(static (place, pair) => place.SetLimit(pair), IsOfLists: true),
        ["order_by"] = new(static (place, pair) => place.AddOrder(pair), IsOfLists: true),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
