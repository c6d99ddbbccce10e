using Npgsql;
using Relata.Databases.Contract.Functions;
using Relata.Databases.Postgres.Sessions;
using Relata.Model.Failures;
using Relata.Model.Schema;
using Relata.Planning.Plans;
using Relata.Sql;

namespace Relata.Databases.Postgres.Functions;

/// <summary>Files of SQL on PostgreSQL: queries whose types it infers, and functions in any language it has.</summary>
/// <param name="open">Opens a connection beside the pool.</param>
internal sealed class PostgresFunctions(Func<CancellationToken, ValueTask<NpgsqlConnection>> open) : IFunctionRegistry
{
    /// <summary>Whoever changes functions holds this lock (any number will do; this one spells "relata").</summary>
    private const long Lock = 0x72656c617461;

    private static readonly RowLayout OneText = new(
        [new ColumnType(TypeKind.Text, "text")], [new CellField("answer", 0)], []);

    /// <inheritdoc/>
    public SqlLexis Lexis { get; } = new() { DollarQuotes = true, EscapeStrings = true, NestedComments = true };

    /// <inheritdoc/>
    public ValueTask<DescribedQuery> DescribeAsync(QueryDraft draft, CancellationToken stop) =>
        InTransactionAsync(connection => new PostgresQuery(connection, draft).DescribeAsync(stop), stop);

    /// <inheritdoc/>
    public async ValueTask<CreatedFunction> CreateAsync(FunctionDraft draft, CancellationToken stop)
    {
        var source = RoutineSource.Of(draft);
        try
        {
            return await InTransactionAsync(connection => CreateAsync(connection, draft, source, [], stop), stop);
        }
        catch (SqlRejectedException e) when (e.InnerException is PostgresException
        {
            SqlState: PostgresErrorCodes.InvalidFunctionDefinition or PostgresErrorCodes.DuplicateFunction,
        })
        {
            // It cannot be replaced, such as one with another type of result; then it is made anew if it is ours.
            string[] own = [draft.Path, .. draft.Succeeds];
            return await InTransactionAsync(connection => CreateAsync(connection, draft, source, own, stop), stop);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DropAsync(CreatedFunction function, CancellationToken stop)
    {
        await InTransactionAsync(
            async connection =>
            {
                await LockAsync(connection, stop);
                var name = function.Path.Split('/')[^1][..^".sql".Length];
                var found = await PostgresRoutine.FindAsync(connection, name, stop);
                var isOurs = found.Any(
                    routine => routine.Identity == function.Identity && routine.Mark.Path == function.Path);
                if (isOurs) await ExecuteAsync(connection, $"DROP FUNCTION {function.Identity}", stop);
                return isOurs;
            },
            stop);
    }

    private static async ValueTask<CreatedFunction> CreateAsync(
        NpgsqlConnection connection,
        FunctionDraft draft,
        RoutineSource source,
        IReadOnlyList<string> dropped,
        CancellationToken stop)
    {
        await LockAsync(connection, stop);
        var before = await PostgresRoutine.FindAsync(connection, draft.Name, stop);
        foreach (var routine in before.Where(routine => dropped.Contains(routine.Mark.Path)))
            await ExecuteAsync(connection, $"DROP FUNCTION {routine.Identity}", stop);
        foreach (var statement in source.Statements) await source.ExecuteAsync(connection, statement, stop);
        var made = Choose(await PostgresRoutine.FindAsync(connection, draft.Name, stop), draft);
        var isOurs = before.Find(routine => routine.Identity == made.Identity) is not { Mark.Path: null };
        if (isOurs) await MarkAsync(connection, made, draft.Path, stop);
        return new CreatedFunction(draft.Path, made.Identity, isOurs, CallOf(made), draft.MayWrite);
    }

    private static PostgresRoutine Choose(List<PostgresRoutine> found, FunctionDraft draft)
    {
        var made = found.Where(routine => routine.IsNew && routine.Name == draft.Name).ToList();
        if (made.Count == 0)
        {
            var others = found.Where(routine => routine.IsNew).Select(routine => routine.Identity).ToList();
            throw new SqlRejectedException(
                $"the file makes no function \"{draft.Name}\", which is its name"
                    + (others.Count == 0 ? "" : $", but {string.Join(", ", others)}"));
        }

        if (made.Where(routine => routine.Fits).ToList() is not [var routine])
        {
            throw new SqlRejectedException(
                $"the function must be {draft.Name}(params json or jsonb) and return text, json or jsonb; the file"
                    + $" makes {string.Join(", ", made.Select(routine => routine.Identity))}");
        }

        if (draft.Taken.TryGetValue(routine.Identity, out var other))
            throw new SqlRejectedException($"{routine.Identity} is made by {other} already") { IsAboutOthers = true };
        if (routine.IsVolatile && !draft.MayWrite)
        {
            throw new SqlRejectedException(
                $"{routine.Identity} is VOLATILE, and a GET changes nothing: declare it STABLE or IMMUTABLE, or say"
                    + " -- @volatile if it is meant");
        }

        return routine;
    }

    /// <summary>The cast of the result lets it have another type after a change.</summary>
    private static Script CallOf(PostgresRoutine made) => new(
        [
            new Statement(
                $"SELECT {made.Target}($1::{made.Argument})::text",
                [new StatementParameter(0, new ColumnType(TypeKind.Json, made.Argument), IsList: false)]),
        ],
        OneText);

    private static async ValueTask MarkAsync(
        NpgsqlConnection connection, PostgresRoutine made, string path, CancellationToken stop)
    {
        await using var quote = new NpgsqlCommand("SELECT quote_literal($1)", connection);
        quote.Parameters.Add(new NpgsqlParameter<string> { TypedValue = made.Mark.With(path) });
        var literal = (string)(await quote.ExecuteScalarAsync(stop))!;
        await ExecuteAsync(connection, $"COMMENT ON FUNCTION {made.Identity} IS {literal}", stop);
    }

    /// <summary>Servers that watch the same files take turns: the catalogue does not wait, it fails.</summary>
    private static ValueTask LockAsync(NpgsqlConnection connection, CancellationToken stop) =>
        ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({Lock})", stop);

    private static async ValueTask ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(stop);
    }

    /// <summary>What is wrong with a file is told by the server; everything else is a failure.</summary>
    private async ValueTask<T> InTransactionAsync<T>(
        Func<NpgsqlConnection, ValueTask<T>> work, CancellationToken stop)
    {
        try
        {
            await using var connection = await open(stop);
            await using var transaction = await connection.BeginTransactionAsync(stop);
            var result = await work(connection);
            await transaction.CommitAsync(stop);
            return result;
        }
        catch (PostgresException e) when (PostgresFailures.MayPass(e))
        {
            throw new Failure(
                FailureCode.DatabaseUnavailable, $"The database cannot take the file at the moment: {e.MessageText}.")
                .AsException(e);
        }
        catch (PostgresException e)
        {
            throw new SqlRejectedException(e.MessageText, offset: null, e);
        }
        catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException)
        {
            throw PostgresFailures.WhileConnecting(e, stop);
        }
    }
}
