using Relata.Model.Schema;
using Relata.Sql;
using Relata.Sql.Text;
using Relata.Sql.Tree;

namespace Relata.Databases.MySql.Sql;

/// <summary>
/// Stands in a statement for the keys that the statement in front of it returned. MariaDB's UPDATE answers no rows, so
/// they are chosen and locked first, then changed, then read again.
/// </summary>
/// <param name="Key">The columns of the key.</param>
internal sealed record ChosenKeys(IReadOnlyList<Column> Key)
{
    /// <summary>Which columns of it stand at this place.</summary>
    public IReadOnlyList<Column> Parts { get; init; } = Key;

    /// <inheritdoc/>
    public override string ToString() => "the keys chosen before";
}

/// <summary>A row is among those that were chosen.</summary>
/// <param name="Keys">The keys.</param>
internal sealed record InChosenKeys(ChosenKeys Keys) : SqlExpression
{
    public override void Write(SqlWriter writer)
    {
        if (Keys.Key.Count > 1) writer.Syntax("(");
        writer.List(Keys.Key, ", ", static (writer, column) => writer.Name(column.Name));
        if (Keys.Key.Count > 1) writer.Syntax(")");
        writer.Syntax(" IN (").Parameter(StatementParameter.OfConstant(Keys, Keys.Key[0].Type)).Syntax(")");
    }
}
