using System.Text;
using Relata.Execution;

namespace Relata.Databases.Postgres.Types;

/// <summary>
/// Reads row values, those of a composite type as well as anonymous ones, as objects. A row value is sent as the number
/// of its fields and, for each of them, its type and the value behind its length, which is -1 for NULL
/// (<c>record_send</c>).
/// </summary>
/// <param name="fields">The fields in their order.</param>
internal sealed class RecordCellReader(IReadOnlyList<RecordField> fields) : CellReader
{
    public override bool Reads(uint type) => TypeOid.IsContainer(type);

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink)
    {
        var bytes = new CellBytes(cell);
        if (bytes.Int32() != fields.Count) throw StaleSchema.Found();
        sink.StartObject();
        for (var i = 0; i < fields.Count; i++)
        {
            if (i > 0) sink.MemberSeparator();
            sink.Name(fields[i].Utf8Name);
            WriteValue(ref bytes, fields[i].Reader, sink);
        }

        sink.EndObject();
    }

    /// <summary>A field of a domain says the domain, whose base type is not known here.</summary>
    private static void WriteValue(ref CellBytes bytes, CellReader reader, CellSink sink)
    {
        var type = bytes.UInt32();
        if (!TypeOid.IsUserDefined(type) && !reader.Reads(type)) throw StaleSchema.Found();
        if (bytes.TryTakeValue(out var value)) reader.Write(value, sink);
        else sink.Null();
    }
}

/// <summary>A field of a row value: what it is called in the answer, and how it is read.</summary>
/// <param name="name">The name.</param>
/// <param name="reader">Reads the field's values.</param>
internal sealed class RecordField(string name, CellReader reader)
{
    /// <summary>The name in UTF-8.</summary>
    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

    /// <summary>Reads the field's values.</summary>
    public CellReader Reader { get; } = reader;
}
