using Relata.Model.Schema;
using Relata.Sql.Text;

namespace Relata.Sql.Tree;

/// <summary>SELECT.</summary>
/// <param name="Columns">The cells of each row.</param>
/// <param name="From">The table, or what stands for one.</param>
/// <param name="Joins">Further tables.</param>
/// <param name="Where">Which rows; null means all.</param>
/// <param name="OrderBy">The order.</param>
/// <param name="Limit">At most this many rows; null means all.</param>
/// <param name="Offset">How many are passed over; null means none.</param>
public sealed record SqlSelect(
    IReadOnlyList<SqlExpression> Columns,
    SqlSource From,
    IReadOnlyList<SqlJoin> Joins,
    SqlExpression? Where,
    IReadOnlyList<SqlSort> OrderBy,
    long? Limit,
    SqlExpression? Offset) : SqlStatement
{
    /// <summary>Whether others are kept from changing the rows until the transaction ends.</summary>
    public bool LocksRows { get; init; }

    /// <summary>The values in which rows must be alike to become one; none keeps each, or makes one of all.</summary>
    public IReadOnlyList<SqlExpression> GroupBy { get; init; } = [];

    /// <summary>Whether the rows are locked against others, and those that others hold passed over.</summary>
    public bool SkipsLocked { get; init; }

    /// <inheritdoc/>
    public override void Write(SqlWriter writer)
    {
        writer.Syntax("SELECT ").List(Columns, ", ", static (writer, node) => writer.Node(node));
        writer.Syntax("\nFROM ").Node(From);
        foreach (var join in Joins) writer.Syntax("\n").Node(join);
        if (Where is not null) writer.Syntax("\nWHERE ").Node(Where);
        if (GroupBy.Count > 0)
            writer.Syntax("\nGROUP BY ").List(GroupBy, ", ", static (writer, node) => writer.Node(node));
        if (OrderBy.Count > 0)
            writer.Syntax("\nORDER BY ").List(OrderBy, ", ", static (writer, node) => writer.Node(node));
        if (Limit is { } limit) writer.Syntax("\nLIMIT ").Number(limit);
        if (Offset is not null) writer.Syntax("\nOFFSET ").Node(Offset);
        if (LocksRows) writer.Syntax("\nFOR UPDATE");
        if (SkipsLocked) writer.Syntax("\nFOR UPDATE SKIP LOCKED");
    }
}

/// <summary>What stands in a FROM clause.</summary>
/// <param name="Alias">Its alias; null where the statement has no other table.</param>
public abstract record SqlSource(string? Alias) : SqlNode;

/// <summary>A table in a FROM clause.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="Alias">Its alias; null where the statement has no other table.</param>
public sealed record SqlTable(QualifiedName Name, string? Alias) : SqlSource(Alias)
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer)
    {
        writer.Name(Name);
        if (Alias is not null) writer.Syntax(" AS ").Name(Alias);
    }
}

/// <summary>The rows of a sub-query in a FROM clause.</summary>
/// <param name="Select">The sub-query.</param>
/// <param name="Alias">Its alias.</param>
public sealed record SqlDerivedTable(SqlSelect Select, string Alias) : SqlSource(Alias)
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer) => writer.Syntax("(").Node(Select).Syntax(") AS ").Name(Alias!);
}

/// <summary>JOIN, or LEFT JOIN.</summary>
/// <param name="Table">The joined table.</param>
/// <param name="On">The condition.</param>
/// <param name="IsLeft">Whether a row without a partner stays.</param>
public sealed record SqlJoin(SqlTable Table, SqlExpression On, bool IsLeft) : SqlNode
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer)
    {
        if (IsLeft) writer.Syntax("LEFT ");
        writer.Syntax("JOIN ").Node(Table).Syntax(" ON ").Node(On);
    }
}

/// <summary>One key of ORDER BY; NULLs stand where the largest value would.</summary>
/// <param name="Value">The value.</param>
/// <param name="Descending">Whether large values come first.</param>
/// <param name="SaysNulls">Whether the place of NULLs is written out, for a database that puts them elsewhere by
/// itself.</param>
public sealed record SqlSort(SqlExpression Value, bool Descending, bool SaysNulls = false) : SqlNode
{
    /// <summary>Whether NULLs come first wherever the largest value would stand.</summary>
    public bool NullsFirst { get; init; }

    /// <inheritdoc/>
    public override void Write(SqlWriter writer)
    {
        writer.Node(Value);
        if (Descending) writer.Syntax(" DESC");
        if (NullsFirst)
        {
            writer.Syntax(" NULLS FIRST");
            return;
        }

        if (!SaysNulls) return;
        if (Descending) writer.Syntax(" NULLS FIRST");
        else writer.Syntax(" NULLS LAST");
    }
}

/// <summary>INSERT.</summary>
/// <param name="Into">The table.</param>
/// <param name="Columns">The columns; none inserts one row of defaults.</param>
/// <param name="Rows">The values of each row.</param>
/// <param name="Conflict">What happens to a row whose key exists; null makes it an error.</param>
/// <param name="Returning">The cells answered of each row.</param>
public sealed record SqlInsert(
    QualifiedName Into,
    IReadOnlyList<Column> Columns,
    IReadOnlyList<IReadOnlyList<SqlExpression>> Rows,
    SqlConflict? Conflict,
    IReadOnlyList<SqlExpression> Returning) : SqlStatement
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer)
    {
        writer.Syntax("INSERT INTO ").Name(Into);
        if (Columns.Count == 0)
        {
            writer.Syntax("\nDEFAULT VALUES");
        }
        else
        {
            writer.Syntax(" (").List(Columns, ", ", static (writer, column) => writer.Name(column.Name))
                .Syntax(")\nVALUES ");
            writer.List(Rows, ", ", static (writer, row) =>
                writer.Syntax("(").List(row, ", ", static (writer, node) => writer.Node(node)).Syntax(")"));
        }

        if (Conflict is not null) writer.Syntax("\n").Node(Conflict);
        SqlReturning.Write(writer, Returning);
    }
}

/// <summary>ON CONFLICT.</summary>
/// <param name="Columns">The key; none means any.</param>
/// <param name="Assignments">What changes; nothing leaves the stored row alone.</param>
public sealed record SqlConflict(IReadOnlyList<Column> Columns, IReadOnlyList<SqlAssignment> Assignments) : SqlNode
{
    /// <summary>The index that is meant, where only some of the rows are in it; null for the key of all rows.</summary>
    public UniqueIndex? Index { get; init; }

    /// <summary>Every key of the table, for a database that has to name them where any is meant.</summary>
    public IReadOnlyList<IReadOnlyList<Column>> Keys { get; init; } = [];

    /// <inheritdoc/>
    public override void Write(SqlWriter writer)
    {
        writer.Syntax("ON CONFLICT");
        if (Columns.Count > 0)
            writer.Syntax(" (").List(Columns, ", ", static (writer, column) => writer.Name(column.Name)).Syntax(")");
        if (Index is not null) writer.Syntax(" WHERE ").Condition(Index);
        if (Assignments.Count == 0) writer.Syntax(" DO NOTHING");
        else writer.Syntax(" DO UPDATE SET ").List(Assignments, ", ", static (writer, node) => writer.Node(node));
    }
}

/// <summary>A column that gets a value.</summary>
/// <param name="Column">The column.</param>
/// <param name="Value">The value.</param>
public sealed record SqlAssignment(Column Column, SqlExpression Value) : SqlNode
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer) => writer.Name(Column.Name).Syntax(" = ").Node(Value);
}

/// <summary>UPDATE.</summary>
/// <param name="Table">The table.</param>
/// <param name="Assignments">What changes.</param>
/// <param name="Where">Which rows; null means all.</param>
/// <param name="Returning">The cells answered of each row.</param>
public sealed record SqlUpdate(
    SqlTable Table,
    IReadOnlyList<SqlAssignment> Assignments,
    SqlExpression? Where,
    IReadOnlyList<SqlExpression> Returning) : SqlStatement
{
    /// <summary>What else the assignments and the condition read; null when they read the table alone.</summary>
    public SqlSource? From { get; init; }

    /// <summary>
    /// The table's primary key, for a database that does not answer the rows of an UPDATE; none where it has none.
    /// </summary>
    public IReadOnlyList<Column> Key { get; init; } = [];

    /// <inheritdoc/>
    public override void Write(SqlWriter writer)
    {
        writer.Syntax("UPDATE ").Node(Table).Syntax("\nSET ");
        writer.List(Assignments, ", ", static (writer, node) => writer.Node(node));
        if (From is not null) writer.Syntax("\nFROM ").Node(From);
        if (Where is not null) writer.Syntax("\nWHERE ").Node(Where);
        SqlReturning.Write(writer, Returning);
    }
}

/// <summary>DELETE.</summary>
/// <param name="From">The table.</param>
/// <param name="Where">Which rows; null means all.</param>
/// <param name="Returning">The cells answered of each row.</param>
public sealed record SqlDelete(
    SqlTable From, SqlExpression? Where, IReadOnlyList<SqlExpression> Returning) : SqlStatement
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer)
    {
        writer.Syntax("DELETE FROM ").Node(From);
        if (Where is not null) writer.Syntax("\nWHERE ").Node(Where);
        SqlReturning.Write(writer, Returning);
    }
}

internal static class SqlReturning
{
    public static void Write(SqlWriter writer, IReadOnlyList<SqlExpression> cells)
    {
        if (cells.Count == 0) return;
        writer.Syntax("\nRETURNING ").List(cells, ", ", static (writer, node) => writer.Node(node));
    }
}
