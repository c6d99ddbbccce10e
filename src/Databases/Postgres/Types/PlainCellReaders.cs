using Relata.Execution;

namespace Relata.Databases.Postgres.Types;

/// <summary>Reads <c>boolean</c>.</summary>
internal sealed class BooleanCellReader : CellReader
{
    public override bool Reads(uint type) => type is TypeOid.Boolean;

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink) => sink.Boolean(cell[0] != 0);
}

/// <summary>Reads <c>bytea</c>.</summary>
internal sealed class BytesCellReader : CellReader
{
    public override bool Reads(uint type) => type is TypeOid.Bytes;

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink) => sink.Bytes(cell);
}

/// <summary>Reads <c>uuid</c>.</summary>
internal sealed class UuidCellReader : CellReader
{
    private const int TextLength = 36;

    public override bool Reads(uint type) => type is TypeOid.Uuid;

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink)
    {
        Span<byte> text = stackalloc byte[TextLength];
        new Guid(cell, bigEndian: true).TryFormat(text, out _);
        sink.PlainText(text);
    }
}
