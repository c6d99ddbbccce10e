using Npgsql;
using Relata.Databases.Postgres.Sessions;
using Relata.Model.Failures;

namespace Relata.Databases.Postgres.Tests.Sessions;

/// <summary>Every reason for which the server refuses a statement, and what a caller reads of it.</summary>
public sealed class FailureTests(SessionFixture fixture) : IClassFixture<SessionFixture>, IAsyncLifetime
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => fixture.StartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("INSERT INTO site VALUES (1, 'a')", FailureCode.UniqueViolation,
        "A row with the same key exists: constraint \"site_key\" of table \"site\".")]
    [InlineData("INSERT INTO camera (id, site) VALUES (1, 99)", FailureCode.ForeignKeyViolation,
        "A referenced row does not exist, or the row is still referenced: "
        + "constraint \"camera_site\" of table \"camera\".")]
    [InlineData("INSERT INTO site VALUES (2, NULL)", FailureCode.NotNullViolation,
        "Column \"name\" of table \"site\" must have a value.")]
    [InlineData("INSERT INTO camera (id, weight) VALUES (1, NULL)", FailureCode.NotNullViolation,
        "A column of type \"required\" must have a value.")]
    [InlineData("INSERT INTO camera (id, price) VALUES (1, -1)", FailureCode.CheckViolation,
        "The row is refused: constraint \"camera_price\" of table \"camera\".")]
    [InlineData("INSERT INTO camera (id, size) VALUES (1, 0)", FailureCode.CheckViolation,
        "A value is refused: constraint \"is_positive\" of type \"positive\".")]
    [InlineData("INSERT INTO cheap VALUES (1, 20)", FailureCode.CheckViolation, "The view would not show the row.")]
    [InlineData("INSERT INTO camera (id, busy) VALUES (1, '(,)'), (2, '(,)')", FailureCode.ExclusionViolation,
        "The row excludes another: constraint \"camera_busy\" of table \"camera\".")]
    [InlineData("INSERT INTO site VALUES (2, 'too long')", FailureCode.ValueOutOfRange,
        "A text is longer than its column allows.")]
    [InlineData("INSERT INTO camera (id, price) VALUES (1, 100)", FailureCode.ValueOutOfRange,
        "A value is out of its type's range.")]
    [InlineData("INSERT INTO camera (id) VALUES (2147483648)", FailureCode.ValueOutOfRange, null)]
    [InlineData("SELECT timestamp '2024-01-01' + interval '400000 years'", FailureCode.ValueOutOfRange, null)]
    [InlineData("INSERT INTO camera (id, mood) VALUES (1, 'angry')", FailureCode.BadValue,
        "A value is none of its column's type.")]
    [InlineData("INSERT INTO camera (id, address) VALUES (1, 'nowhere')", FailureCode.BadValue, null)]
    [InlineData("SELECT 1 WHERE 'a' ~ '('", FailureCode.BadValue, "The regular expression is malformed.")]
    [InlineData("SELECT 1 WHERE 'ab' LIKE 'a\\'", FailureCode.BadValue,
        "The pattern ends within an escape or escapes wrongly.")]
    [InlineData("SELECT id FROM camera WHERE data > '{'", FailureCode.BadValue, null)]
    [InlineData("SELECT 1 / 0", FailureCode.DatabaseRefused, null)]
    [InlineData("SELECT id FROM camera WHERE data LIKE 'x'", FailureCode.NotApplicable,
        "The database has no such operation for the types of the columns and values.")]
    [InlineData("INSERT INTO summary VALUES (1)", FailureCode.NotApplicable,
        "The database cannot do that with this table, view or column.")]
    [InlineData("INSERT INTO camera (id, number) VALUES (1, 5)", FailureCode.GeneratedColumn,
        "Only the database fills the column.")]
    [InlineData("SELECT * FROM vanished", FailureCode.SchemaChanged,
        "The tables of the database have changed since the schema was read.")]
    [InlineData("INSERT INTO item VALUES (1, 'x') ON CONFLICT (name) DO NOTHING", FailureCode.SchemaChanged, null)]
    [InlineData("SELECT vanished FROM item", FailureCode.SchemaChanged, null)]
    [InlineData("SELECT * FROM vanished.item", FailureCode.SchemaChanged, null)]
    [InlineData("SELECT (SELECT n FROM generate_series(1, 2) n)", FailureCode.DatabaseRefused,
        "The database refused the statement.")]
    [InlineData("INSERT INTO guarded VALUES (1)", FailureCode.DatabaseRefused, "Not this one.")]
    [InlineData("INSERT INTO guarded VALUES (2)", FailureCode.CheckViolation, "Never.")]
    [InlineData("INSERT INTO guarded VALUES (3)", FailureCode.DatabaseRefused, "Own code.")]
    [InlineData("SELEKT", FailureCode.Internal, "The database did not accept a statement.")]
    public async Task The_server_refuses(string sql, FailureCode code, string? message)
    {
        await using var sessions = fixture.Open(new() { MaxConnections = 1 });

        // Once for each step of the driver's preparing a statement by itself, and once after it.
        for (var round = 0; round < 4; round++)
        {
            var failure = await Failing.WithAsync(() => sessions.WriteAllAsync(sessions.Run(Scripts.Of(sql, []))));
            failure.Code.ShouldBe(code);
            if (message is not null) failure.Message.ShouldBe(message);
        }

        (await sessions.ReadAllAsync(Scripts.Of("SELECT 1::bigint", [Scripts.Number]))).ShouldBe(["1"]);
    }

    [Fact]
    public async Task A_hint_of_the_schema_s_owner_is_passed_on()
    {
        await using var sessions = fixture.Open();
        var run = sessions.Run(Scripts.Of("INSERT INTO guarded VALUES (1)", []));
        (await Failing.WithAsync(() => sessions.WriteAllAsync(run))).Hint.ShouldBe("Take another.");
    }

    [Fact]
    public async Task A_role_that_may_not_is_told_so()
    {
        await fixture.ExecuteAsync($"CREATE ROLE guest_{fixture.Database.Name} LOGIN PASSWORD 'guest'");
        try
        {
            var target = fixture.Target;
            (target.Username, target.Password) = ($"guest_{fixture.Database.Name}", "guest");
            await using var sessions = new PostgresSessionSource(new PostgresPool(target, new()), new());
            var read = Scripts.Of("SELECT id::bigint FROM item", [Scripts.Number]);
            (await Failing.CodeAsync(() => sessions.ReadAllAsync(read))).ShouldBe(FailureCode.Forbidden);
        }
        finally
        {
            await fixture.ExecuteAsync($"DROP ROLE guest_{fixture.Database.Name}");
        }
    }

    [Fact]
    public async Task A_database_that_is_read_only_refuses_writes()
    {
        var alter = $"ALTER DATABASE {fixture.Database.Name}";
        await fixture.ExecuteAsync($"{alter} SET default_transaction_read_only = on");
        try
        {
            await using var sessions = fixture.Open();
            var write = sessions.Run(Scripts.Of("DELETE FROM item", []));
            (await Failing.CodeAsync(() => sessions.WriteAllAsync(write))).ShouldBe(FailureCode.Forbidden);
        }
        finally
        {
            await fixture.ExecuteAsync(
                $"BEGIN READ WRITE; {alter} RESET default_transaction_read_only; COMMIT");
        }
    }

    [Fact]
    public async Task Of_two_transactions_that_wait_for_each_other_one_is_given_up()
    {
        await using var sessions = fixture.Open();
        await fixture.ExecuteAsync("INSERT INTO item VALUES (500, 'a'), (501, 'b')");
        var (one, two) = (Scripts.Of("UPDATE item SET name = 'c' WHERE id = 500 RETURNING name", [Scripts.Word]),
            Scripts.Of("UPDATE item SET name = 'c' WHERE id = 501 RETURNING name", [Scripts.Word]));
        await using var gate = await AdvisoryLock.TakeAsync(fixture.Target, 2);
        var wait = Scripts.Of("SELECT pg_advisory_xact_lock_shared(2)::text", [Scripts.Word]);
        var writes = new[] { (First: one, Second: two), (First: two, Second: one) }.Select(order => Task.Run(
            () => sessions.WriteAllAsync(sessions.Run(order.First), sessions.Run(wait), sessions.Run(order.Second)),
            Stop)).ToArray();
        await gate.WaitForOthersAsync(2);
        await gate.DisposeAsync();

        var failures = await Task.WhenAll(writes.Select(async write =>
        {
            try
            {
                await write;
                return null;
            }
            catch (FailureException failure)
            {
                return failure.Failure;
            }
        }));
        failures.OfType<Failure>().ShouldHaveSingleItem().Code.ShouldBe(FailureCode.TransactionConflict);
    }

    [Fact]
    public async Task A_caller_reads_nothing_of_the_server_s_own_words()
    {
        await using var sessions = fixture.Open();
        var run = sessions.Run(Scripts.Of("INSERT INTO site VALUES (1, $1)", [], Scripts.Word), "secret");
        var failure = await Should.ThrowAsync<FailureException>(() => sessions.WriteAllAsync(run));
        failure.Failure.Message.ShouldNotContain("secret");
        failure.InnerException.ShouldBeOfType<PostgresException>().Message.ShouldNotContain("secret");
    }
}
