using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning.Plans;

namespace Relata.Planning.Binding;

/// <summary>Binds an order, of the rows asked for or of a list inside them.</summary>
internal static class OrderBinder
{
    /// <summary>
    /// The key is added behind the caller's order: without it, rows that tie could change places between two pages, and
    /// between two statements that read the same rows. Where there is no key, what the lists inside the rows hang on is
    /// added: rows that still tie have the same lists.
    /// </summary>
    public static IReadOnlyList<Sort> Bind(
        Table table, int source, IReadOnlyList<Ordering> asked, Projection projection)
    {
        var order = new List<Sort>(asked.Count + 1);
        foreach (var ordering in asked) order.Add(Bind(table, source, ordering, order));
        if (table.PrimaryKey is { } key)
        {
            foreach (var part in key.Columns) Add(order, new ColumnReference(part, source));
            return order;
        }

        foreach (var list in projection.Lists)
            foreach (var column in list.Relationship.FromColumns) Add(order, new ColumnReference(column, list.Near));
        return order;
    }

    private static void Add(List<Sort> order, ColumnReference column)
    {
        if (order.TrueForAll(sort => sort.Column != column)) order.Add(new Sort(column, Descending: false));
    }

    private static Sort Bind(Table table, int source, Ordering ordering, List<Sort> order)
    {
        var column = new ColumnReference(Binding.Column(table, ordering.Column), source);
        if (order.Exists(sort => sort.Column == column))
        {
            throw new Failure(FailureCode.MalformedSyntax, $"The order names \"{ordering.Column.Text}\" twice.")
            {
                At = ordering.Column.At,
            }.AsException();
        }

        if (column.Column.Type.Kind == TypeKind.Json)
        {
            throw new Failure(FailureCode.NotApplicable,
                $"\"{column.Column.Name}\" is of type {column.Column.Type.Name}, which has no order.")
            {
                At = ordering.Column.At,
            }.AsException();
        }

        return new Sort(column, ordering.Descending);
    }
}
