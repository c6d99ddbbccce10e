using Relata.Model.Expressions;
using Relata.Sql.Text;
using Relata.Sql.Tree;

namespace Relata.Databases.Postgres.Sql;

/// <summary>
/// The value at a place within a JSON column. CASE looks at the kind before the value is cast, so that no cast meets
/// what it cannot read (https://www.postgresql.org/docs/current/functions-conditional.html).
/// </summary>
internal sealed record JsonAt(SqlExpression Operand, SqlExpression Steps, JsonKind Kind) : SqlExpression
{
    public override void Write(SqlWriter writer) => _ = Kind switch
    {
        JsonKind.Any => Place(writer.Syntax("(")).Syntax(")"),
        JsonKind.Number => If(writer, static writer => writer.Syntax("'number'"))
            .Node(new JsonTextAt(Operand, Steps)).Syntax("::numeric END"),
        JsonKind.Text => If(writer, static writer => writer.Syntax("'string'"))
            .Node(new JsonTextAt(Operand, Steps)).Syntax(" END"),
        JsonKind.Boolean => If(writer, static writer => writer.Syntax("'boolean'"))
            .Node(new JsonTextAt(Operand, Steps)).Syntax("::boolean END"),
        JsonKind.Null => Type(writer.Syntax("(")).Syntax(" = 'null')"),
    };

    private SqlWriter If(SqlWriter writer, Action<SqlWriter> type)
    {
        Type(writer.Syntax("CASE ")).Syntax(" WHEN ");
        type(writer);
        return writer.Syntax(" THEN ");
    }

    /// <summary>
    /// A json column has the operators of a path too, but what they find must become jsonb to tell what it is.
    /// </summary>
    private SqlWriter Type(SqlWriter writer) => Place(writer.Syntax("jsonb_typeof((")).Syntax(")::jsonb)");

    private SqlWriter Place(SqlWriter writer) => writer.Node(Operand).Syntax(" #> ").Node(Steps);
}

/// <summary>The text at a place within a JSON column.</summary>
internal sealed record JsonTextAt(SqlExpression Operand, SqlExpression Steps) : SqlExpression
{
    public override void Write(SqlWriter writer) =>
        writer.Syntax("(").Node(Operand).Syntax(" #>> ").Node(Steps).Syntax(")");
}
