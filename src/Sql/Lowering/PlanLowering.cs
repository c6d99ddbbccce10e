using System.Globalization;
using Relata.Model.Expressions;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning.Plans;
using Relata.Sql.Tree;

namespace Relata.Sql.Lowering;

/// <summary>
/// Lowers a plan to statements in SQL that every database shares, save the nodes that have no standard spelling.
/// </summary>
internal static class PlanLowering
{
    public static IReadOnlyList<SqlStatement> Lower(Plan plan) => plan switch
    {
        ReadPlan { Count: CountMode.Exact } read => [Count(read, new SqlCountRows()), Lower(read)],
        ReadPlan { Count: CountMode.Estimated } read => [new SqlEstimate(Count(read, new SqlNumber(1))), Lower(read)],
        ReadPlan read => [Lower(read)],
        InsertPlan insert => [Lower(insert)],
        UpdatePlan update => [Lower(update)],
        UpdateEachPlan each => [SentRowsLowering.Lower(each, Condition(ManyTables, each.Filter))],
        DeletePlan delete => [Lower(delete)],
        _ => throw new ArgumentException($"A {plan.GetType().Name} has no script of its own.", nameof(plan)),
    };

    private static ExpressionLowering OneTable { get; } = new(static _ => null);

    private static ExpressionLowering ManyTables { get; } = new(Alias);

    private static SqlSelect Lower(ReadPlan plan)
    {
        var expressions = Expressions(plan);
        SqlSort[] order = [.. plan.Order.Select(sort => new SqlSort(Qualified(plan, sort.Column), sort.Descending))];
        var select = new SqlSelect(
            Cells(expressions, plan.Projection),
            From(plan),
            [.. plan.Projection.Joins.Select(join => EmbedLowering.Lower(expressions, join))],
            Condition(expressions, Conditions(plan)),
            order,
            plan.Limit,
            plan.Offset is { } offset ? ExpressionLowering.Parameter(offset) : null)
        {
            LocksRows = plan.LocksRows,
        };
        if (plan.Partition is { } partition)
        {
            var columns = partition.Columns.Select(column => Qualified(plan, column));
            return PartitionLowering.Lower(select, plan, [.. columns], partition.MaxRows + 1);
        }

        return plan.Keys is { } keys ? SentRowsLowering.ByKeys(select, plan.Table, keys) : select;
    }

    private static Expression? Conditions(ReadPlan plan) => (plan.Filter, plan.Seek) switch
    {
        (var filter, null) => filter,
        (null, var seek) => seek,
        ({ } filter, { } seek) => new Logical(LogicalOperator.And, [filter, seek]),
    };

    /// <summary>
    /// A bare name in ORDER BY means the cell of that name, which a database may have cast to text; a qualified one
    /// means the column (https://www.postgresql.org/docs/current/sql-select.html#SQL-ORDERBY).
    /// </summary>
    private static SqlColumn Qualified(ReadPlan plan, ColumnReference column) =>
        new(AliasOf(plan) is null ? plan.Table.Name.Name : Alias(column.Source), column.Column);

    /// <summary>Parents neither add nor remove rows, so they need not be joined to count.</summary>
    private static SqlSelect Count(ReadPlan plan, SqlExpression cell) =>
        new([cell], From(plan), [], Condition(Expressions(plan), plan.Filter), [], null, null);

    private static SqlSource From(ReadPlan plan)
    {
        if (plan.Summary is not { } summary) return new SqlTable(plan.Table.Name, AliasOf(plan));
        var (expressions, alias) = plan.Sources == 1 ? (OneTable, null) : (ManyTables, Alias(0));
        return SummaryLowering.Lower(summary, plan.Table, expressions, alias);
    }

    /// <summary>A plan over one table has no alias: its columns stand alone, as a person would write them.</summary>
    private static string? AliasOf(Plan plan) =>
        plan.Sources == 1 || plan is ReadPlan { Summary: not null } ? null : Alias(0);

    private static ExpressionLowering Expressions(Plan plan) => AliasOf(plan) is null ? OneTable : ManyTables;

    private static SqlInsert Lower(InsertPlan plan)
    {
        var columns = plan.Columns;
        var stamps = plan.Stamped.Select(column => (SqlExpression)new SqlNow(column.Type)).ToArray();
        var rows = Enumerable.Range(0, plan.RowCount).Select(row => (IReadOnlyList<SqlExpression>)
            [.. columns.Select((column, i) => Value(row * columns.Count + i, column)), .. stamps]);
        var conflict = plan.Conflict is { } on ? Lower(on, plan.Table) : null;
        return new SqlInsert(
            plan.Table.Name, [.. columns, .. plan.Stamped], [.. rows], conflict, Cells(OneTable, plan.Returning));
    }

    private static SqlConflict Lower(ConflictPlan plan, Table table)
    {
        var assigned = plan.Assigned.Select(column => new SqlAssignment(column, new SqlExcluded(column)));
        if (plan.Stamped is { } stamped)
            assigned = assigned.Append(new SqlAssignment(stamped, new SqlNow(stamped.Type)));
        return new SqlConflict(plan.Columns, [.. assigned])
        {
            Index = plan.Index,
            Keys = [.. table.UniqueKeys.Prepend(table.PrimaryKey).OfType<Key>().Select(key => key.Columns)],
        };
    }

    private static SqlParameter Value(int index, Column column) =>
        new(new StatementParameter(index, column.Type, IsList: false));

    private static SqlStatement Lower(UpdatePlan plan)
    {
        var update = new SqlUpdate(
            new SqlTable(plan.Table.Name, AliasOf(plan)),
            [.. plan.Assignments.Select(assignment => new SqlAssignment(
                assignment.Column,
                assignment.Value is { } value ? OneTable.Read(value) : new SqlDefault(assignment.Column)))],
            Condition(Expressions(plan), plan.Filter),
            Cells(OneTable, plan.Returning))
        {
            Key = plan.Table.PrimaryKey?.Columns ?? [],
        };
        if (plan.Chosen is not { } chosen) return update;
        var key = plan.Table.PrimaryKey!.Columns;
        return new SqlChosen(
            Choice(plan, plan.Table, plan.Filter, chosen, locks: true),
            update with { Table = new SqlTable(plan.Table.Name, null), Where = new SqlInChosen(key) });
    }

    private static SqlStatement Lower(DeletePlan plan)
    {
        var delete = new SqlDelete(
            new SqlTable(plan.Table.Name, AliasOf(plan)),
            Condition(Expressions(plan), plan.Filter),
            Cells(OneTable, plan.Returning));
        if (plan.Chosen is not { } chosen) return delete;
        var key = plan.Table.PrimaryKey!.Columns;

        // A lock takes the right to update, and sees only rows that row security lets be updated. Without one, a row
        // that has changed since it was chosen has to pass the filter still.
        return new SqlChosen(
            Choice(plan, plan.Table, plan.Filter, chosen, locks: false),
            delete with { Where = SqlLogical.All([new SqlInChosen(key), .. Maybe(delete.Where)]) });
    }

    private static SqlExpression[] Maybe(SqlExpression? condition) => condition is null ? [] : [condition];

    private static SqlSelect Choice(Plan plan, Table table, Expression? filter, ChosenRows chosen, bool locks)
    {
        var alias = AliasOf(plan) ?? table.Name.Name;
        return new SqlSelect(
            [.. table.PrimaryKey!.Columns.Select(column => new SqlColumn(alias, column))],
            new SqlTable(table.Name, AliasOf(plan)),
            [],
            Condition(Expressions(plan), filter),
            [.. chosen.Order.Select(sort => new SqlSort(new SqlColumn(alias, sort.Column.Column), sort.Descending)
            {
                NullsFirst = sort.NullsFirst,
            })],
            chosen.Limit,
            chosen.Offset is { } offset ? ExpressionLowering.Parameter(offset) : null)
        {
            LocksRows = locks && !chosen.SkipsLocked,
            SkipsLocked = chosen.SkipsLocked,
        };
    }

    private static IReadOnlyList<SqlExpression> Cells(ExpressionLowering expressions, Projection? projection) =>
        projection is null ? [] : EmbedLowering.Cells(expressions, projection);

    private static SqlExpression? Condition(ExpressionLowering expressions, Expression? filter) =>
        filter is null ? null : expressions.Read(filter);

    internal static string Alias(int source) => string.Create(CultureInfo.InvariantCulture, $"t{source}");
}
