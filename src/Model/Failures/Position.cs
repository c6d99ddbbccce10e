namespace Relata.Model.Failures;

/// <summary>A place in what the caller sent.</summary>
/// <param name="Part">The part of the call: <c>path</c>, <c>query</c>, <c>body</c>, or <c>header</c> with the header's
/// name.</param>
/// <param name="Offset">Characters from the part's start (of the raw, still encoded text); bytes in a body.</param>
/// <param name="Length">How many characters or bytes it spans.</param>
public readonly record struct Position(string Part, int Offset, int Length);
