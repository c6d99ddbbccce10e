using System.Buffers.Binary;
using Relata.Databases.Postgres.Types;
using Relata.Execution;

namespace Relata.Databases.Postgres.Wire;

/// <summary>Rows of which the current one lies in a buffer as the server sent it.</summary>
internal abstract class WireRows : Rows
{
    private byte[] bytes = [];
    private RowReaders readers = new([], []);
    private int[] starts = [];
    private int[] lengths = [];
    private RecordRows[] lists = [];

    /// <inheritdoc/>
    public sealed override bool IsNull(int cell) => lengths[cell] < 0;

    /// <inheritdoc/>
    public sealed override void WriteCell(int cell, CellSink sink)
    {
        var length = lengths[cell];
        if (length < 0) sink.Null();
        else readers.Cells[cell].Write(bytes.AsSpan(starts[cell], length), sink);
    }

    /// <inheritdoc/>
    public sealed override ListRows OpenList(int list)
    {
        var place = readers.Cells.Length + list;
        lists[list].Open(bytes, starts[place], lengths[place]);
        return lists[list];
    }

    /// <inheritdoc/>
    public sealed override long ReadInt64(int cell) =>
        readers.Cells[cell].ReadInt64(bytes.AsSpan(starts[cell], lengths[cell]));

    /// <summary>Prepares for the rows of a result.</summary>
    protected void Enter(RowReaders rowReaders)
    {
        readers = rowReaders;
        var count = rowReaders.Count;
        if (starts.Length < count) (starts, lengths) = (new int[count], new int[count]);
        lists = rowReaders.Lists.Length == 0 ? [] : Array.ConvertAll(rowReaders.Lists, list => new RecordRows(list));
    }

    /// <summary>Forgets the buffer, which goes to others.</summary>
    protected void Leave() => bytes = [];

    /// <summary>
    /// Moves to a row: the body of a DataRow message, which is the number of cells and, for each, its length, which is
    /// -1 for NULL, and its bytes.
    /// </summary>
    protected void Stand(byte[] buffer, int start, int length)
    {
        var body = buffer.AsSpan(start, length);
        if (BinaryPrimitives.ReadInt16BigEndian(body) != readers.Count) throw StaleSchema.Found();
        bytes = buffer;
        var at = sizeof(short);
        for (var cell = 0; cell < readers.Count; cell++)
        {
            var cellLength = BinaryPrimitives.ReadInt32BigEndian(body[at..]);
            at += sizeof(int);
            lengths[cell] = cellLength;
            starts[cell] = start + at;
            if (cellLength > 0) at += cellLength;
        }

        if (at != length) throw new WireException("A row is not as long as it says.");
    }

    /// <summary>
    /// Whether rows are what their readers read, by the body of a RowDescription message: the number of fields and, for
    /// each, its name, its table and column, its type, and sizes.
    /// </summary>
    protected internal static bool Fits(ReadOnlySpan<byte> description, RowReaders readers)
    {
        const int toType = sizeof(int) + sizeof(short);
        const int behindType = sizeof(short) + sizeof(int) + sizeof(short);
        if (BinaryPrimitives.ReadInt16BigEndian(description) != readers.Count) return false;
        description = description[sizeof(short)..];
        for (var cell = 0; cell < readers.Count; cell++)
        {
            description = description[(description.IndexOf((byte)0) + 1 + toType)..];
            var type = BinaryPrimitives.ReadUInt32BigEndian(description);
            description = description[(sizeof(uint) + behindType)..];
            var isRead = cell < readers.Cells.Length ? readers.Cells[cell].Reads(type) : type == TypeOid.Records;
            if (!isRead) return false;
        }

        return true;
    }
}
