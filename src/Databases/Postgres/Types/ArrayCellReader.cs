using System.Buffers.Binary;
using Relata.Execution;

namespace Relata.Databases.Postgres.Types;

/// <summary>
/// Reads arrays, one level of brackets for each dimension; lower bounds are not answered. An array is sent as the
/// number of dimensions, a flag, the elements' type, for each dimension its length and lower bound, and the elements in
/// order, each after its length, which is -1 for NULL (<c>array_send</c>).
/// </summary>
/// <param name="element">Reads the elements.</param>
internal sealed class ArrayCellReader(CellReader element) : CellReader
{
    private const int HeaderLength = 12;
    private const int DimensionLength = 8;

    public override bool Reads(uint type) => TypeOid.IsContainer(type);

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink)
    {
        var dimensions = BinaryPrimitives.ReadInt32BigEndian(cell);
        if (dimensions == 0)
        {
            sink.StartArray();
            sink.EndArray();
            return;
        }

        var type = BinaryPrimitives.ReadUInt32BigEndian(cell[8..]);
        if (!TypeOid.IsUserDefined(type) && !element.Reads(type)) throw StaleSchema.Found();
        var elements = cell[(HeaderLength + dimensions * DimensionLength)..];
        WriteDimension(cell[HeaderLength..^elements.Length], ref elements, sink);
    }

    private void WriteDimension(ReadOnlySpan<byte> dimensions, ref ReadOnlySpan<byte> elements, CellSink sink)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(dimensions);
        var inner = dimensions[DimensionLength..];
        sink.StartArray();
        for (var place = 0; place < length; place++)
        {
            if (place > 0) sink.ArraySeparator();
            if (inner.IsEmpty) WriteElement(ref elements, sink);
            else WriteDimension(inner, ref elements, sink);
        }

        sink.EndArray();
    }

    private void WriteElement(ref ReadOnlySpan<byte> elements, CellSink sink)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(elements);
        elements = elements[sizeof(int)..];
        if (length < 0)
        {
            sink.Null();
            return;
        }

        element.Write(elements[..length], sink);
        elements = elements[length..];
    }
}
