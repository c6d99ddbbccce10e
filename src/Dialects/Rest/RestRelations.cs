using System.Globalization;
using Relata.Dialects.Contract;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Dialects.Rest;

/// <summary>
/// The related rows that a query asks for: all of them down to a depth, and single ones by a key such as <c>camera__load</c>,
/// <c>camera__event__limit</c> or <c>event__objects__severity__gte</c>.
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
    /// <exception cref="FailureException">The key names no relationship, or an option that its rows do not have.</exception>
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
            foreach (var place in Root.Along(list, pair.Key.At)) place.AddCondition(RestText.KeyOf(pair).From(start), pair);
            return true;
        }

        return option is null || filters ? false : throw paths.Unknown(pair.Key, split);
    }

    /// <summary>What stands inside each row.</summary>
    /// <param name="depth">How many levels are loaded whole, the row itself being the first; null means the first.</param>
    /// <param name="at">Where the depth stands.</param>
    /// <param name="options">The limits.</param>
    public IReadOnlyList<Embed> Embeds(long? depth, Position? at, RestOptions options)
    {
        if (depth is null && root is null) return [];
        var levels = depth ?? 1;
        if (levels < 1) throw Refuse(FailureCode.BadValue, "\"depth\" starts at 1, the row itself.", at);
        if (levels > options.MaxDepth)
        {
            throw Refuse(FailureCode.LimitExceeded, string.Create(
                CultureInfo.InvariantCulture, $"\"depth\" is at most {options.MaxDepth}."), at);
        }

        var room = options.MaxEmbeds;
        return Unfold(root ?? new RestRelated(schema, table), levels, at, () =>
        {
            if (--room >= 0) return;
            throw Refuse(FailureCode.LimitExceeded, string.Create(
                CultureInfo.InvariantCulture, $"At this depth there are more than {options.MaxEmbeds} related tables."), at);
        });
    }

    private List<Embed> Unfold(RestRelated related, long levels, Position? at, Action count)
    {
        var embeds = new List<Embed>();
        foreach (var relationship in related.Relationships.All)
        {
            var next = related.Find(relationship);
            if (levels <= 1 && next is null) continue;
            count();
            next ??= new RestRelated(schema, relationship.To);
            embeds.Add(new Embed(
                new Name(relationship.Name, next.At ?? at),
                related.Relationships.KeyOf(relationship),
                new Selection(next.Fields, Unfold(next, levels - 1, at, count)))
            {
                Filter = next.Filter,
                Order = next.Order,
                Limit = next.Limit,
            });
        }

        return embeds;
    }

    private static FailureException NoList(Name key, int split) => new Failure(
        FailureCode.NotApplicable, $"\"{key.Text[..split]}\" is one row and no list, so it takes no \"{key.Text[(split + 2)..]}\".")
    {
        At = key.At,
        Hint = $"A column of that name is filtered by {key.Text}__eq.",
    }.AsException();

    private static FailureException Refuse(FailureCode code, string message, Position? at) =>
        new Failure(code, message) { At = at }.AsException();
}
