using Relata.Model.Failures;
using Relata.Model.Schema;
using Relata.Sql.Rewrites;
using Relata.Sql.Tree;

namespace Relata.Databases.MySql.Sql;

/// <summary>
/// Makes statements that MariaDB has of those that it has not. An UPDATE that answers rows is three: one that chooses
/// their keys and locks them, the change of exactly these, and a read of them.
/// </summary>
public sealed class MySqlStatements : SqlRewrite
{
    /// <inheritdoc/>
    public override IReadOnlyList<SqlStatement> Split(SqlStatement statement) => statement switch
    {
        SqlSelect select => [Pages.WithValues(select)],
        SqlChosen { Change: SqlUpdate update } chosen => Chosen(chosen.Rows, update, KeyOf(chosen)),
        SqlChosen { Change: SqlDelete delete } chosen =>
            [Choice(chosen.Rows), delete with { Where = Deletes.Chosen(delete.Where, KeysOf(chosen)) }],
        SqlUpdate { From: SqlValues rows } update => [new JoinedUpdate(update, new UnionedRows(rows))],
        SqlUpdate { Returning.Count: > 0 } update => Answered(update),
        SqlInsert { Conflict.Assignments.Count: 0 } insert => [.. insert.Rows.Select(row => IfAbsent(insert, row))],
        SqlInsert { Conflict: not null, Returning.Count: 0 } insert =>
            [new MySqlInsert(insert with { Returning = [new SqlNumber(1)] })],
        SqlInsert insert => [new MySqlInsert(insert)],
        _ => [statement],
    };

    private static IReadOnlyList<SqlStatement> Answered(SqlUpdate update)
    {
        if (update.Key.Count == 0)
        {
            throw new Failure(FailureCode.NotApplicable,
                $"MariaDB cannot answer changed rows of \"{update.Table.Name.Name}\", which has no primary key.")
            {
                Hint = "Send \"Prefer: return=minimal\".",
            }.AsException();
        }

        var rows = new SqlSelect(
            [.. update.Key.Select(column => new SqlColumn(update.Table.Alias, column))],
            update.Table,
            [],
            update.Where,
            [],
            null,
            null)
        {
            LocksRows = true,
        };
        return Chosen(rows, update with { Table = new SqlTable(update.Table.Name, null) }, update.Key);
    }

    private static IReadOnlyList<SqlStatement> Chosen(SqlSelect rows, SqlUpdate update, IReadOnlyList<Column> key)
    {
        var keys = new InChosenKeys(new ChosenKeys(key));
        var change = update with { Where = keys, Returning = [] };
        if (update.Returning.Count == 0) return [Choice(rows), change];
        var table = new SqlTable(update.Table.Name, null);
        SqlSort[] order = [.. key.Select(column => new SqlSort(new SqlColumn(null, column), Descending: false))];
        var answer = new SqlSelect(update.Returning, table, [], Moved(update, key, keys), order, null, null);
        return [Choice(rows), change, answer];
    }

    /// <summary>Where the rows are found again: a change of the key gives them the one that was sent.</summary>
    private static SqlExpression Moved(SqlUpdate update, IReadOnlyList<Column> key, InChosenKeys keys)
    {
        var assigned = update.Assignments.Where(assignment => key.Contains(assignment.Column)).ToArray();
        if (assigned.Length == 0) return keys;
        return new MovedKeys(keys.Keys, [.. assigned]);
    }

    private static SqlSelect Choice(SqlSelect rows) => Pages.WithValues(rows with
    {
        Columns = [.. rows.Columns.Select(cell =>
            cell is SqlColumn { Column.Type: var type } ? Output.Of(cell, type) : cell)],
    });

    private static InChosenKeys KeysOf(SqlChosen chosen) => new(new ChosenKeys(KeyOf(chosen)));

    private static Column[] KeyOf(SqlChosen chosen) =>
        [.. chosen.Rows.Columns.OfType<SqlColumn>().Select(column => column.Column)];

    /// <summary>A key of which a part is not sent is one that the database makes anew.</summary>
    private static SqlStatement IfAbsent(SqlInsert insert, IReadOnlyList<SqlExpression> row)
    {
        var (columns, conflict, one) = (insert.Columns.ToList(), insert.Conflict!, insert with { Rows = [row] });
        var keys = conflict.Columns.Count > 0 ? [conflict.Columns] : conflict.Keys;
        var sent = keys
            .Where(key => key.All(columns.Contains))
            .Select(key => (IReadOnlyList<SqlAssignment>)
                [.. key.Select(column => new SqlAssignment(column, row[columns.IndexOf(column)]))])
            .ToArray();
        return sent.Length == 0 ? new MySqlInsert(one with { Conflict = null }) : new InsertIfAbsent(one, sent);
    }
}
