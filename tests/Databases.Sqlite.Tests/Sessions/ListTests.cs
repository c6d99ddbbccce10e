using Relata.Model.Failures;
using Relata.Model.Schema;

namespace Relata.Databases.Sqlite.Tests.Sessions;

/// <summary>Lists of values travel as one JSON array.</summary>
public sealed class ListTests
{
    [Fact]
    public async Task Finds_the_rows_whose_value_is_in_it()
    {
        await using var database = await TemporaryDatabase.CreateAsync("""
            CREATE TABLE t (id INTEGER PRIMARY KEY, a);
            INSERT INTO t (a) VALUES (1), (2.5), ('x"\é'), ('1'), (1e999), (NULL);
            """);
        (await FoundAsync(database, Kinds.Integer, 1L, 3L)).ShouldBe("1");
        (await FoundAsync(database, Kinds.Of(TypeKind.Boolean), true)).ShouldBe("1");
        (await FoundAsync(database, Kinds.Double, 2.5, 1.0)).ShouldBe("1\n2");
        (await FoundAsync(database, Kinds.Double, double.PositiveInfinity)).ShouldBe("5");
        (await FoundAsync(database, Kinds.Decimal, "2.50", "1.00")).ShouldBe("1\n2");
        (await FoundAsync(database, Kinds.Text, "x\"\\é", "1", "true")).ShouldBe("3\n4");
        (await FoundAsync(database, Kinds.Integer, 1L, null)).ShouldBe("1");
        (await FoundAsync(database, Kinds.Integer)).ShouldBe("");
    }

    [Fact]
    public async Task Of_64_bit_integers_keeps_every_digit()
    {
        await using var database = await TemporaryDatabase.CreateAsync("""
            CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER);
            INSERT INTO t (a) VALUES (9223372036854775807), (9223372036854775806);
            """);
        (await FoundAsync(database, Kinds.Integer, long.MaxValue)).ShouldBe("1");
    }

    [Fact]
    public async Task Of_bytes_is_refused_clearly() =>
        (await RefusedAsync(Kinds.Bytes, new byte[] { 1 })).ShouldBe(FailureCode.NotApplicable);

    [Fact]
    public async Task With_a_NUL_character_is_refused_for_it_would_match_another_text() =>
        (await RefusedAsync(Kinds.Text, "a\0b")).ShouldBe(FailureCode.BadValue);

    [Fact]
    public async Task With_a_decimal_that_SQLite_would_change_is_out_of_range() =>
        (await RefusedAsync(Kinds.Decimal, "1234567890.1234567890")).ShouldBe(FailureCode.ValueOutOfRange);

    private static Task<string> FoundAsync(TemporaryDatabase database, ColumnType type, params object?[] values) =>
        database.ReadAsync(
            Kinds.Integer,
            "SELECT id FROM t WHERE a IN (SELECT value FROM json_each($1)) ORDER BY id",
            (type, values.ToList()));

    private static async Task<FailureCode> RefusedAsync(ColumnType type, params object?[] values)
    {
        await using var database = await TemporaryDatabase.CreateAsync("CREATE TABLE t (id INTEGER PRIMARY KEY, a)");
        return (await Should.ThrowAsync<FailureException>(() => FoundAsync(database, type, values))).Failure.Code;
    }
}
