using System.Globalization;
using Relata.Model.Schema;
using Relata.Sql.Text;

namespace Relata.Sql.Tree;

/// <summary>Rows that are written out in a FROM clause: VALUES. The first row of a column says its type.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Alias">Their alias.</param>
public sealed record SqlValues(IReadOnlyList<IReadOnlyList<SqlExpression>> Rows, string Alias) : SqlSource(Alias)
{
    /// <summary>A column of the rows, named as databases name those of VALUES by themselves.</summary>
    /// <param name="place">Its place, from 0.</param>
    /// <param name="type">The type of its values.</param>
    public static Column Column(int place, ColumnType type) =>
        new(string.Create(CultureInfo.InvariantCulture, $"column{place + 1}"), place, type);

    /// <inheritdoc/>
    public override void Write(SqlWriter writer)
    {
        writer.Syntax("(VALUES ").List(Rows, ", ", static (writer, row) =>
            writer.Syntax("(").List(row, ", ", static (writer, node) => writer.Node(node)).Syntax(")"));
        writer.Syntax(") AS ").Name(Alias!);
    }
}
