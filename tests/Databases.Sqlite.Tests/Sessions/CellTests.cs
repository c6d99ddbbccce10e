using Relata.Model.Schema;

namespace Relata.Databases.Sqlite.Tests.Sessions;

/// <summary>
/// What comes out of a cell: by the column's kind where the stored value is of it, else by the value's own class.
/// </summary>
public sealed class CellTests
{
    [Theory]
    [InlineData(TypeKind.Boolean, "1", "true")]
    [InlineData(TypeKind.Boolean, "0", "false")]
    [InlineData(TypeKind.Boolean, "2", "2")]
    [InlineData(TypeKind.Boolean, "'yes'", "\"yes\"")]
    [InlineData(TypeKind.Boolean, "NULL", "null")]
    [InlineData(TypeKind.Int16, "7", "7")]
    [InlineData(TypeKind.Int64, "-9223372036854775808", "-9223372036854775808")]
    [InlineData(TypeKind.Int32, "1.5", "#1.5")]
    [InlineData(TypeKind.Int32, "'seven'", "\"seven\"")]
    [InlineData(TypeKind.Int32, "x'0a'", "x0A")]
    [InlineData(TypeKind.Double, "1.0", "#1")]
    [InlineData(TypeKind.Double, "1.5", "#1.5")]
    [InlineData(TypeKind.Double, "-0.1", "#-0.1")]
    [InlineData(TypeKind.Double, "1e20", "#1e+20")]
    [InlineData(TypeKind.Double, "1e14", "#100000000000000")]
    [InlineData(TypeKind.Double, "1e15", "#1000000000000000")]
    [InlineData(TypeKind.Double, "-1234567890123456.8", "#-1234567890123456.8")]
    [InlineData(TypeKind.Double, "0.0001", "#0.0001")]
    [InlineData(TypeKind.Double, "0.00001", "#1e-05")]
    [InlineData(TypeKind.Double, "0.1 + 0.2", "#0.30000000000000004")]
    [InlineData(TypeKind.Double, "9e999", "'Infinity'")]
    [InlineData(TypeKind.Double, "-9e999", "'-Infinity'")]
    [InlineData(TypeKind.Double, "3", "3")]
    [InlineData(TypeKind.Single, "2.5", "#2.5")]
    [InlineData(TypeKind.Text, "'a\"b'", "\"a\"b\"")]
    [InlineData(TypeKind.Text, "''", "\"\"")]
    [InlineData(TypeKind.Text, "'Grüße 😀'", "\"Grüße 😀\"")]
    [InlineData(TypeKind.Text, "char(97, 0, 98)", "\"a\0b\"")]
    [InlineData(TypeKind.Text, "CAST(x'61ff62' AS TEXT)", "\"a\ufffdb\"")]
    [InlineData(TypeKind.Text, "5", "5")]
    [InlineData(TypeKind.Uuid, "'0f8fad5b-d9cb-469f-a165-70867728950e'", "\"0f8fad5b-d9cb-469f-a165-70867728950e\"")]
    [InlineData(TypeKind.Uuid, "x'0f8fad5bd9cb469fa16570867728950e'", "'0f8fad5b-d9cb-469f-a165-70867728950e'")]
    [InlineData(TypeKind.Uuid, "x'0f8f'", "x0F8F")]
    [InlineData(TypeKind.Json, "'{\"a\": [1, null]}'", "json {\"a\": [1, null]}")]
    [InlineData(TypeKind.Json, "'{\"a\": '", "\"{\"a\": \"")]
    [InlineData(TypeKind.Json, "'1 2'", "\"1 2\"")]
    [InlineData(TypeKind.Json, "''", "\"\"")]
    [InlineData(TypeKind.Json, "CAST(x'22ff22' AS TEXT)", "\"\"\ufffd\"\"")]
    [InlineData(TypeKind.Json, "12", "12")]
    [InlineData(TypeKind.Json, "1.25", "#1.25")]
    [InlineData(TypeKind.Bytes, "x'00ff'", "x00FF")]
    [InlineData(TypeKind.Bytes, "x''", "x")]
    [InlineData(TypeKind.Bytes, "'text'", "\"text\"")]
    [InlineData(TypeKind.Enum, "'red'", "\"red\"")]
    [InlineData(TypeKind.Interval, "'P1D'", "\"P1D\"")]
    [InlineData(TypeKind.Array, "'[1]'", "\"[1]\"")]
    [InlineData(TypeKind.Other, "1.0", "#1")]
    public async Task Is_written_by_its_kind_and_what_is_stored(TypeKind kind, string stored, string written) =>
        await ShouldReadAsync(Kinds.Of(kind), stored, written);

    [Theory]
    [InlineData(2, "10", "#10.00")]
    [InlineData(2, "-3", "#-3.00")]
    [InlineData(2, "10.5", "#10.50")]
    [InlineData(2, "10.125", "#10.125")]
    [InlineData(2, "'7'", "#7.00")]
    [InlineData(2, "'7.1'", "#7.10")]
    [InlineData(2, "'7e3'", "#7e3")]
    [InlineData(2, "'07'", "\"07\"")]
    [InlineData(2, "'7.'", "\"7.\"")]
    [InlineData(2, "'-'", "\"-\"")]
    [InlineData(2, "'1e'", "\"1e\"")]
    [InlineData(2, "'ten'", "\"ten\"")]
    [InlineData(2, "''", "\"\"")]
    [InlineData(2, "NULL", "null")]
    [InlineData(2, "x'01'", "x01")]
    [InlineData(2, "9e999", "'Infinity'")]
    [InlineData(0, "10", "#10")]
    [InlineData(0, "10.5", "#10.5")]
    [InlineData(0, "1e20", "#100000000000000000000")]
    [InlineData(1, "1.5e20", "#150000000000000000000.0")]
    [InlineData(0, "-1.5e-7", "#-0.00000015")]
    [InlineData(0, "1e-5", "#0.00001")]
    [InlineData(0, "1.2345678901234567e15", "#1234567890123456.8")]
    [InlineData(0, "'123456789012345678901234567890.10'", "#123456789012345678901234567890.10")]
    public async Task Of_a_decimal_keeps_its_digits_and_is_padded_to_its_scale(
        int scale, string stored, string written) =>
        await ShouldReadAsync(new ColumnType(TypeKind.Decimal, "numeric") { Scale = scale }, stored, written);

    [Fact]
    public async Task Of_a_decimal_has_room_for_the_longest_double()
    {
        var zeros = new string('0', 307);
        await ShouldReadAsync(Kinds.Decimal, "-1.2345678901234567e-308", $"#-0.{zeros}12345678901234567");
    }

    [Theory]
    [InlineData(TypeKind.Date, "2024-07-19", "'2024-07-19'")]
    [InlineData(TypeKind.Date, "2024-07-19 00:00:00", "'2024-07-19'")]
    [InlineData(TypeKind.Date, "2024-07-19 11:45", "\"2024-07-19 11:45\"")]
    [InlineData(TypeKind.Date, "2024-02-30", "\"2024-02-30\"")]
    [InlineData(TypeKind.Date, "2024-13-01", "\"2024-13-01\"")]
    [InlineData(TypeKind.Date, "yesterday", "\"yesterday\"")]
    [InlineData(TypeKind.Date, "", "\"\"")]
    [InlineData(TypeKind.Time, "11:45", "'11:45:00'")]
    [InlineData(TypeKind.Time, "11:45:00.500", "'11:45:00.5'")]
    [InlineData(TypeKind.Time, "11:45:61", "\"11:45:61\"")]
    [InlineData(TypeKind.Time, "24:00:00", "\"24:00:00\"")]
    [InlineData(TypeKind.Time, "11:45Z", "\"11:45Z\"")]
    [InlineData(TypeKind.Timestamp, "2024-07-19 11:45", "'2024-07-19T11:45:00'")]
    [InlineData(TypeKind.Timestamp, "2024-07-19T11:45:00.5", "'2024-07-19T11:45:00.5'")]
    [InlineData(TypeKind.Timestamp, "2024-07-19 11:45:00.123456789", "'2024-07-19T11:45:00.123456'")]
    [InlineData(TypeKind.Timestamp, "2024-07-19", "'2024-07-19T00:00:00'")]
    [InlineData(TypeKind.Timestamp, "2024-07-19 11:45:00+02:00", "'2024-07-19T09:45:00'")]
    [InlineData(TypeKind.Timestamp, "11:45", "\"11:45\"")]
    [InlineData(TypeKind.Timestamp, "2024-07-19 11:45:00.", "\"2024-07-19 11:45:00.\"")]
    [InlineData(TypeKind.TimestampTz, "2024-07-19 03:45:00.5", "'2024-07-19T03:45:00.5Z'")]
    [InlineData(TypeKind.TimestampTz, "2024-07-19T03:45:00Z", "'2024-07-19T03:45:00Z'")]
    [InlineData(TypeKind.TimestampTz, "2024-07-19 01:15 +02:00", "'2024-07-18T23:15:00Z'")]
    [InlineData(TypeKind.TimestampTz, "2024-07-19 22:15-05:30", "'2024-07-20T03:45:00Z'")]
    [InlineData(TypeKind.TimestampTz, "2024-07-19", "'2024-07-19T00:00:00Z'")]
    [InlineData(TypeKind.TimestampTz, "0001-01-01 00:00+01:00", "\"0001-01-01 00:00+01:00\"")]
    [InlineData(TypeKind.TimestampTz, "2024-07-19 03:45:00+2", "\"2024-07-19 03:45:00+2\"")]
    [InlineData(TypeKind.TimestampTz, "2024-07-19 03:45:00Zulu", "\"2024-07-19 03:45:00Zulu\"")]
    [InlineData(TypeKind.TimestampTz, "0044-03-15 12:00:00 BC", "\"0044-03-15 12:00:00 BC\"")]
    public async Task Of_a_date_or_time_is_read_from_the_forms_that_SQLite_knows(
        TypeKind kind, string stored, string written) =>
        await ShouldReadAsync(Kinds.Of(kind), $"'{stored}'", written);

    [Theory]
    [InlineData("1721360700", "1721360700")]
    [InlineData("2460510.65625", "#2460510.65625")]
    public async Task Of_a_timestamp_stored_as_a_number_stays_a_number(string stored, string written) =>
        await ShouldReadAsync(Kinds.Of(TypeKind.Timestamp), stored, written);

    [Fact]
    public async Task Is_UTF_8_also_when_the_database_stores_UTF_16()
    {
        await using var database = await TemporaryDatabase.CreateAsync("""
            PRAGMA encoding = 'UTF-16le';
            CREATE TABLE t (a TEXT, b TEXT);
            INSERT INTO t VALUES ('Größe', '2024-07-19');
            """);
        var run = database.Script(
            [Kinds.Text, Kinds.Of(TypeKind.Date), Kinds.Text], "SELECT a, b, relata_fold(a) FROM t");
        (await database.ReadAsync(run)).ShouldBe("\"Größe\"|'2024-07-19'|\"größe\"");
    }

    [Fact]
    public async Task Can_be_asked_for_NULL_and_for_an_integer()
    {
        await using var database = await TemporaryDatabase.CreateAsync("CREATE TABLE t (a)");
        await using var rows = await database.Source.ReadAsync(
            database.Script([Kinds.Integer, Kinds.Integer], "SELECT NULL, 42"), TestContext.Current.CancellationToken);
        await rows.NextResultAsync(TestContext.Current.CancellationToken);
        await rows.NextRowAsync(TestContext.Current.CancellationToken);
        rows.IsNull(0).ShouldBeTrue();
        rows.IsNull(1).ShouldBeFalse();
        rows.ReadInt64(1).ShouldBe(42);
    }

    private static async Task ShouldReadAsync(ColumnType type, string stored, string written)
    {
        await using var database = await TemporaryDatabase.CreateAsync(
            $"CREATE TABLE t (a BLOB); INSERT INTO t VALUES ({stored})");
        (await database.ReadAsync(type, "SELECT a FROM t")).ShouldBe(written);
    }
}
