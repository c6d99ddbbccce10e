namespace Relata.Client.Http;

/// <summary>How a client speaks to a server.</summary>
public sealed record HttpOptions
{
    /// <summary>
    /// The pauses before a request is sent again; their number is that of the further tries. Empty sends every request
    /// once.
    /// </summary>
    /// <value>The default value is 0, 2, 5, 10 and 30 seconds.</value>
    public IReadOnlyList<TimeSpan> Pauses { get; init; } =
    [
        TimeSpan.Zero, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10),
        TimeSpan.FromSeconds(30),
    ];

    /// <summary>
    /// Whether an answer of 429 or 5xx is asked for again, too, and not only where the transport failed before one.
    /// </summary>
    /// <value>The default value is true.</value>
    public bool RepeatsAfterAnswers { get; init; } = true;

    /// <summary>The longest pause that <c>Retry-After</c> can ask for; a longer one counts as this one.</summary>
    /// <value>The default value is 60 seconds.</value>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What failures call the server; null for its address.</summary>
    public string? ServerName { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
