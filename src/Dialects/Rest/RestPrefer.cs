using System.Globalization;
using Relata.Dialects.Contract;
using Relata.Model.Failures;
using Relata.Model.Requests;

namespace Relata.Dialects.Rest;

/// <summary>
/// The header <c>Prefer</c> (RFC 7240), with the names that PostgREST gave its preferences, and <c>read</c>.
/// </summary>
/// <remarks>
/// A preference that is not known is passed over, as the RFC wants, unless <c>handling=strict</c> stands beside it. A
/// value that is not known is refused: who asks for <c>tx=rolback</c> must not find the rows changed.
/// </remarks>
internal sealed class RestPrefer
{
    private static readonly string[] Known = ["return", "tx", "max-affected", "count", "read", "handling"];

    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    private RestPrefer()
    {
    }

    /// <summary>No preference.</summary>
    private static RestPrefer None { get; } = new();

    /// <summary>Whether a write answers its rows although it usually does not.</summary>
    public bool WantsRows => Value("return") == "representation";

    /// <summary>How the rows of a list are counted where no option says it; null when nothing is preferred.</summary>
    public CountMode? Count => Value("count") is { } name ? RestCount.Of(name) : null;

    /// <summary>The terms of a write.</summary>
    public WriteTerms Terms => values.Count == 0
        ? WriteTerms.Usual
        : new WriteTerms { IsRehearsal = Value("tx") == "rollback", MaxAffected = MaxAffected() };

    private bool WantsNothing => Value("return") is "minimal" or "headers-only";

    /// <summary>Reads the header; null means that it was not sent.</summary>
    public static RestPrefer Read(string? header)
    {
        if (header is null) return None;
        var prefer = new RestPrefer();
        var unknown = new List<string>();
        foreach (var (name, value) in PreferenceScanner.Scan(header))
        {
            // Of a preference that is sent twice the first counts (RFC 7240, section 2).
            if (Known.Contains(name, StringComparer.OrdinalIgnoreCase)) prefer.values.TryAdd(name, value);
            else unknown.Add(name);
        }

        prefer.Check();
        if (unknown is [var first, ..] && prefer.Value("handling") == "strict")
        {
            throw new Failure(FailureCode.UnknownOption, $"There is no preference \"{first}\".")
            {
                Hint = NearestName.Hint(first, Known) ?? $"Known preferences: {string.Join(", ", Known)}.",
            }.AsException();
        }

        return prefer;
    }

    /// <summary>Changes what was read so that it keeps the preferences, and says which it keeps.</summary>
    public ParsedCall Apply(ParsedCall call)
    {
        if (values.Count == 0) return call;
        var isWrite = call.Request is not Model.Requests.Read;
        var applied = values.Where(preference => preference.Key.ToLowerInvariant() switch
        {
            "return" or "tx" or "max-affected" => isWrite,
            "read" => !isWrite,
            "count" => call.Request is Read { Key: null, Count: var count } && count == Count,
            _ => true,
        }).Select(preference => $"{preference.Key.ToLowerInvariant()}={preference.Value}").ToArray();
        if (isWrite && WantsNothing) call = Silent(call);
        return call with
        {
            Envelope = call.Envelope with { Applied = applied.Length == 0 ? null : string.Join(", ", applied) },
            Terms = Terms,
            NeedsPrimary = !isWrite && Value("read") is not null,
        };
    }

    /// <summary>Those of these preferences that were sent, as they are answered; null for none.</summary>
    public string? AppliedTo(params ReadOnlySpan<string> names)
    {
        var applied = new List<string>();
        foreach (var name in names)
            if (Value(name) is { } value) applied.Add($"{name}={value}");
        return applied.Count == 0 ? null : string.Join(", ", applied);
    }

    /// <summary>The same call, its rows not answered.</summary>
    private static ParsedCall Silent(ParsedCall call) => call with
    {
        Request = call.Request with { Selection = Selection.Nothing },
        Envelope = call.Envelope with
        {
            Status = call.Envelope.Status == 200 ? 204 : call.Envelope.Status,
            Shape = call.Envelope.Shape is EnvelopeShape.Row or EnvelopeShape.NothingForRow
                && call.Request is not Insert
                ? EnvelopeShape.NothingForRow
                : EnvelopeShape.Nothing,
        },
    };

    private void Check()
    {
        RequireOneOf("return", "minimal", "representation", "headers-only");
        RequireOneOf("tx", "commit", "rollback");
        RequireOneOf("count", RestCount.Names);
        RequireOneOf("handling", "strict", "lenient");
        if (Value("read") is not (null or "primary")) throw Bad("read", "primary or nothing");
        if (Value("max-affected") is not null && MaxAffected() is null or < 0)
            throw Bad("max-affected", "a number of rows");
    }

    private void RequireOneOf(string name, params ReadOnlySpan<string> choices)
    {
        if (Value(name) is not { } value || choices.Contains(value)) return;
        throw Bad(name, $"one of {string.Join(", ", choices.ToArray())}");
    }

    private FailureException Bad(string name, string expected) =>
        new Failure(FailureCode.BadValue, $"The preference \"{name}\" is {expected}, not \"{Value(name)}\".")
            .AsException();

    private long? MaxAffected() =>
        long.TryParse(Value("max-affected"), NumberStyles.None, CultureInfo.InvariantCulture, out var rows)
            ? rows
            : null;

    private string? Value(string name) => values.GetValueOrDefault(name);
}
