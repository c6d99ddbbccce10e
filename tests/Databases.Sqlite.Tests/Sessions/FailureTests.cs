using Relata.Model.Failures;

namespace Relata.Databases.Sqlite.Tests.Sessions;

/// <summary>What SQLite refuses becomes a failure that names the constraint and shows no SQL.</summary>
public sealed class FailureTests
{
    private const string Schema = """
        CREATE TABLE site (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, age INTEGER CHECK (age > 0),
            CONSTRAINT not_too_old CHECK (age < 100));
        CREATE TABLE pair (a INTEGER, b INTEGER, c INTEGER, PRIMARY KEY (a, b));
        CREATE TABLE word (text TEXT);
        CREATE UNIQUE INDEX word_lower ON word (lower(text));
        CREATE TABLE camera (id INTEGER PRIMARY KEY, site INTEGER REFERENCES site (id));
        CREATE TABLE strict (site INTEGER REFERENCES site (id) ON DELETE RESTRICT);
        CREATE TABLE late (site INTEGER REFERENCES site (id) DEFERRABLE INITIALLY DEFERRED);
        CREATE TABLE guarded (a);
        CREATE TRIGGER guard BEFORE INSERT ON guarded BEGIN SELECT RAISE(ABORT, 'Not on Sundays.'); END;
        INSERT INTO site VALUES (1, 'a', 5), (2, 'b', 5);
        INSERT INTO pair VALUES (1, 1, 1);
        INSERT INTO camera VALUES (1, 1);
        INSERT INTO strict VALUES (2);
        """;

    [Theory]
    [InlineData("INSERT INTO site VALUES (3, 'a', 5)", FailureCode.UniqueViolation,
        "A row with the same name exists in site.")]
    [InlineData("INSERT INTO site VALUES (1, 'c', 5)", FailureCode.UniqueViolation,
        "A row with the same id exists in site.")]
    [InlineData("INSERT INTO pair VALUES (1, 1, 2)", FailureCode.UniqueViolation,
        "A row with the same a and b exists in pair.")]
    [InlineData("INSERT INTO word VALUES ('a'), ('A')", FailureCode.UniqueViolation,
        "A row with the same value exists in the unique index word_lower.")]
    [InlineData("INSERT INTO site VALUES (3, NULL, 5)", FailureCode.NotNullViolation,
        "The column name of site must have a value.")]
    [InlineData("INSERT INTO site VALUES (3, 'c', 500)", FailureCode.CheckViolation,
        "The check not_too_old refuses the row.")]
    [InlineData("INSERT INTO site VALUES (3, 'c', -1)", FailureCode.CheckViolation, "A check refuses the row.")]
    [InlineData("INSERT INTO camera VALUES (2, 77)", FailureCode.ForeignKeyViolation,
        "A referenced row does not exist, or the row is still referenced.")]
    [InlineData("DELETE FROM site WHERE id = 1", FailureCode.ForeignKeyViolation,
        "A referenced row does not exist, or the row is still referenced.")]
    [InlineData("DELETE FROM site WHERE id = 2", FailureCode.ForeignKeyViolation,
        "A referenced row does not exist, or the row is still referenced.")]
    [InlineData("INSERT INTO late VALUES (77)", FailureCode.ForeignKeyViolation,
        "A referenced row does not exist, or the row is still referenced.")]
    [InlineData("INSERT INTO guarded VALUES (1)", FailureCode.CheckViolation, "Not on Sundays.")]
    [InlineData("INSERT INTO site VALUES ('x', 'c', 5)", FailureCode.BadValue,
        "A value is not of the type that its column takes.")]
    [InlineData("UPDATE pair SET c = (SELECT zeroblob(2000000000))", FailureCode.LimitExceeded,
        "A value is larger than SQLite can store.")]
    [InlineData("UPDATE pair SET c = abs(-9223372036854775807 - 1)", FailureCode.ValueOutOfRange,
        "A computed integer does not fit into 64 bits.")]
    [InlineData("UPDATE pair SET c = json('{')", FailureCode.DatabaseRefused,
        "A stored value that should be JSON is none.")]
    [InlineData("UPDATE nowhere SET secret = 1", FailureCode.SchemaChanged,
        "The tables of the database have changed since the schema was read.")]
    [InlineData("UPDATE pair SET", FailureCode.Internal, "SQLite did not accept a statement.")]
    public async Task Of_a_write_says_what_is_wrong(string statement, FailureCode code, string message)
    {
        await using var database = await TemporaryDatabase.CreateAsync(Schema);
        var write = database.Script(null, statement);
        var failure = await Should.ThrowAsync<FailureException>(() => database.WriteAsync(write));
        failure.Failure.Code.ShouldBe(code);
        failure.Message.ShouldBe(message);
        failure.InnerException.ShouldNotBeNull();
        (await database.WriteAsync(database.Script(null, "INSERT INTO pair VALUES (2, 2, 2)"))).ShouldBe(1);
    }

    [Fact]
    public async Task Of_a_missing_file_names_the_file_and_does_not_create_it()
    {
        await using var database = await TemporaryDatabase.CreateAsync("CREATE TABLE t (a)");
        File.Delete(database.Path);
        foreach (var attempt in (Func<Task>[])
            [
                () => database.ReadAsync(Kinds.Integer, "SELECT 1"),
                () => database.WriteAsync(database.Script(null, "DELETE FROM t")),
                () => database.Source.PingAsync(TestContext.Current.CancellationToken).AsTask(),
            ])
        {
            var failure = await Should.ThrowAsync<FailureException>(attempt);
            failure.Failure.Code.ShouldBe(FailureCode.DatabaseUnavailable);
            failure.Message.ShouldBe("The SQLite file test.db does not exist.");
        }

        File.Exists(database.Path).ShouldBeFalse();
    }

    [Fact]
    public async Task Of_a_file_that_is_no_database_says_so()
    {
        await using var database = await TemporaryDatabase.CreateAsync("CREATE TABLE t (a)");
        await File.WriteAllTextAsync(database.Path, new string('x', 5000), TestContext.Current.CancellationToken);
        var failure = await Should.ThrowAsync<FailureException>(() => database.ReadAsync(Kinds.Integer, "SELECT 1"));
        failure.Failure.Code.ShouldBe(FailureCode.DatabaseUnavailable);
        failure.Message.ShouldBe("The file is no SQLite database.");
    }

    [Fact]
    public async Task Of_a_database_that_lives_says_nothing()
    {
        await using var database = await TemporaryDatabase.CreateAsync("CREATE TABLE t (a)");
        await database.Source.PingAsync(TestContext.Current.CancellationToken);
    }
}
