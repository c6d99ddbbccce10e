using System.Buffers.Binary;
using System.Text;
using Relata.Databases.Postgres.Types;
using Relata.Model.Failures;
using Relata.Planning.Plans;

namespace Relata.Databases.Postgres.Tests.Types;

/// <summary>Lists of rows as the server sends them, and bytes that are none.</summary>
public sealed class RecordTests
{
    private static readonly RowLayout Inner = new([Scripts.Number], [], []);

    private static readonly RowLayout Layout = new([Scripts.Number, Scripts.Word], [], []) { Lists = [Inner] };

    private static readonly byte[] Two = List(
        Record(Value(TypeOid.Int32, [0, 0, 0, 7]), Value(TypeOid.Text, "x"u8), Value(TypeOid.Records, List())),
        Record(
            Value(TypeOid.Int64, [0, 0, 0, 0, 0, 0, 0, 8]), Value(TypeOid.Text, null),
            Value(TypeOid.Records, List(Record(Value(TypeOid.Int16, [0, 1])), Record(Value(TypeOid.Int16, null))))));

    [Fact]
    public void Rows_and_the_rows_inside_them_are_read_in_order()
    {
        Read(Two).ShouldBe("7 \"x\" []; 8 null [1 null]; ");
        Read(List()).ShouldBe("");
    }

    [Fact]
    public void One_reader_reads_one_list_after_the_other()
    {
        var rows = new RecordRows(RowReaders.For(Layout));
        byte[] both = [1, 2, 3, .. Two, .. Two];
        Read(rows, both, 3, Two.Length).ShouldBe("7 \"x\" []; 8 null [1 null]; ");
        Read(rows, both, 3 + Two.Length, Two.Length).ShouldBe("7 \"x\" []; 8 null [1 null]; ");
    }

    [Fact]
    public void A_domain_is_read_like_the_type_under_it() =>
        Read(List(Record(Value(70_000, [0, 0, 0, 7]), Value(TypeOid.Text, "x"u8), Value(TypeOid.Records, List()))))
            .ShouldBe("7 \"x\" []; ");

    [Fact]
    public void Another_type_than_that_of_the_schema_is_refused()
    {
        Refused(List(Record(Value(TypeOid.Text, "7"u8), Value(TypeOid.Text, "x"u8), Value(TypeOid.Records, List()))))
            .ShouldBe(StaleSchema.Failure.Code);
        Refused(List(Record(Value(TypeOid.Int32, [0, 0, 0, 7]), Value(TypeOid.Text, "x"u8), Value(TypeOid.Text, List()))))
            .ShouldBe(StaleSchema.Failure.Code);
    }

    [Fact]
    public void Other_cells_than_those_of_the_layout_are_refused() =>
        Refused(List(Record(Value(TypeOid.Int32, [0, 0, 0, 7])))).ShouldBe(FailureCode.Internal);

    [Fact]
    public void Bytes_that_end_anywhere_are_refused()
    {
        for (var length = 0; length < Two.Length; length++) Refused(Two[..length]).ShouldBe(FailureCode.Internal);
    }

    [Fact]
    public void Bytes_that_say_anything_end_in_rows_or_a_failure()
    {
        var random = new Random(20261127);
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = (byte[])Two.Clone();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                Read(bytes);
            }
            catch (FailureException)
            {
            }
        }
    }

    private static FailureCode Refused(byte[] list) => Should.Throw<FailureException>(() => Read(list)).Failure.Code;

    private static string Read(byte[] list) => Read(new RecordRows(RowReaders.For(Layout)), list, 0, list.Length);

    private static string Read(RecordRows rows, byte[] bytes, int start, int length)
    {
        var (text, sink) = (new StringBuilder(), new JsonSink());
        rows.Open(bytes, start, length);
        while (rows.NextRow())
        {
            rows.WriteCell(0, sink);
            text.Append(sink.Take()).Append(' ');
            rows.WriteCell(1, sink);
            text.Append(sink.Take()).Append(" [");
            var inner = rows.OpenList(0);
            for (var isFirst = true; inner.NextRow(); isFirst = false)
            {
                inner.WriteCell(0, sink);
                text.Append(isFirst ? "" : " ").Append(inner.IsNull(0) ? "null" : "").Append(inner.IsNull(0) ? "" : sink.Take());
                sink.Take();
            }

            text.Append("]; ");
        }

        return text.ToString();
    }

    private static byte[] List(params byte[][] records) =>
    [
        .. Number(records.Length == 0 ? 0 : 1), .. Number(0), .. Number((int)TypeOid.Record),
        .. records.Length == 0 ? [] : Number(records.Length), .. records.Length == 0 ? [] : Number(1),
        .. records.SelectMany(record => (byte[])[.. Number(record.Length), .. record]),
    ];

    private static byte[] Record(params byte[][] values) => [.. Number(values.Length), .. values.SelectMany(value => value)];

    private static byte[] Value(uint type, ReadOnlySpan<byte> value) => [.. Number((int)type), .. Number(value.Length), .. value];

    private static byte[] Value(uint type, byte[]? value) =>
        value is null ? [.. Number((int)type), .. Number(-1)] : Value(type, value.AsSpan());

    private static byte[] Number(int value)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
