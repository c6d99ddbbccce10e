using Relata.Model.Expressions;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Planning.Binding;

/// <summary>Binds which rows are meant: a key, a filter, or both; and among them those that are not deleted.</summary>
internal static class Conditions
{
    public static Expression? Bind(Binding binding, Table table, RowKey? key, Expression? filter, string verb)
    {
        var conditions = new List<Expression>();
        if (key is not null)
        {
            var primary = Binding.PrimaryKey(table, key, verb);
            for (var i = 0; i < key.Parts.Count; i++)
            {
                var column = primary.Columns[i];
                var value = binding.Compared(key.Parts[i], column);
                conditions.Add(new Comparison(ComparisonOperator.Equal, new ColumnReference(column, 0), value));
            }
        }

        if (filter is not null) conditions.Add(new FilterBinder(binding, table).Read(filter));
        if (SoftDelete.Visible(binding, table, 0) is { } visible) conditions.Add(visible);
        return All(conditions);
    }

    public static Expression? All(IReadOnlyList<Expression> conditions) => conditions.Count switch
    {
        0 => null,
        1 => conditions[0],
        _ => new Logical(LogicalOperator.And, conditions),
    };
}
