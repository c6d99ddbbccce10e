using Microsoft.Data.Sqlite;
using Relata.Databases.Contract.Functions;
using Relata.Databases.Sqlite.Sessions;
using Relata.Databases.Sqlite.Types;
using Relata.Model.Failures;
using Relata.Model.Schema;
using Relata.Planning.Plans;
using Relata.Sql;
using SQLitePCL;

namespace Relata.Databases.Sqlite.Functions;

/// <summary>Files of SQL on SQLite: queries. It has no functions that are stored.</summary>
/// <param name="sessions">The connections.</param>
internal sealed class SqliteFunctionFiles(SqliteSessionSource sessions) : IFunctionRegistry
{
    /// <summary>
    /// What a query starts with. Others, such as <c>PRAGMA</c> and <c>ATTACH</c>, would change the connection for
    /// whoever has it next, and SQLite counts them among those that only read.
    /// </summary>
    private static readonly string[] Starts = ["SELECT", "WITH", "VALUES", "INSERT", "UPDATE", "DELETE", "REPLACE"];

    /// <summary>Text that is compared or stored as what it looks like, as SQLite does.</summary>
    private static readonly ColumnType Untyped = SqliteColumnTypes.Of("");

    /// <inheritdoc/>
    public SqlLexis Lexis { get; } = new() { Backticks = true, Brackets = true, OtherParameters = "?$@:" };

    /// <inheritdoc/>
    public async ValueTask<DescribedQuery> DescribeAsync(QueryDraft draft, CancellationToken stop)
    {
        var text = draft.ToText(QueryDraft.Numbered);
        RequireQuery(text, draft);
        ColumnType?[] types =
            [.. draft.Parameters.Select(parameter => parameter.Type is { } type ? SqliteColumnTypes.Of(type) : null)];
        try
        {
            var (writes, layout) = await sessions.LookAtAsync(
                text, statement => (statement.Writes, LayoutOf(statement)), stop);
            if (writes && !draft.MayWrite)
            {
                throw new SqlRejectedException(
                    "a GET changes nothing, and this does: say -- @volatile if it is meant", draft.Pieces[0].Offset);
            }

            RequireDistinct(layout, draft);
            var statement = new Statement(
                text, [.. types.Select((type, i) => new StatementParameter(i, type ?? Untyped, IsList: false))]);
            return new DescribedQuery(new Script([statement], layout), types);
        }
        catch (FailureException e) when (IsAboutSql(e))
        {
            var cause = (SqliteException)e.InnerException!;
            var said = SqliteFailures.MessageOf(cause);
            var place = SqliteErrorPlace.Of(said, text);
            throw new SqlRejectedException(
                said, place is { } at ? draft.OffsetOf(at, QueryDraft.Numbered) : draft.Pieces[0].Offset, cause);
        }
    }

    /// <inheritdoc/>
    public ValueTask<CreatedFunction> CreateAsync(FunctionDraft draft, CancellationToken stop) =>
        throw new SqlRejectedException("SQLite stores no functions: a file holds a query", draft.Statements[0].Offset);

    /// <inheritdoc/>
    public ValueTask DropAsync(CreatedFunction function, CancellationToken stop) => ValueTask.CompletedTask;

    private static bool IsAboutSql(FailureException e) =>
        e.InnerException is SqliteException { SqliteErrorCode: raw.SQLITE_ERROR };

    private static RowLayout? LayoutOf(SqliteStatement statement)
    {
        if (statement.Columns == 0) return null;
        var names = new CellField[statement.Columns];
        var cells = new ColumnType[statement.Columns];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = new CellField(raw.sqlite3_column_name(statement.Handle, i).utf8_to_string(), i);
            cells[i] = SqliteColumnTypes.Of(raw.sqlite3_column_decltype(statement.Handle, i).utf8_to_string() ?? "");
        }

        return new RowLayout(cells, names, []);
    }

    private static void RequireQuery(string text, QueryDraft draft)
    {
        var word = new string([.. text.TakeWhile(char.IsAsciiLetter)]).ToUpperInvariant();
        if (Starts.Contains(word)) return;
        throw new SqlRejectedException(
            $"a query starts with {string.Join(", ", Starts[..^1])} or {Starts[^1]}", draft.Pieces[0].Offset);
    }

    private static void RequireDistinct(RowLayout? layout, QueryDraft draft)
    {
        var twice = layout?.Fields.GroupBy(field => field.Name).FirstOrDefault(same => same.Count() > 1);
        if (twice is not null)
        {
            throw new SqlRejectedException(
                $"two columns are called \"{twice.Key}\": name one of them by AS", draft.Pieces[0].Offset);
        }
    }
}
