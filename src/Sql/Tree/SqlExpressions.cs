using Relata.Model.Expressions;
using Relata.Model.Schema;
using Relata.Sql.Text;

namespace Relata.Sql.Tree;

/// <summary>A column, as in <c>"t1"."name"</c>.</summary>
/// <param name="Table">The alias of its table; null where the statement has only one.</param>
/// <param name="Column">The column.</param>
public sealed record SqlColumn(string? Table, Column Column) : SqlExpression
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer)
    {
        if (Table is not null) writer.Name(Table).Syntax(".");
        writer.Name(Column.Name);
    }
}

/// <summary>A value kept apart from the text.</summary>
/// <param name="Parameter">What the placeholder takes.</param>
public sealed record SqlParameter(StatementParameter Parameter) : SqlExpression
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer) => writer.Parameter(Parameter);
}

/// <summary>Values that are compared together, as in <c>("a", "b")</c>.</summary>
/// <param name="Items">The values, most significant first.</param>
public sealed record SqlRowConstructor(IReadOnlyList<SqlExpression> Items) : SqlExpression
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer) =>
        writer.Syntax("(").List(Items, ", ", static (writer, node) => writer.Node(node)).Syntax(")");
}

/// <summary>Conditions joined by AND or OR, in parentheses; none at all is a constant.</summary>
/// <param name="Operator">How they are joined.</param>
/// <param name="Operands">The conditions.</param>
public sealed record SqlLogical(LogicalOperator Operator, IReadOnlyList<SqlExpression> Operands) : SqlExpression
{
    /// <summary>The condition that all of them hold: a single one is that one.</summary>
    public static SqlExpression All(IReadOnlyList<SqlExpression> conditions) =>
        conditions is [var one] ? one : new SqlLogical(LogicalOperator.And, conditions);

    /// <inheritdoc/>
    public override void Write(SqlWriter writer)
    {
        if (Operands.Count == 0)
        {
            if (Operator == LogicalOperator.And) writer.Syntax("1 = 1");
            else writer.Syntax("1 = 0");
            return;
        }

        writer.Syntax("(");
        if (Operator == LogicalOperator.And) writer.List(Operands, " AND ", static (writer, node) => writer.Node(node));
        else writer.List(Operands, " OR ", static (writer, node) => writer.Node(node));
        writer.Syntax(")");
    }
}

/// <summary>The opposite of a condition.</summary>
/// <param name="Operand">The condition.</param>
public sealed record SqlNot(SqlExpression Operand) : SqlExpression
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer) => writer.Syntax("NOT (").Node(Operand).Syntax(")");
}

/// <summary>Two values compared.</summary>
/// <param name="Operator">How.</param>
/// <param name="Left">The left value.</param>
/// <param name="Right">The right value.</param>
public sealed record SqlComparison(ComparisonOperator Operator, SqlExpression Left, SqlExpression Right) : SqlExpression
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer)
    {
        writer.Node(Left);
        _ = Operator switch
        {
            ComparisonOperator.Equal => writer.Syntax(" = "),
            ComparisonOperator.NotEqual => writer.Syntax(" <> "),
            ComparisonOperator.Greater => writer.Syntax(" > "),
            ComparisonOperator.GreaterOrEqual => writer.Syntax(" >= "),
            ComparisonOperator.Less => writer.Syntax(" < "),
            ComparisonOperator.LessOrEqual => writer.Syntax(" <= "),
        };
        writer.Node(Right);
    }
}

/// <summary>A value in a list that is one parameter. No standard spelling.</summary>
/// <param name="Operand">The value.</param>
/// <param name="List">The list.</param>
public sealed record SqlIn(SqlExpression Operand, SqlParameter List) : SqlExpression
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer) => throw NotRewritten.By(this);
}

/// <summary>A value between two others.</summary>
/// <param name="Operand">The value.</param>
/// <param name="Low">The smallest that passes.</param>
/// <param name="High">The largest that passes.</param>
public sealed record SqlBetween(SqlExpression Operand, SqlExpression Low, SqlExpression High) : SqlExpression
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer) =>
        writer.Node(Operand).Syntax(" BETWEEN ").Node(Low).Syntax(" AND ").Node(High);
}

/// <summary>A test for NULL, true or false.</summary>
/// <param name="Operand">The value.</param>
/// <param name="Test">What it is tested for.</param>
public sealed record SqlIs(SqlExpression Operand, IsTest Test) : SqlExpression
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer)
    {
        writer.Node(Operand);
        _ = Test switch
        {
            IsTest.Null => writer.Syntax(" IS NULL"),
            IsTest.True => writer.Syntax(" IS TRUE"),
            IsTest.False => writer.Syntax(" IS FALSE"),
        };
    }
}

/// <summary>The number 1 where a condition holds, NULL where it does not.</summary>
/// <param name="Condition">The condition.</param>
public sealed record SqlOneWhere(SqlExpression Condition) : SqlExpression
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer) => writer.Syntax("CASE WHEN ").Node(Condition).Syntax(" THEN 1 END");
}

/// <summary>A text like a pattern, letters compared exactly.</summary>
/// <param name="Operand">The text.</param>
/// <param name="Pattern">The pattern.</param>
public sealed record SqlLike(SqlExpression Operand, SqlExpression Pattern) : SqlExpression
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer) =>
        writer.Node(Operand).Syntax(" LIKE ").Node(Pattern).Syntax(" ESCAPE '\\'");
}

/// <summary>A text like a pattern without regard to case. No standard spelling.</summary>
/// <param name="Operand">The text.</param>
/// <param name="Pattern">The pattern.</param>
public sealed record SqlLikeIgnoringCase(SqlExpression Operand, SqlExpression Pattern) : SqlExpression
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer) => throw NotRewritten.By(this);
}

/// <summary>A text matching a regular expression. No standard spelling.</summary>
/// <param name="Operand">The text.</param>
/// <param name="Pattern">The regular expression.</param>
/// <param name="IgnoreCase">Whether letters match without regard to case.</param>
public sealed record SqlRegex(SqlExpression Operand, SqlExpression Pattern, bool IgnoreCase) : SqlExpression
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer) => throw NotRewritten.By(this);
}

/// <summary>A JSON value or array that contains another. No standard spelling.</summary>
/// <param name="Operand">The containing value.</param>
/// <param name="Value">The contained value.</param>
public sealed record SqlContains(SqlExpression Operand, SqlExpression Value) : SqlExpression
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer) => throw NotRewritten.By(this);
}

/// <summary>The moment at which the transaction began.</summary>
/// <param name="Type">The type of the column that it meets.</param>
public sealed record SqlNow(ColumnType Type) : SqlExpression
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer) => writer.Syntax("CURRENT_TIMESTAMP");
}

/// <summary>The number of rows.</summary>
public sealed record SqlCountRows : SqlExpression
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer) => writer.Syntax("count(*)");
}

/// <summary>The column's default, on the right of an assignment.</summary>
/// <param name="Column">The column that is assigned.</param>
public sealed record SqlDefault(Column Column) : SqlExpression
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer) => writer.Syntax("DEFAULT");
}

/// <summary>The value that an insert brought to a conflict.</summary>
/// <param name="Column">The column.</param>
public sealed record SqlExcluded(Column Column) : SqlExpression
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer) => writer.Syntax("excluded.").Name(Column.Name);
}

internal static class NotRewritten
{
    public static InvalidOperationException By(SqlNode node) =>
        new($"{node.GetType().Name} has no standard spelling; the database's rewrites must replace it.");
}
