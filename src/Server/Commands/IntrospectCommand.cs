using Relata.Server.Configuration;

namespace Relata.Server.Commands;

/// <summary><c>relata introspect</c>: prints the document of <c>GET /__schema</c>.</summary>
/// <param name="output">Takes the document.</param>
internal sealed class IntrospectCommand(TextWriter output)
{
    /// <summary>Reads the schema and prints it.</summary>
    public async Task RunAsync(Settings settings, CancellationToken stop)
    {
        await output.WriteLineAsync(await Composition.DescribeAsync(settings, stop));
        await output.FlushAsync(stop);
    }
}
