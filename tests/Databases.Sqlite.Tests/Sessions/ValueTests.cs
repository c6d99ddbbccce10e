using Relata.Model.Failures;
using Relata.Model.Schema;

namespace Relata.Databases.Sqlite.Tests.Sessions;

/// <summary>How a plan's values arrive in SQLite.</summary>
public sealed class ValueTests
{
    private static readonly TypeKind[] TextKinds =
    [
        TypeKind.Text, TypeKind.Enum, TypeKind.Json, TypeKind.Date, TypeKind.Timestamp, TypeKind.TimestampTz,
        TypeKind.Uuid,
    ];

    [Fact]
    public async Task Arrives_in_its_storage_class()
    {
        await using var database = await TemporaryDatabase.CreateAsync("CREATE TABLE t (a)");
        (await StoredAsync(database, Kinds.Integer, null)).ShouldBe("\"null\"|\"NULL\"");
        (await StoredAsync(database, Kinds.Of(TypeKind.Boolean), true)).ShouldBe("\"integer\"|\"1\"");
        (await StoredAsync(database, Kinds.Of(TypeKind.Boolean), false)).ShouldBe("\"integer\"|\"0\"");
        (await StoredAsync(database, Kinds.Integer, long.MaxValue)).ShouldBe("\"integer\"|\"9223372036854775807\"");
        (await StoredAsync(database, Kinds.Double, 0.1)).ShouldBe("\"real\"|\"0.1\"");
        (await StoredAsync(database, Kinds.Bytes, new byte[] { 0, 255 })).ShouldBe("\"blob\"|\"X'00FF'\"");
        (await StoredAsync(database, Kinds.Bytes, Array.Empty<byte>())).ShouldBe("\"blob\"|\"X''\"");
        (await StoredAsync(database, Kinds.Text, "")).ShouldBe("\"text\"|\"''\"");
        foreach (var kind in TextKinds)
            (await StoredAsync(database, Kinds.Of(kind), "2024-07-19 é😀")).ShouldBe("\"text\"|\"'2024-07-19 é😀'\"");
    }

    [Theory]
    [InlineData("10", "\"integer\"|\"10\"")]
    [InlineData("10.00", "\"integer\"|\"10\"")]
    [InlineData("-0.0", "\"integer\"|\"0\"")]
    [InlineData("9223372036854775807.0", "\"integer\"|\"9223372036854775807\"")]
    [InlineData("10.25", "\"real\"|\"10.25\"")]
    [InlineData("-0.00012345678901234", "\"real\"|\"-0.00012345678901234\"")]
    [InlineData("100000000000000000000", "\"real\"|\"1.0e+20\"")]
    [InlineData("Infinity", "\"real\"|\"Inf\"")]
    public async Task Of_a_decimal_becomes_an_integer_or_a_double(string digits, string stored)
    {
        await using var database = await TemporaryDatabase.CreateAsync("CREATE TABLE t (a)");
        (await StoredAsync(database, Kinds.Money, digits)).ShouldBe(stored);
    }

    [Theory]
    [InlineData("1234567890123456.5")]
    [InlineData("9223372036854775808")]
    [InlineData("0.1234567890123456")]
    [InlineData("NaN")]
    public async Task Of_a_decimal_that_SQLite_would_change_is_out_of_range(string digits)
    {
        await using var database = await TemporaryDatabase.CreateAsync("CREATE TABLE t (a)");
        var failure = await Should.ThrowAsync<FailureException>(() => StoredAsync(database, Kinds.Money, digits));
        failure.Failure.Code.ShouldBe(FailureCode.ValueOutOfRange);
    }

    [Fact]
    public async Task Of_a_decimal_too_large_or_too_small_for_a_double_is_out_of_range()
    {
        await using var database = await TemporaryDatabase.CreateAsync("CREATE TABLE t (a)");
        foreach (var digits in (string[])["1" + new string('0', 400), "0." + new string('0', 400) + "1"])
        {
            var failure = await Should.ThrowAsync<FailureException>(() => StoredAsync(database, Kinds.Decimal, digits));
            failure.Failure.Code.ShouldBe(FailureCode.ValueOutOfRange);
        }
    }

    [Fact]
    public async Task That_is_not_a_number_is_not_stored_as_NULL()
    {
        await using var database = await TemporaryDatabase.CreateAsync("CREATE TABLE t (a)");
        var failure = await Should.ThrowAsync<FailureException>(() => StoredAsync(database, Kinds.Double, double.NaN));
        failure.Failure.Code.ShouldBe(FailureCode.ValueOutOfRange);
    }

    [Fact]
    public async Task Goes_to_the_placeholder_of_its_number_also_when_that_is_used_twice_or_out_of_order()
    {
        await using var database = await TemporaryDatabase.CreateAsync("CREATE TABLE t (a)");
        var run = database.Script(
            [Kinds.Text, Kinds.Text, Kinds.Text], "SELECT $2, $1, $2", (Kinds.Text, "one"), (Kinds.Text, "two"));
        (await database.ReadAsync(run)).ShouldBe("\"two\"|\"one\"|\"two\"");
    }

    [Fact]
    public async Task Of_the_run_before_is_forgotten()
    {
        await using var database = await TemporaryDatabase.CreateAsync("CREATE TABLE t (a)");
        (await database.ReadAsync(Kinds.Text, "SELECT $1", (Kinds.Text, "one"))).ShouldBe("\"one\"");
        (await database.ReadAsync(Kinds.Text, "SELECT $1", (Kinds.Text, null))).ShouldBe("null");
        (await database.ReadAsync(Kinds.Text, "SELECT $1", (Kinds.Text, "two"))).ShouldBe("\"two\"");
    }

    [Fact]
    public async Task Missing_for_a_placeholder_is_a_fault()
    {
        await using var database = await TemporaryDatabase.CreateAsync("CREATE TABLE t (a)");
        var failure = await Should.ThrowAsync<FailureException>(() =>
            database.ReadAsync(Kinds.Text, "SELECT $1, $2", (Kinds.Text, "one")));
        failure.Failure.Code.ShouldBe(FailureCode.Internal);
    }

    private static async Task<string> StoredAsync(TemporaryDatabase database, ColumnType type, object? value)
    {
        await database.WriteAsync(
            database.Script(null, "DELETE FROM t"), database.Script(null, "INSERT INTO t VALUES ($1)", (type, value)));
        return await database.ReadAsync(
            database.Script([Kinds.Text, Kinds.Text], "SELECT typeof(a), quote(a) || '' FROM t"));
    }
}
