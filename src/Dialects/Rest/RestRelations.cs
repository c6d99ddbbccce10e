using System.Globalization;
using Relata.Dialects.Contract;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Dialects.Rest;

/// <summary>
/// The related rows that a query asks for: all of them down to a depth, and single ones by a key such as <c>camera__load</c> or
/// <c>camera__site__load</c>.
/// </summary>
/// <param name="schema">The schema.</param>
/// <param name="table">The table that the path names.</param>
internal sealed class RestRelations(DatabaseSchema schema, Table table)
{
    private const string Load = "load";

    private RestRelated? root;

    /// <summary>Takes a key if it is an option of related rows.</summary>
    /// <exception cref="FailureException">The key names no relationship.</exception>
    public bool Take(QueryPair pair)
    {
        var key = pair.Key.Text;
        var split = key.LastIndexOf("__", StringComparison.Ordinal);
        if (split <= 0 || key[(split + 2)..] != Load) return false;
        var path = key[..split];
        var hops = Follow(table, path) ?? throw Unknown(path, pair.Key);
        (root ??= new RestRelated(schema, table)).Along(hops, pair.Key.At);
        return true;
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
                new Selection(null, Unfold(next, levels - 1, at, count))));
        }

        return embeds;
    }

    /// <summary>
    /// The relationships along a path of names with <c>__</c> between them; null when there is no such path. Names may hold
    /// <c>__</c> themselves, so the longest is tried first.
    /// </summary>
    private List<Relationship[]>? Follow(Table from, ReadOnlySpan<char> path)
    {
        foreach (var (name, meant) in RestRelationships.Of(schema, from).Names)
        {
            if (!path.StartsWith(name, StringComparison.Ordinal)) continue;
            var rest = path[name.Length..];
            if (rest.IsEmpty) return [meant];
            if (!rest.StartsWith("__", StringComparison.Ordinal) || Follow(meant[0].To, rest[2..]) is not { } hops) continue;
            hops.Insert(0, meant);
            return hops;
        }

        return null;
    }

    /// <summary>The first name on the path that is none decides what is said.</summary>
    private FailureException Unknown(string path, Name key)
    {
        var (from, rest) = (table, path);
        while (RestRelationships.Of(schema, from).Names.FirstOrDefault(known =>
            rest.StartsWith(known.Name + "__", StringComparison.Ordinal)) is { Name: { } name, Meant: var meant })
        {
            (from, rest) = (meant[0].To, rest[(name.Length + 2)..]);
        }

        var wrong = rest.Split("__", 2)[0];
        return new Failure(FailureCode.UnknownRelationship, $"\"{from.Name.Name}\" has no relationship \"{wrong}\".")
        {
            At = key.At,
            Hint = NearestName.Hint(wrong, RestRelationships.Of(schema, from).Names.Select(known => known.Name)),
        }.AsException();
    }

    private static FailureException Refuse(FailureCode code, string message, Position? at) =>
        new Failure(code, message) { At = at }.AsException();
}
