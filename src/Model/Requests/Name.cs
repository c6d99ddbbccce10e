using Relata.Model.Failures;

namespace Relata.Model.Requests;

/// <summary>A name as the caller wrote it; it means nothing until it is bound to the schema.</summary>
/// <param name="Text">The decoded text.</param>
/// <param name="At">Where it stands in the caller's text; null inside a body, whose names say enough.</param>
public readonly record struct Name(string Text, Position? At);
