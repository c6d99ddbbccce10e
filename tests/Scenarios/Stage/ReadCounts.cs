using System.Globalization;
using System.Text.RegularExpressions;
using Relata.Support;

namespace Relata.Scenarios.Stage;

/// <summary>How many reads of PostgreSQL went each way, as the server counts them.</summary>
/// <param name="Pipe">Over a connection that was shared.</param>
/// <param name="Lane">Over a connection of their own.</param>
/// <param name="Driver">Over the driver.</param>
internal sealed partial record ReadCounts(long Pipe, long Lane, long Driver)
{
    /// <summary>All reads.</summary>
    public long All => Pipe + Lane + Driver;

    /// <summary>Asks the server.</summary>
    public static async Task<ReadCounts> OfAsync(RelataProcess relata, CancellationToken stop)
    {
        var counts = Line().Matches(await relata.Client.GetStringAsync("/__metrics", stop)).ToDictionary(
            match => match.Groups[1].Value, match => long.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));
        return new ReadCounts(counts["wire-pipe"], counts["wire-lane"], counts["npgsql"]);
    }

    [GeneratedRegex("""^relata_reads_total\{path="([^"]+)"\} (\d+)$""", RegexOptions.Multiline)]
    private static partial Regex Line();
}
