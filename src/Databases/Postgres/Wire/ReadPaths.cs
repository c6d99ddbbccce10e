using Relata.Execution;

namespace Relata.Databases.Postgres.Wire;

/// <summary>Counts which way reads went, and knows how many connections there are for it.</summary>
internal sealed class ReadPaths
{
    private long pipe;
    private long lane;
    private long driver;

    /// <summary>Says how many connections are shared by many reads.</summary>
    public Func<long> Pipes { get; set; } = static () => 0;

    /// <summary>Says how many connections serve one read at a time.</summary>
    public Func<long> Lanes { get; set; } = static () => 0;

    /// <summary>What of it those are told who watch the server.</summary>
    public IReadOnlyList<Meter> Meters =>
    [
        Reads("wire-pipe", () => Interlocked.Read(ref pipe)),
        Reads("wire-lane", () => Interlocked.Read(ref lane)),
        Reads("npgsql", () => Interlocked.Read(ref driver)),
        Connections("pipe", () => Pipes()),
        Connections("lane", () => Lanes()),
    ];

    /// <summary>Counts a read over a connection that it shares with others.</summary>
    public void Pipe() => Interlocked.Increment(ref pipe);

    /// <summary>Counts a read over a connection of its own.</summary>
    public void Lane() => Interlocked.Increment(ref lane);

    /// <summary>Counts a read over Npgsql.</summary>
    public void Driver() => Interlocked.Increment(ref driver);

    private static Meter Reads(string path, Func<long> value) => new(
        "relata_reads_total",
        "Reads of PostgreSQL by the way that they went, failed ones included.",
        MeterKind.Counter,
        [new("path", path)],
        value);

    private static Meter Connections(string kind, Func<long> value) => new(
        "relata_wire_connections",
        "Connections to PostgreSQL that are open for reads without Npgsql.",
        MeterKind.Gauge,
        [new("kind", kind)],
        value);
}
