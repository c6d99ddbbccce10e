namespace Relata.Http.Calls;

/// <summary>The address of a page beside a known call, which holds the texts of the call's query.</summary>
internal sealed class LinkPattern
{
    private const int UsualLength = 512;

    private readonly string[] pieces;

    private LinkPattern(string[] pieces) => this.pieces = pieces;

    /// <summary>Finds the texts of a call in an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="call">The call that it is beside.</param>
    /// <param name="open">The parts of the query whose texts vary.</param>
    /// <returns>Null where one of the parts does not stand in the address as it stands in the query.</returns>
    public static LinkPattern? Of(string address, CallOutline call, IReadOnlyList<int> open)
    {
        var pieces = new string[open.Count + 1];
        var start = 0;
        for (var i = 0; i < open.Count; i++)
        {
            var pair = call.Pair(open[i]);
            var at = Find(pair, address, start);
            if (at < 0) return null;
            pieces[i] = address[start..(at + call.NameLength(open[i]))];
            start = at + pair.Length;
        }

        pieces[^1] = address[start..];
        return new LinkPattern(pieces);
    }

    /// <summary>The address with the texts of another call.</summary>
    public string Fill(CallOutline call, ReadOnlySpan<int> open)
    {
        if (open.IsEmpty) return pieces[0];
        var length = pieces[^1].Length;
        for (var i = 0; i < open.Length; i++)
            length += pieces[i].Length + call.Pair(open[i]).Length - call.NameLength(open[i]);
        var address = length <= UsualLength ? stackalloc char[length] : new char[length];
        var end = 0;
        for (var i = 0; i < open.Length; i++)
        {
            Add(pieces[i], address, ref end);
            Add(call.Pair(open[i])[call.NameLength(open[i])..], address, ref end);
        }

        Add(pieces[^1], address, ref end);
        return new string(address);
    }

    /// <summary>Where a part of a query stands in an address, whole.</summary>
    private static int Find(ReadOnlySpan<char> pair, string address, int start)
    {
        for (var at = start; ; at++)
        {
            var found = address.AsSpan(at).IndexOf(pair);
            if (found < 0) return -1;
            at += found;
            if (at > 0 && address[at - 1] is '?' or '&' && address.AsSpan(at + pair.Length).StartsWith('&')) return at;
        }
    }

    private static void Add(ReadOnlySpan<char> text, Span<char> address, ref int end)
    {
        text.CopyTo(address[end..]);
        end += text.Length;
    }
}
