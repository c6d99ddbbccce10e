using System.Text.Json;
using Relata.Support;

namespace Relata.Scenarios.Stage;

/// <summary>Reads what a server has logged: JSON objects, one a line, after the lines of its start.</summary>
internal static class ServerLog
{
    /// <summary>The messages of a level, such as <c>Error</c>, that were logged up to now.</summary>
    public static IReadOnlyList<string> Logged(this RelataProcess relata, string level) =>
    [
        .. relata.Output.Split('\n')
            .Where(line => line.StartsWith('{'))
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line))
            .Where(entry => entry.GetProperty("LogLevel").GetString() == level)
            .Select(entry => entry.ToString()),
    ];

    /// <summary>Holds when the server logged no fault of its own and said nothing on the error output.</summary>
    public static void ShouldHaveNoFault(this RelataProcess relata)
    {
        relata.Logged("Error").ShouldBeEmpty();
        relata.Logged("Critical").ShouldBeEmpty();
        relata.Errors.ShouldBeEmpty();
    }
}
