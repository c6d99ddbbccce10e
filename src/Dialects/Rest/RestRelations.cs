using System.Globalization;
using Relata.Dialects.Contract;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Dialects.Rest;

/// <summary>
/// The related rows that a query asks for: all of them down to a depth, and single ones by a key such as
/// <c>camera__load</c>, <c>camera__event__limit</c> or <c>event__objects__severity__gte</c>.
/// </summary>
/// <param name="schema">The schema.</param>
/// <param name="table">The table that the path names.</param>
internal sealed class RestRelations(DatabaseSchema schema, Table table)
{
    private readonly RestRelationPath paths = new(schema, table);

    private RestRelated? root;

    private RestRelated Root => root ??= new RestRelated(schema, table);

    /// <summary>Takes a key if it is about related rows.</summary>
    /// <param name="pair">The key and its value.</param>
    /// <param name="filters">
    /// Whether a key that is an option of nothing may be a condition, as on a column whose name ends like one.
    /// </param>
    /// <exception cref="FailureException">The key names no relationship, or an option that its rows do not
    /// have.</exception>
    public bool Take(QueryPair pair, bool filters)
    {
        var key = pair.Key.Text;
        var split = key.LastIndexOf("__", StringComparison.Ordinal);
        if (split <= 0) return false;
        if (RestRelationOption.ByName.TryGetValue(key[(split + 2)..], out var option))
        {
            if (paths.Follow(pair.Key, split) is { } hops)
            {
                if (option.IsOfLists && hops[^1][0].Kind == RelationshipKind.Parent) throw NoList(pair.Key, split);
                foreach (var place in Root.Along(hops, pair.Key.At)) option.Apply(place, pair);
                return true;
            }

            if (option == RestRelationOption.Load) throw paths.Unknown(pair.Key, split);
        }

        if (paths.ToCondition(pair.Key) is var (list, start))
        {
            foreach (var place in Root.Along(list, pair.Key.At))
                place.AddCondition(RestText.KeyOf(pair).From(start), pair);
            return true;
        }

        return option is null || filters ? false : throw paths.Unknown(pair.Key, split);
    }

    /// <summary>What is answered of each row.</summary>
    /// <param name="fields">The columns; null means all.</param>
    /// <param name="depth">
    /// How many levels are loaded whole, the row itself being the first; 0 loads all that there are, null the first.
    /// </param>
    /// <param name="at">Where the depth stands.</param>
    /// <param name="options">The limits.</param>
    public Selection Select(IReadOnlyList<Name>? fields, long? depth, Position? at, RestOptions options)
    {
        if (depth is null && root is null) return new Selection(fields, []);
        var levels = depth ?? 1;
        if (levels < 0)
            throw Refuse(FailureCode.BadValue, "\"depth\" is a number of levels, or 0 for all that there are.", at);
        if (levels > options.MaxDepth)
        {
            throw Refuse(FailureCode.LimitExceeded, string.Create(
                CultureInfo.InvariantCulture, $"\"depth\" is at most {options.MaxDepth}."), at);
        }

        return new RestUnfolding(schema, isClosed: depth == 0, at, options).Unfold(Root, fields, (int)levels);
    }

    private static FailureException NoList(Name key, int split) => new Failure(
        FailureCode.NotApplicable,
        $"\"{key.Text[..split]}\" is one row and no list, so it takes no \"{key.Text[(split + 2)..]}\".")
    {
        At = key.At,
        Hint = $"A column of that name is filtered by {key.Text}__eq.",
    }.AsException();

    private static FailureException Refuse(FailureCode code, string message, Position? at) =>
        new Failure(code, message) { At = at }.AsException();
}
