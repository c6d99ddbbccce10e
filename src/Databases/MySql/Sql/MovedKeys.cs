using Relata.Sql.Text;
using Relata.Sql.Tree;

namespace Relata.Databases.MySql.Sql;

/// <summary>
/// A row is the one that was chosen, with a key that was changed. More than one row cannot get the same key, unless
/// parts of it stay as they are.
/// </summary>
/// <param name="Keys">The keys as they were.</param>
/// <param name="Assigned">The parts that were changed.</param>
internal sealed record MovedKeys(ChosenKeys Keys, IReadOnlyList<SqlAssignment> Assigned) : SqlExpression
{
    public override void Write(SqlWriter writer)
    {
        writer.Syntax("(").List(Assigned, " AND ", static (writer, assignment) => writer.Node(assignment)).Syntax(")");
        var kept = Keys.Key.Where(column => Assigned.All(assignment => assignment.Column != column)).ToArray();
        if (kept.Length == 0) return;
        writer.Syntax(" AND (").List(kept, ", ", static (writer, column) => writer.Name(column.Name)).Syntax(") IN (");
        var parameter = Relata.Sql.StatementParameter.OfConstant(Keys with { Parts = kept }, kept[0].Type);
        writer.Parameter(parameter).Syntax(")");
    }
}
