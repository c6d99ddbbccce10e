namespace Relata.Support;

/// <summary>How a <see cref="FaultyProxy"/> shakes its connections, each in another way.</summary>
internal sealed class ProxyShaking(int seed, int bytes)
{
    private int begun;

    /// <summary>Begins with one direction of a connection.</summary>
    public ProxyJolts Begin() => new(new Random(seed + Interlocked.Increment(ref begun)), bytes);
}

/// <summary>What happens to one direction of a connection that is shaken.</summary>
internal sealed class ProxyJolts(Random random, int bytes)
{
    private const int MostSingleBytes = 400;

    private long left = random.Next(2 * bytes);
    private int singleBytes;

    /// <summary>After how many of the next bytes the connection breaks; null when it does not there.</summary>
    public int? BreakWithin(int count)
    {
        left -= count;
        return left <= 0 ? (int)(left + count) : null;
    }

    /// <summary>How many of the bytes that wait go together.</summary>
    public int Piece(int waiting)
    {
        if (singleBytes == 0 && random.Next(200) == 0) singleBytes = random.Next(MostSingleBytes);
        if (singleBytes > 0)
        {
            singleBytes--;
            return 1;
        }

        return random.Next(3) == 0 ? 1 + random.Next(waiting) : waiting;
    }

    /// <summary>Whether what comes next is held back for a moment.</summary>
    public bool Pauses() => random.Next(1000) == 0;

    /// <summary>Whether the break looks like an end in good order.</summary>
    public bool EndsInOrder() => random.Next(2) == 0;
}
