using Relata.Sql.Text;

namespace Relata.Sql.Tree;

/// <summary>Whether tables hold rows that meet a condition, which may name columns of the tables around it.</summary>
/// <param name="From">The tables.</param>
/// <param name="Where">The condition.</param>
public sealed record SqlExists(IReadOnlyList<SqlTable> From, SqlExpression Where) : SqlExpression
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer) => writer
        .Syntax("EXISTS (SELECT 1 FROM ").List(From, ", ", static (writer, node) => writer.Node(node))
        .Syntax(" WHERE ").Node(Where).Syntax(")");
}
