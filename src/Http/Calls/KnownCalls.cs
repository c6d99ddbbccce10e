using System.Collections.Concurrent;
using Relata.Dialects.Contract;
using Relata.Model.Schema;

namespace Relata.Http.Calls;

/// <summary>
/// The calls that were read and planned before, by their outline: one that differs from such a call in its values only,
/// or that is the same, costs neither again.
/// </summary>
/// <param name="capacity">The number of calls after which the older half may go; never more than twice as many are
/// held.</param>
/// <remarks>
/// What is found is exactly what the dialect and the planner would make of the call, and where that is not certain,
/// nothing is found. Two generations, as in <see cref="Relata.Execution.ScriptCache"/>; finding takes no lock.
/// </remarks>
public sealed class KnownCalls(int capacity = 512)
{
    /// <summary>How many calls may share an outline; they differ in what is no value, such as a limit.</summary>
    private const int MostAlike = 8;

    /// <summary>
    /// Hashes of calls that would be kept for themselves alone: that pays when one comes again, and otherwise they
    /// would only push out others.
    /// </summary>
    private readonly int[] seen = new int[1024];

    private readonly Lock keeping = new();
    private volatile Shelf shelf = new(null);

    /// <summary>How many calls are held.</summary>
    public int Count => shelf.Young.Values.Concat(shelf.Old.Values).Sum(alike => alike.Length);

    /// <summary>What a call becomes; null when the dialect and the planner have to be asked.</summary>
    /// <param name="dialect">The dialect that is mounted where the call came in.</param>
    /// <param name="call">The call.</param>
    /// <param name="schema">The snapshot that is current for the call.</param>
    public PlannedRead? Find(IDialect dialect, ApiCall call, DatabaseSchema schema)
    {
        var here = shelf;
        if (here.Schema != schema) return null;
        Span<Range> room = stackalloc Range[CallOutline.Room];
        if (!CallOutline.TryCut(call, room, out var outline) || dialect.ShapeOfHeaders(call) is not { } headers)
            return null;

        // A path of one segment has no key in it.
        return (outline.KeyStart > 1 ? Find(outline.Hash(hasKey: true), outline) : null)
            ?? Find(outline.Hash(hasKey: false), outline)
            ?? Find(outline.HashOfWhole(), outline);

        PlannedRead? Find(int hash, CallOutline outline)
        {
            if (here.Young.TryGetValue(hash, out var alike) && Among(alike, outline, out _) is { } found) return found;
            if (!here.Old.TryGetValue(hash, out alike) || Among(alike, outline, out var known) is not { } older)
                return null;
            Keep(hash, known!, schema);
            return older;
        }

        PlannedRead? Among(KnownCall[] alike, CallOutline outline, out KnownCall? known)
        {
            foreach (var candidate in alike)
            {
                known = candidate;
                if (candidate.Read(dialect, headers, call, outline) is { } read) return read;
            }

            known = null;
            return null;
        }
    }

    /// <summary>Keeps what became of a call for those that are like it.</summary>
    /// <param name="dialect">Read the call.</param>
    /// <param name="call">The call.</param>
    /// <param name="schema">The snapshot for which it was planned.</param>
    /// <param name="read">What became of it.</param>
    public void Keep(IDialect dialect, ApiCall call, DatabaseSchema schema, PlannedRead read)
    {
        Span<Range> room = stackalloc Range[CallOutline.Room];
        if (!CallOutline.TryCut(call, room, out var outline)) return;
        if (dialect.ShapeOfHeaders(call) is not { } headers || headers.Length > CallOutline.MostCharacters) return;
        var known = KnownCall.Of(dialect, headers, outline, read);
        if (!known.IsWhole) Keep(outline.Hash(known.HasKey), known, schema);
        else if (IsSeen(outline.HashOfWhole())) Keep(outline.HashOfWhole(), known, schema);
    }

    private bool IsSeen(int hash)
    {
        ref var place = ref seen[hash & (seen.Length - 1)];
        if (place == hash) return true;
        place = hash;
        return false;
    }

    private void Keep(int hash, KnownCall known, DatabaseSchema schema)
    {
        lock (keeping)
        {
            if (shelf.Schema is { } other && other.Version > schema.Version) return;
            if (shelf.Schema != schema) shelf = new Shelf(schema);
            else if (shelf.Added >= capacity) shelf = new Shelf(schema) { Old = shelf.Young };
            shelf.Add(hash, known);
        }
    }

    /// <summary>The calls of one snapshot.</summary>
    private sealed class Shelf(DatabaseSchema? schema)
    {
        public DatabaseSchema? Schema => schema;

        public ConcurrentDictionary<int, KnownCall[]> Young { get; } = [];

        public ConcurrentDictionary<int, KnownCall[]> Old { get; init; } = [];

        /// <summary>How many were added to the young ones; as many as there are at most.</summary>
        public int Added { get; private set; }

        /// <summary>Adds a call; of more than may share its outline, the oldest goes.</summary>
        public void Add(int hash, KnownCall known)
        {
            var alike = Young.GetValueOrDefault(hash) ?? [];
            if (alike.Contains(known)) return;
            Added++;
            Young[hash] = [known, .. alike.Take(MostAlike - 1)];
        }
    }
}
