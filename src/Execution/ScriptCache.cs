using System.Collections.Concurrent;
using Relata.Planning.Plans;
using Relata.Sql;

namespace Relata.Execution;

/// <summary>
/// The compiled scripts by the fingerprint of their plan: what was asked once in a shape costs no SQL to be written
/// again.
/// </summary>
/// <param name="compiler">The database's compiler.</param>
/// <param name="sessions">Where scripts are prepared and run.</param>
/// <param name="capacity">The number of scripts after which the older half may go; the cache never holds more than
/// twice as many.</param>
/// <remarks>
/// Two generations: scripts are found in both and move to the young one when used; a full young generation becomes the
/// old one, and what was in that and not used since is forgotten. Finding takes no lock.
/// </remarks>
public sealed class ScriptCache(SqlCompiler compiler, ISessionSource sessions, int capacity = 1024)
{
    [ThreadStatic]
    private static Fingerprint? fingerprint;

    private readonly Lock keeping = new();
    private volatile ConcurrentDictionary<string, PreparedScript> young = new(StringComparer.Ordinal);
    private volatile ConcurrentDictionary<string, PreparedScript> old = new(StringComparer.Ordinal);

    /// <summary>How many scripts are held.</summary>
    public int Count => young.Count + old.Count;

    /// <summary>The script of a plan that is not a batch, compiled if no plan of its shape came before.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="schemaVersion">The snapshot for which the plan was made.</param>
    public PreparedScript For(Plan plan, int schemaVersion)
    {
        var key = (fingerprint ??= new Fingerprint()).Of(plan, schemaVersion);
        if (young.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var script)) return script;
        if (!old.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out script))
            script = sessions.Prepare(compiler.Compile(plan));
        return Keep(key.ToString(), script);
    }

    /// <summary>Callers that bring scripts take turns, or some at once would each find room for one more.</summary>
    private PreparedScript Keep(string key, PreparedScript script)
    {
        lock (keeping)
        {
            if (young.Count >= capacity)
            {
                old = young;
                young = new ConcurrentDictionary<string, PreparedScript>(StringComparer.Ordinal);
            }

            return young.GetOrAdd(key, script);
        }
    }
}
