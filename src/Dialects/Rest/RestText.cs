using Relata.Dialects.Contract;
using Relata.Model.Failures;
using Relata.Model.Requests;

namespace Relata.Dialects.Rest;

/// <summary>A part of a decoded key or value that knows where each of its characters was sent.</summary>
/// <param name="All">The whole decoded key or value.</param>
/// <param name="Start">Where the part starts in it.</param>
/// <param name="Length">How long the part is.</param>
/// <param name="Encoded">The query string as it was sent.</param>
/// <param name="At">The place of the whole key or value in it.</param>
internal readonly record struct RestText(string All, int Start, int Length, string Encoded, Position At)
{
    public ReadOnlySpan<char> Span => All.AsSpan(Start, Length);

    public Position Place => PlaceOf(0, Length);

    public static RestText KeyOf(QueryPair pair) => new(
        pair.Key.Text, 0, pair.Key.Text.Length, pair.Query, pair.Key.At.GetValueOrDefault());

    public static RestText ValueOf(QueryPair pair) => new(pair.Value, 0, pair.Value.Length, pair.Query, pair.At);

    public override string ToString() => All.Substring(Start, Length);

    public RestText Part(int start, int length) => this with { Start = Start + start, Length = length };

    public RestText From(int start) => Part(start, Length - start);

    public Name ToName() => new(ToString(), Place);

    /// <summary>Mostly nothing is encoded, and a place is found by adding.</summary>
    public Position PlaceOf(int start, int length) => At.Length == All.Length
        ? At with { Offset = At.Offset + Start + start, Length = length }
        : PercentEncoding.PlaceOf(Encoded, At, Start + start, length);
}
