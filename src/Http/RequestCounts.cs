using Relata.Execution;

namespace Relata.Http;

/// <summary>Counts what was answered.</summary>
public sealed class RequestCounts
{
    private static readonly string[] Outcomes = ["2xx", "3xx", "4xx", "5xx", "aborted"];

    private readonly long[] requests = new long[Outcomes.Length];
    private long bytes;

    /// <summary>What of it those are told who watch the server.</summary>
    public IReadOnlyList<Meter> Meters =>
    [
        .. Outcomes.Select((outcome, i) => new Meter(
            "relata_requests_total",
            "Requests by the status that was answered; aborted are those whose caller left before the end.",
            MeterKind.Counter,
            [new("status", outcome)],
            () => Interlocked.Read(ref requests[i]))),
        new Meter(
            "relata_response_bytes_total",
            "Bytes of the bodies of answers, before they are compressed.",
            MeterKind.Counter,
            [],
            () => Interlocked.Read(ref bytes)),
    ];

    /// <summary>Counts a request that is over.</summary>
    internal void Count(int status, bool isAborted, long sent)
    {
        Interlocked.Increment(ref requests[isAborted ? Outcomes.Length - 1 : (status / 100) - 2]);
        Interlocked.Add(ref bytes, sent);
    }
}
