using System.Buffers;
using Relata.Dialects.Contract;

namespace Relata.Http.Calls;

/// <summary>
/// A GET, cut where texts can stand that become values: behind the last slash of its path, and behind the equals sign
/// of each part of its query. Nothing is decoded.
/// </summary>
internal readonly ref struct CallOutline
{
    /// <summary>The room for cutting a query.</summary>
    public const int Room = MostPairs + 1;

    /// <summary>How long a call is at most that is kept.</summary>
    public const int MostCharacters = 1024;

    private const int MostPairs = 16;

    /// <summary>Characters that stand for themselves wherever they stand, and part nothing.</summary>
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_:.");

    /// <summary>The same without the dot: behind one a path can ask for a format.</summary>
    private static readonly SearchValues<char> PlainKey =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_:");

    /// <summary>Stands before the hash of a whole call, so that it is none of an outline.</summary>
    private const int Whole = 2;

    private readonly ReadOnlySpan<char> query;
    private readonly ReadOnlySpan<Range> pairs;

    private CallOutline(ApiCall call, int keyStart, ReadOnlySpan<Range> pairs)
    {
        Mount = call.Mount;
        Path = call.Path;
        query = call.Query;
        KeyStart = keyStart;
        this.pairs = pairs;
    }

    /// <summary>The path at which the dialect is mounted.</summary>
    public ReadOnlySpan<char> Mount { get; }

    /// <summary>The path.</summary>
    public ReadOnlySpan<char> Path { get; }

    /// <summary>Where in the path its last segment starts.</summary>
    public int KeyStart { get; }

    /// <summary>How many parts the query has.</summary>
    public int Pairs => pairs.Length;

    /// <summary>Cuts a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="room">Where the cuts of its query are kept.</param>
    /// <param name="outline">The call, cut.</param>
    /// <returns>Whether it is one that may have been seen before; one that is long, or no GET, is not.</returns>
    public static bool TryCut(ApiCall call, Span<Range> room, out CallOutline outline)
    {
        outline = default;
        if (call.Method != "GET" || call.Body is not null) return false;
        if (call.Mount.Length + call.Path.Length + call.Query.Length > MostCharacters) return false;
        var count = call.Query.Length == 0 ? 0 : call.Query.AsSpan().Split(room, '&');
        if (count > MostPairs) return false;
        outline = new CallOutline(call, call.Path.LastIndexOf('/') + 1, room[..count]);
        return true;
    }

    /// <summary>A part of the query.</summary>
    public ReadOnlySpan<char> Pair(int pair) => query[pairs[pair]];

    /// <summary>Where a part of the query starts in it.</summary>
    public int StartOf(int pair) => pairs[pair].Start.Value;

    /// <summary>How long the name in a part of the query is with its equals sign; 0 where there is none.</summary>
    public int NameLength(int pair) => Pair(pair).IndexOf('=') + 1;

    /// <summary>Whether a text of the query is read as it stands there.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(Plain);

    /// <summary>Whether a last segment of a path is read as it stands there.</summary>
    public static bool IsPlainKey(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(PlainKey);

    /// <summary>
    /// A number that is the same for calls that differ in texts only, and that nobody outside can foresee.
    /// </summary>
    /// <param name="hasKey">Whether the last segment of the path is such a text.</param>
    public int Hash(bool hasKey)
    {
        var hash = default(HashCode);
        hash.Add(string.GetHashCode(Mount));
        hash.Add(string.GetHashCode(hasKey ? Path[..KeyStart] : Path));
        hash.Add(hasKey);
        foreach (var range in pairs)
        {
            var pair = query[range];
            var name = pair.IndexOf('=') + 1;
            hash.Add(string.GetHashCode(name == 0 ? pair : pair[..name]));
        }

        return hash.ToHashCode();
    }

    /// <summary>A number that only the same call has again, and that nobody outside can foresee.</summary>
    public int HashOfWhole() => HashCode.Combine(
        Whole, string.GetHashCode(Mount), string.GetHashCode(Path), string.GetHashCode(query));
}
