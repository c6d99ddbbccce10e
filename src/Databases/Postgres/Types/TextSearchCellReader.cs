using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Relata.Execution;

namespace Relata.Databases.Postgres.Types;

/// <summary>
/// Reads <c>tsvector</c> in the text form of <c>tsvectorout</c>: <c>'fence':2A,5 'gate'</c>. It is sent as the number
/// of lexemes and, for each, the lexeme with a zero behind it, the number of its positions, and the positions with
/// their weight in the two highest bits (<c>tsvectorsend</c>).
/// </summary>
internal sealed class TextSearchCellReader : CellReader
{
    private const int PositionBits = 14;

    public override bool Reads(uint type) => type is TypeOid.TextSearchVector;

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink)
    {
        var bytes = new CellBytes(cell);
        var count = bytes.Int32();
        var text = new ArrayBufferWriter<byte>(cell.Length * 2 + 16);
        for (var i = 0; i < count; i++)
        {
            if (i > 0) text.Write(" "u8);
            AddLexeme(text, bytes.TakeUntilZero());
            AddPositions(text, ref bytes);
        }

        sink.Text(text.WrittenSpan);
    }

    private static void AddLexeme(ArrayBufferWriter<byte> text, ReadOnlySpan<byte> lexeme)
    {
        text.Write("'"u8);
        foreach (var value in lexeme)
        {
            if (value is (byte)'\'' or (byte)'\\') text.Write([value]);
            text.Write([value]);
        }

        text.Write("'"u8);
    }

    private static void AddPositions(ArrayBufferWriter<byte> text, ref CellBytes bytes)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(bytes.Take(sizeof(ushort)));
        for (var i = 0; i < count; i++)
        {
            var position = BinaryPrimitives.ReadUInt16BigEndian(bytes.Take(sizeof(ushort)));
            text.Write(i == 0 ? ":"u8 : ","u8);
            text.Write(Encoding.ASCII.GetBytes($"{position & ((1 << PositionBits) - 1)}"));
            text.Write((position >> PositionBits) switch { 3 => "A"u8, 2 => "B"u8, 1 => "C"u8, _ => ""u8 });
        }
    }
}
