using Relata.Model.Schema;

namespace Relata.Planning.Plans;

/// <summary>
/// Writes the shape of a plan as text: equal text means equal SQL, and no value takes part in it. It is an exact key,
/// not a hash, so that two shapes never meet.
/// </summary>
/// <remarks>
/// Reused from call to call on one thread; the span of <see cref="Of"/> is valid until the next call.
/// </remarks>
public sealed partial class Fingerprint : ExpressionFingerprint
{
    /// <summary>The fingerprint of a plan that is not a batch, under one schema snapshot.</summary>
    public ReadOnlySpan<char> Of(Plan plan, int schemaVersion)
    {
        Reset();
        Number(schemaVersion);
        switch (plan)
        {
            case ReadPlan read: Write(read); break;
            case InsertPlan insert: Write(insert); break;
            case UpdatePlan update: Write(update); break;
            case UpdateEachPlan each: Write(each); break;
            case DeletePlan delete: Write(delete); break;
            default: throw new ArgumentException($"A {plan.GetType().Name} has no script of its own.", nameof(plan));
        }

        return Written;
    }

    private void Write(ReadPlan plan)
    {
        Mark('R');
        Table(plan.Table);
        if (plan.Summary is { } summary) Write(summary, plan.Table);
        Write(plan.Projection);
        Condition(plan.Filter);
        Order(plan.Order);
        Condition(plan.Seek);
        Limit(plan.Limit);
        if (plan.Partition is { } partition) Write(partition);
        Mark('O');
        if (plan.Offset is { } offset) Number(offset.Index);
        Mark('#');
        Number((int)plan.Count);
        if (plan.LocksRows) Mark('F');
        if (plan.Keys is not { } keys) return;
        Mark('K');
        Number(keys.Source);
        Number(keys.Names.Count);
    }

    private void Write(Partition partition)
    {
        Mark('P');
        foreach (var column in partition.Columns) ReadColumnReference(column);
        Limit(partition.MaxRows);
    }

    private void Write(SummarySource summary, Table result)
    {
        Mark('G');
        Table(summary.Table);
        Condition(summary.Filter);
        for (var i = 0; i < summary.Groups.Count; i++)
        {
            Read(summary.Groups[i]);
            Text(result.Columns[i].Name);
        }

        foreach (var aggregate in summary.Aggregates)
        {
            Number((int)aggregate.Function);
            if (aggregate.Operand is { } operand) ReadColumnReference(operand);
            Text(aggregate.Column.Name);
        }
    }

    private void Write(InsertPlan plan)
    {
        Mark('I');
        Table(plan.Table);
        Columns(plan.Columns);
        Columns(plan.Stamped);
        Number(plan.RowCount);
        if (plan.Conflict is { } conflict)
        {
            Mark('C');
            Columns(conflict.Columns);
            Columns(conflict.Assigned);
            if (conflict.Stamped is { } stamped) Columns([stamped]);
            if (conflict.Index is { } index) Text(index.Name);
        }

        Write(plan.Returning);
    }

    private void Write(UpdatePlan plan)
    {
        Mark('U');
        Table(plan.Table);
        foreach (var assignment in plan.Assignments)
        {
            Mark('=');
            Number(assignment.Column.Ordinal);
            if (assignment.Value is { } value) Read(value);
        }

        Condition(plan.Filter);
        Write(plan.Chosen);
        Write(plan.Returning);
    }

    private void Write(UpdateEachPlan plan)
    {
        Mark('E');
        Table(plan.Table);
        Number(plan.Source);
        Columns(plan.Columns);
        Columns(plan.Stamped is { } stamped ? [stamped] : []);
        Number(plan.RowCount);
        Condition(plan.Filter);
    }

    private void Write(DeletePlan plan)
    {
        Mark('D');
        Table(plan.Table);
        Condition(plan.Filter);
        Write(plan.Chosen);
        Write(plan.Returning);
    }

    private void Write(ChosenRows? chosen)
    {
        if (chosen is null) return;
        Mark(chosen.SkipsLocked ? 'X' : 'x');
        foreach (var sort in chosen.Order)
        {
            Mark(sort.Descending ? '>' : '<');
            Mark(sort.NullsFirst ? 'f' : 'l');
            ReadColumnReference(sort.Column);
        }

        Mark('L');
        if (chosen.Limit is { } limit) Number(limit);
        Mark('O');
        if (chosen.Offset is { } offset) Number(offset.Index);
    }

    private void Table(Table table)
    {
        Text(table.Name.Schema);
        Text(table.Name.Name);
    }

    private void Columns(IReadOnlyList<Column> columns)
    {
        Mark('|');
        foreach (var column in columns) Number(column.Ordinal);
    }
}
