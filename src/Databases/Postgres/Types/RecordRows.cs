using System.Buffers.Binary;
using Relata.Execution;
using Relata.Model.Failures;

namespace Relata.Databases.Postgres.Types;

/// <summary>
/// Reads a list inside a row, which is sent as an array of records. In the array each element stands behind its length
/// (<c>array_send</c>); a record is the number of its values and, for each, its type, its length, which is -1 for NULL,
/// and its bytes (<c>record_send</c>).
/// </summary>
/// <param name="readers">The readers of the rows.</param>
/// <remarks>One object reads all lists of its place, one after the other.</remarks>
internal sealed class RecordRows(RowReaders readers) : ListRows
{
    private readonly (int Start, int Length)[] values = new (int, int)[readers.Count];
    private readonly uint[] types = new uint[readers.Count];
    private readonly RecordRows[] lists = [.. readers.Lists.Select(list => new RecordRows(list))];
    private byte[] bytes = [];
    private int position;
    private int end;
    private int left;

    /// <summary>Starts to read a list.</summary>
    /// <param name="buffer">Holds it; not changed by anybody while it is read.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="length">How long it is.</param>
    public void Open(byte[] buffer, int start, int length)
    {
        (bytes, position, end, left) = (buffer, start, start + length, 0);
        var dimensions = Integer();
        Integer();
        if ((uint)Integer() != TypeOid.Record) throw StaleSchema.Found();
        if (dimensions == 0) return;
        if (dimensions != 1) throw Malformed();
        left = Integer();
        Integer();
        if (left < 0) throw Malformed();
    }

    /// <inheritdoc/>
    public override bool NextRow()
    {
        if (left == 0) return false;
        left--;
        var length = Integer();
        if (length < 0 || length > end - position) throw Malformed();
        var next = position + length;
        if (Integer() != values.Length) throw Malformed();
        for (var place = 0; place < values.Length; place++)
        {
            var type = (uint)Integer();
            if (type != types[place]) Check(place, type);
            var valueLength = Integer();
            values[place] = (position, valueLength);
            if (valueLength < -1 || valueLength > next - position) throw Malformed();
            if (valueLength > 0) position += valueLength;
        }

        if (position != next) throw Malformed();
        return true;
    }

    /// <inheritdoc/>
    public override bool IsNull(int cell) => values[cell].Length < 0;

    /// <inheritdoc/>
    public override void WriteCell(int cell, CellSink sink)
    {
        var (start, length) = values[cell];
        if (length < 0) sink.Null();
        else readers.Cells[cell].Write(bytes.AsSpan(start, length), sink);
    }

    /// <inheritdoc/>
    public override ListRows OpenList(int list)
    {
        var (start, length) = values[readers.Cells.Length + list];
        if (length < 0) throw Malformed();
        lists[list].Open(bytes, start, length);
        return lists[list];
    }

    /// <summary>A record names the domain of a column, where a result names the type under it.</summary>
    private void Check(int place, uint type)
    {
        var isRead = place < readers.Cells.Length
            ? TypeOid.IsUserDefined(type) || readers.Cells[place].Reads(type)
            : type == TypeOid.Records;
        if (!isRead) throw StaleSchema.Found();
        types[place] = type;
    }

    private int Integer()
    {
        if (end - position < sizeof(int)) throw Malformed();
        var value = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(position));
        position += sizeof(int);
        return value;
    }

    private static FailureException Malformed() =>
        new Failure(FailureCode.Internal, "A list of rows is not what its layout says.").AsException();
}
