namespace Relata.Planning.Plans;

/// <content>What is read of rows and of the related rows inside them.</content>
public sealed partial class Fingerprint
{
    private void Write(Projection? projection)
    {
        if (projection is null)
        {
            Mark('-');
            return;
        }

        if (projection.IsWholeTable)
        {
            Mark('*');
            return;
        }

        foreach (var join in projection.Joins)
        {
            Mark('J');
            Number(join.Source);
            Number(join.Child);
            Text(join.Relationship.Name);
            Condition(join.Filter);
        }

        foreach (var list in projection.Lists) Write(list);
        Mark('{');
        foreach (var cell in projection.Cells) ReadColumnReference(cell);
        Places(projection.Layout.Fields);
        foreach (var end in projection.Ends) Condition(end);
        Fields(projection.Layout.Fields);
        foreach (var cell in projection.Layout.KeyCells) Number(cell);
        Mark('}');
    }

    private void Write(RelatedList list)
    {
        Mark('l');
        Number(list.Near);
        Number(list.Source);
        Text(list.Relationship.Name);
        Write(list.Projection);
        Condition(list.Filter);
        Order(list.Order);
        Limit(list.Limit);
        Mark(';');
    }

    private void Order(IReadOnlyList<Sort> order)
    {
        foreach (var sort in order)
        {
            Mark(sort.Descending ? '>' : '<');
            ReadColumnReference(sort.Column);
        }
    }

    private void Limit(long? limit)
    {
        Mark('L');
        if (limit is { } rows) Number(rows);
    }

    /// <summary>Columns mostly stand in the order in which they are read; where they do not, it matters.</summary>
    private void Places(IReadOnlyList<RowField> fields)
    {
        for (var place = 0; place < fields.Count; place++)
        {
            if (fields[place] is not CellField { Cell: var cell } || cell == place) continue;
            Mark('@');
            Number(place);
            Number(cell);
        }
    }

    /// <summary>
    /// The layout matters too, because a script carries it: without the count, a cell read only for the key would be no
    /// different from one that is answered.
    /// </summary>
    private void Fields(IReadOnlyList<RowField> fields)
    {
        Number(fields.Count);
        foreach (var field in fields)
        {
            if (field is CellField) continue;
            Mark('[');
            Text(field.Name);
            if (field is ListField list)
            {
                Mark('l');
                Number(list.List);
            }
            else if (field is ObjectField nested)
            {
                Number(nested.PresenceCell);
                Fields(nested.Fields);
            }

            Mark(']');
        }
    }
}
