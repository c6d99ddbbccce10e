using Relata.Execution;

namespace Relata.Databases.Postgres.Types;

/// <summary>
/// Reads <c>hstore</c> as an object: the number of its pairs, then of each the key and the value behind their lengths
/// (<c>hstore_send</c>).
/// </summary>
internal sealed class MapCellReader : CellReader
{
    public override bool Reads(uint type) => TypeOid.IsUserDefined(type);

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink)
    {
        var bytes = new CellBytes(cell);
        var count = bytes.Int32();
        sink.StartObject();
        for (var i = 0; i < count; i++)
        {
            if (i > 0) sink.MemberSeparator();
            if (!bytes.TryTakeValue(out var key)) throw StaleSchema.Found();
            sink.Name(key);
            if (bytes.TryTakeValue(out var value)) sink.Text(value);
            else sink.Null();
        }

        sink.EndObject();
    }
}
