using Relata.Model.Expressions;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Planning.Binding;

/// <summary>A table at its place inside the rows that are answered, and the way to it.</summary>
/// <param name="Table">The table.</param>
/// <param name="Source">Its number among the plan's tables.</param>
/// <param name="By">How its rows are related to those around them; null for the table asked for.</param>
/// <param name="Around">The place of the rows around them; null for the table asked for.</param>
internal sealed record Place(Table Table, int Source, Relationship? By, Place? Around)
{
    /// <summary>How many tables the way has, this one included.</summary>
    public int Depth => Around is null ? 1 : Around.Depth + 1;

    /// <summary>What a related row must be so that no row on the way here is the same; null when it never is.</summary>
    /// <param name="table">The related row's table.</param>
    /// <param name="source">Its number among the plan's tables.</param>
    public Expression? NotHeld(Table table, int source)
    {
        if (KeyOf(table) is not { } key) return null;
        var conditions = new List<Expression>();
        for (var held = this; held is not null; held = held.Around)
            if (held.Table == table) conditions.Add(new Not(Same(key, source, held.Source)));
        return Conditions.All(conditions);
    }

    /// <summary>
    /// Whether rows are related to those here that are neither answered nor on the way here; null when none can be.
    /// </summary>
    public Expression? GoesOn(Binding binding, Selection selection)
    {
        var further = new List<Expression>();
        foreach (var relationship in binding.Schema.RelationshipsOf(Table))
        {
            if (By is not null && relationship.ReturnsFrom(By)) continue;
            if (selection.Embeds.Any(embed => embed.Relationship.Text == relationship.Name)) continue;
            int? through = relationship.Junction is null ? null : binding.NextSource();
            var far = binding.NextSource();
            Expression?[] conditions =
            [
                SoftDelete.Visible(relationship.To, far),
                through is { } number ? SoftDelete.Visible(relationship.Junction!.Table, number) : null,
                NotHeld(relationship.To, far),
            ];
            further.Add(new Exists(
                relationship, Source, far, through, Conditions.All([.. conditions.OfType<Expression>()])));
        }

        return further.Count < 2 ? further.SingleOrDefault() : new Logical(LogicalOperator.Or, further);
    }

    /// <summary>
    /// What tells rows apart. A circle of foreign keys has a table that they reference, which has such a key.
    /// </summary>
    private static Key? KeyOf(Table table) =>
        table.PrimaryKey ?? table.UniqueKeys.FirstOrDefault(key => key.Columns.All(column => !column.IsNullable));

    private static Expression Same(Key key, int source, int other) => Conditions.All(
    [
        .. key.Columns.Select(column => new Comparison(
            ComparisonOperator.Equal, new ColumnReference(column, source), new ColumnReference(column, other))),
    ])!;
}
