using Relata.Model.Schema;
using Relata.Sql.Text;

namespace Relata.Sql.Tree;

/// <summary>A cell of a sub-query with the name by which the query around it reads it.</summary>
/// <param name="Value">The cell.</param>
/// <param name="Name">The column that the query around it sees.</param>
public sealed record SqlNamed(SqlExpression Value, Column Name) : SqlExpression
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer) => writer.Node(Value).Syntax(" AS ").Name(Name.Name);
}
