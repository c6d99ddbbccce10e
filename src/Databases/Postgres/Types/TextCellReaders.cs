using Relata.Execution;

namespace Relata.Databases.Postgres.Types;

/// <summary>Reads every type whose binary form is its text, such as an enum, and what is cast to text.</summary>
internal sealed class TextCellReader : CellReader
{
    public override bool Reads(uint type) => TypeOid.IsText(type) || TypeOid.IsUserDefined(type);

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink) => sink.Text(cell);
}

/// <summary>Reads <c>json</c> and <c>jsonb</c>, which is sent as text after a version number.</summary>
internal sealed class JsonCellReader : CellReader
{
    /// <summary>No JSON text starts with it, so that a domain needs no look at what is under it.</summary>
    private const byte VersionOfJsonb = 1;

    public override bool Reads(uint type) => type is TypeOid.Json or TypeOid.JsonBinary;

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink) =>
        sink.Json(cell[0] == VersionOfJsonb ? cell[1..] : cell);
}
