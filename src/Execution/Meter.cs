namespace Relata.Execution;

/// <summary>A number that those who watch the server ask for; it is read when they do.</summary>
/// <param name="Name">Its name, such as <c>relata_reads_total</c>, which meters with different labels share.</param>
/// <param name="Help">What it says, in one line.</param>
/// <param name="Kind">How it moves.</param>
/// <param name="Labels">What sets it apart from others of its name: names and values, both plain words.</param>
/// <param name="Value">Reads it; called by several at once.</param>
public sealed record Meter(
    string Name,
    string Help,
    MeterKind Kind,
    IReadOnlyList<KeyValuePair<string, string>> Labels,
    Func<long> Value);

/// <summary>How a <see cref="Meter"/> moves.</summary>
public enum MeterKind
{
    /// <summary>It grows from 0 on, until the server ends.</summary>
    Counter,

    /// <summary>It rises and falls.</summary>
    Gauge,
}
