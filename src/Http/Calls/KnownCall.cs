using Relata.Dialects.Contract;
using Relata.Planning.Plans;

namespace Relata.Http.Calls;

/// <summary>
/// A call that was read and planned, as a pattern for others: they differ from it in texts only that nothing but values
/// is made of. Where more is made of one of its texts, or less is known, it is a pattern for the same call only.
/// </summary>
internal sealed class KnownCall
{
    /// <summary>The place of a key among texts that are otherwise numbered like the parts of the query.</summary>
    private const int Key = -1;

    private readonly IDialect dialect;
    private readonly string mount;
    private readonly string headers;
    private readonly string path;
    private readonly Pair[] pairs;
    private readonly int[] open;
    private readonly Value[] values;
    private readonly PlannedRead read;
    private readonly LinkPattern? next;
    private readonly LinkPattern? previous;

    private KnownCall(
        IDialect dialect, string headers, CallOutline call, Value[] values, PlannedRead read, LinkPattern?[] links)
    {
        (this.dialect, this.headers, this.values, this.read) = (dialect, headers, values, read);
        (next, previous) = (links[0], links[1]);
        mount = call.Mount.ToString();
        HasKey = Array.Exists(values, value => value.Place == Key);
        path = (HasKey ? call.Path[..call.KeyStart] : call.Path).ToString();
        open = OpenPairs(values);
        pairs = new Pair[call.Pairs];
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = open.Contains(i)
                ? new Pair(call.Pair(i)[..call.NameLength(i)].ToString(), IsOpen: true)
                : new Pair(call.Pair(i).ToString(), IsOpen: false);
        }
    }

    /// <summary>Whether the last segment of the path is a text of which a value is made.</summary>
    public bool HasKey { get; }

    /// <summary>Whether nothing of it varies.</summary>
    public bool IsWhole => values.Length == 0;

    /// <summary>Makes a pattern of a call.</summary>
    /// <param name="dialect">Read it.</param>
    /// <param name="headers">What its headers say to the dialect.</param>
    /// <param name="call">The call.</param>
    /// <param name="read">What was made of it.</param>
    public static KnownCall Of(IDialect dialect, string headers, CallOutline call, PlannedRead read)
    {
        var (links, values) = (read.Parsed.Envelope.Links, ValuesOf(read.Plan, call));
        if (links is not null && TryCut(links, call, values) is { } patterns)
            return new KnownCall(dialect, headers, call, values, read, patterns);
        return links is null
            ? new KnownCall(dialect, headers, call, values, read, [null, null])
            : new KnownCall(dialect, headers, call, [], read, TryCut(links, call, [])!);
    }

    /// <summary>What the dialect and the planner would make of a call; null when only they can tell.</summary>
    public PlannedRead? Read(IDialect dialect, string headers, ApiCall call, CallOutline outline)
    {
        if (!Covers(dialect, headers, outline)) return null;
        if (IsWhole) return read with { Parsed = Parsed(call, outline) };
        var bound = new object?[values.Length];
        for (var i = 0; i < bound.Length; i++)
        {
            var (place, origin) = values[i];
            if (!origin.TryConvert(TextAt(place, outline).ToString(), out bound[i])) return null;
        }

        return new PlannedRead(Parsed(call, outline), read.Plan with { Values = bound, Origins = [] }, read.Prepared);
    }

    /// <summary>Whether a call differs in texts only, all of which are read as they stand.</summary>
    private bool Covers(IDialect dialect, string headers, CallOutline call)
    {
        if (this.dialect != dialect || this.headers != headers || pairs.Length != call.Pairs) return false;
        if (!call.Mount.SequenceEqual(mount)) return false;
        if (!(HasKey ? call.Path[..call.KeyStart] : call.Path).SequenceEqual(path)) return false;
        if (HasKey && !CallOutline.IsPlainKey(call.Path[call.KeyStart..])) return false;
        for (var i = 0; i < pairs.Length; i++)
        {
            var (text, isOpen) = pairs[i];
            var pair = call.Pair(i);
            if (!isOpen && !pair.SequenceEqual(text)) return false;
            if (isOpen && !(pair.StartsWith(text) && CallOutline.IsPlain(pair[text.Length..]))) return false;
        }

        return true;
    }

    private ParsedCall Parsed(ApiCall call, CallOutline outline)
    {
        var (parsed, envelope) = (read.Parsed, read.Parsed.Envelope);
        if (envelope is { Links: null, Origin: "" }) return parsed;
        return parsed with
        {
            Envelope = envelope with
            {
                Origin = envelope.Origin.Length == 0 ? "" : call.Headers.Origin,
                Links = envelope.Links is { } links
                    ? links with { Next = next?.Fill(outline, open), Previous = previous?.Fill(outline, open) }
                    : null,
            },
        };
    }

    /// <summary>
    /// Where the texts are that the values of a plan were made of; none where that is not known of all of them.
    /// </summary>
    private static Value[] ValuesOf(ReadPlan plan, CallOutline call)
    {
        if (plan.Origins.Count != plan.Values.Count) return [];
        var values = new Value[plan.Values.Count];
        for (var i = 0; i < values.Length; i++)
        {
            if (plan.Origins[i] is not { } origin || PlaceOf(origin, call) is not { } place) return [];
            values[i] = new Value(place, origin);
        }

        return values;
    }

    /// <summary>The addresses beside a call, cut at its texts; null where they are not all in them.</summary>
    private static LinkPattern?[]? TryCut(PageLinks links, CallOutline call, Value[] values)
    {
        // The address of a page holds the query, and its path as it is.
        if (Array.Exists(values, value => value.Place == Key)) return null;
        var open = OpenPairs(values);
        var next = links.Next is { } behind ? LinkPattern.Of(behind, call, open) : null;
        var previous = links.Previous is { } before ? LinkPattern.Of(before, call, open) : null;
        var isCut = (links.Next is null || next is not null) && (links.Previous is null || previous is not null);
        return isCut ? [next, previous] : null;
    }

    private ReadOnlySpan<char> TextAt(int place, CallOutline call) =>
        place == Key ? call.Path[call.KeyStart..] : call.Pair(place)[pairs[place].Text.Length..];

    /// <summary>Which text of a call a value was made of, if that is a whole one; null for none.</summary>
    private static int? PlaceOf(ValueOrigin origin, CallOutline call)
    {
        var (part, offset, length) = origin.At;
        if (part == "path")
        {
            return offset == call.KeyStart && offset + length == call.Path.Length
                && CallOutline.IsPlainKey(call.Path[call.KeyStart..]) ? Key : null;
        }

        for (var i = 0; part == "query" && i < call.Pairs; i++)
        {
            var name = call.NameLength(i);
            if (name == 0 || call.StartOf(i) + name != offset || call.Pair(i).Length - name != length) continue;
            return CallOutline.IsPlain(call.Pair(i)[name..]) ? i : null;
        }

        return null;
    }

    /// <summary>The parts of the query whose texts vary, in their order.</summary>
    private static int[] OpenPairs(Value[] values) =>
        [.. values.Select(value => value.Place).Where(place => place != Key).Distinct().Order()];

    /// <summary>A part of the query.</summary>
    /// <param name="Text">The part, or only its name with the equals sign where its text varies.</param>
    /// <param name="IsOpen">Whether it varies.</param>
    private readonly record struct Pair(string Text, bool IsOpen);

    /// <summary>A value of the plan.</summary>
    /// <param name="Place">The text that it is made of.</param>
    /// <param name="Origin">How.</param>
    private readonly record struct Value(int Place, ValueOrigin Origin);
}
