using System.Globalization;
using System.Text;
using Relata.Execution;
using Relata.Formats;

namespace Relata.Http.Endpoints;

/// <summary>The answer of <c>GET /__metrics</c>: the text that Prometheus reads.</summary>
/// <remarks>The format: https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format.</remarks>
/// <param name="meters">What it shows, in this order.</param>
public sealed class MetricsPage(IEnumerable<Meter> meters)
{
    private const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly IGrouping<string, Meter>[] families = [.. meters.GroupBy(meter => meter.Name)];

    /// <summary>The numbers as they are now.</summary>
    public Answer ToAnswer()
    {
        var text = new StringBuilder();
        foreach (var family in families) Write(text, family);
        var buffer = new Utf8Buffer();
        buffer.Write(Encoding.UTF8.GetBytes(text.ToString()));
        return new Answer(200, ContentType, new BufferedBody(buffer, 0))
        {
            Headers = [new("Cache-Control", "no-store")],
        };
    }

    private static void Write(StringBuilder text, IGrouping<string, Meter> family)
    {
        var kind = family.First().Kind switch { MeterKind.Counter => "counter", MeterKind.Gauge => "gauge" };
        text.Append(CultureInfo.InvariantCulture, $"# HELP {family.Key} {family.First().Help}\n");
        text.Append(CultureInfo.InvariantCulture, $"# TYPE {family.Key} {kind}\n");
        foreach (var meter in family)
        {
            text.Append(meter.Name);
            var labels = string.Join(',', meter.Labels.Select(label => $"{label.Key}=\"{label.Value}\""));
            if (labels.Length > 0) text.Append('{').Append(labels).Append('}');
            text.Append(CultureInfo.InvariantCulture, $" {meter.Value()}\n");
        }
    }
}
