using Relata.Execution;
using Relata.Model.Schema;

namespace Relata.Databases.Postgres.Types;

/// <summary>
/// Reads the geometric types, whose coordinates are sent as doubles one after the other (<c>geo_ops.c</c>).
/// </summary>
/// <param name="shape">Which of them.</param>
internal sealed class ShapeCellReader(ShapeKind shape) : CellReader
{
    private readonly DoubleCellReader number = new();

    public override bool Reads(uint type) => type == OidOf(shape);

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink)
    {
        var bytes = new CellBytes(cell);
        Write(ref bytes, sink);
    }

    private void Write(ref CellBytes bytes, CellSink sink)
    {
        switch (shape)
        {
            case ShapeKind.Point: Point(ref bytes, sink); break;
            case ShapeKind.Line: Line(ref bytes, sink); break;
            case ShapeKind.Segment: Pair("start"u8, "end"u8, ref bytes, sink); break;
            case ShapeKind.Box: Pair("high"u8, "low"u8, ref bytes, sink); break;
            case ShapeKind.Path: Path(ref bytes, sink); break;
            case ShapeKind.Polygon: Polygon(ref bytes, sink); break;
            case ShapeKind.Circle: Circle(ref bytes, sink); break;
        }
    }

    private void Point(ref CellBytes bytes, CellSink sink)
    {
        sink.StartObject();
        Number("x"u8, ref bytes, sink);
        sink.MemberSeparator();
        Number("y"u8, ref bytes, sink);
        sink.EndObject();
    }

    private void Line(ref CellBytes bytes, CellSink sink)
    {
        sink.StartObject();
        Number("a"u8, ref bytes, sink);
        sink.MemberSeparator();
        Number("b"u8, ref bytes, sink);
        sink.MemberSeparator();
        Number("c"u8, ref bytes, sink);
        sink.EndObject();
    }

    private void Pair(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ref CellBytes bytes, CellSink sink)
    {
        sink.StartObject();
        sink.Name(first);
        Point(ref bytes, sink);
        sink.MemberSeparator();
        sink.Name(second);
        Point(ref bytes, sink);
        sink.EndObject();
    }

    private void Path(ref CellBytes bytes, CellSink sink)
    {
        var isClosed = bytes.Byte() != 0;
        sink.StartObject();
        Points(ref bytes, sink);
        sink.MemberSeparator();
        sink.Name("closed"u8);
        sink.Boolean(isClosed);
        sink.EndObject();
    }

    private void Polygon(ref CellBytes bytes, CellSink sink)
    {
        sink.StartObject();
        Points(ref bytes, sink);
        sink.EndObject();
    }

    private void Circle(ref CellBytes bytes, CellSink sink)
    {
        sink.StartObject();
        sink.Name("center"u8);
        Point(ref bytes, sink);
        sink.MemberSeparator();
        Number("radius"u8, ref bytes, sink);
        sink.EndObject();
    }

    private void Points(ref CellBytes bytes, CellSink sink)
    {
        var count = bytes.Int32();
        sink.Name("points"u8);
        sink.StartArray();
        for (var i = 0; i < count; i++)
        {
            if (i > 0) sink.ArraySeparator();
            Point(ref bytes, sink);
        }

        sink.EndArray();
    }

    private void Number(ReadOnlySpan<byte> name, ref CellBytes bytes, CellSink sink)
    {
        sink.Name(name);
        number.Write(bytes.Take(sizeof(double)), sink);
    }

    private static uint OidOf(ShapeKind shape) => shape switch
    {
        ShapeKind.Point => TypeOid.Point,
        ShapeKind.Line => TypeOid.Line,
        ShapeKind.Segment => TypeOid.Segment,
        ShapeKind.Box => TypeOid.Box,
        ShapeKind.Path => TypeOid.Path,
        ShapeKind.Polygon => TypeOid.Polygon,
        ShapeKind.Circle => TypeOid.Circle,
    };
}
