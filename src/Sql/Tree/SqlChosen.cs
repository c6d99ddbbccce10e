using Relata.Model.Schema;
using Relata.Sql.Text;

namespace Relata.Sql.Tree;

/// <summary>A change of rows that are chosen first, by their keys.</summary>
/// <param name="Rows">Chooses them; its columns are those of the key.</param>
/// <param name="Change">The change, whose condition holds a <see cref="SqlInChosen"/>.</param>
/// <remarks>
/// Materialised, so that rows are chosen once. As a sub-query of the change, rows could be chosen anew for each row
/// that is compared, and locked though they are not changed.
/// </remarks>
public sealed record SqlChosen(SqlSelect Rows, SqlStatement Change) : SqlStatement
{
    internal const string Name = "chosen";

    /// <inheritdoc/>
    public override void Write(SqlWriter writer) =>
        writer.Syntax("WITH ").Name(Name).Syntax(" AS MATERIALIZED (\n").Node(Rows).Syntax("\n)\n").Node(Change);
}

/// <summary>A row is among those that were chosen.</summary>
/// <param name="Key">The columns of the key.</param>
public sealed record SqlInChosen(IReadOnlyList<Column> Key) : SqlExpression
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer)
    {
        if (Key.Count > 1) writer.Syntax("(");
        writer.List(Key, ", ", static (writer, column) => writer.Name(column.Name));
        if (Key.Count > 1) writer.Syntax(")");
        writer.Syntax(" IN (SELECT ").List(Key, ", ", static (writer, column) => writer.Name(column.Name));
        writer.Syntax(" FROM ").Name(SqlChosen.Name).Syntax(")");
    }
}
