using System.Buffers;
using Relata.Model.Expressions;
using Relata.Model.Schema;

namespace Relata.Planning.Plans;

/// <summary>
/// Writes the shape of a plan as text: equal text means equal SQL, and no value takes part in it. It is an exact key, not a
/// hash, so that two shapes never meet.
/// </summary>
/// <remarks>Reused from call to call on one thread; the span of <see cref="Of"/> is valid until the next call.</remarks>
public sealed class Fingerprint : ExpressionReader<bool>
{
    private readonly ArrayBufferWriter<char> text = new(256);

    /// <summary>The fingerprint of a plan that is not a batch, under one schema snapshot.</summary>
    public ReadOnlySpan<char> Of(Plan plan, int schemaVersion)
    {
        text.ResetWrittenCount();
        Number(schemaVersion);
        switch (plan)
        {
            case ReadPlan read: Write(read); break;
            case InsertPlan insert: Write(insert); break;
            case UpdatePlan update: Write(update); break;
            case DeletePlan delete: Write(delete); break;
            default: throw new ArgumentException($"A {plan.GetType().Name} has no script of its own.", nameof(plan));
        }

        return text.WrittenSpan;
    }

    private void Write(ReadPlan plan)
    {
        Mark('R');
        Table(plan.Table);
        Write(plan.Projection);
        Condition(plan.Filter);
        foreach (var sort in plan.Order)
        {
            Mark(sort.Descending ? '>' : '<');
            ReadColumnReference(sort.Column);
        }

        Mark('K');
        if (plan.Seek is not null) Read(plan.Seek);
        Mark('L');
        if (plan.Limit is { } limit) Number(limit);
        Mark('O');
        if (plan.Offset is { } offset) Number(offset.Index);
        Mark('#');
        Number((int)plan.Count);
        if (plan.LocksRows) Mark('F');
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
        Write(plan.Returning);
    }

    private void Write(DeletePlan plan)
    {
        Mark('D');
        Table(plan.Table);
        Condition(plan.Filter);
        Write(plan.Returning);
    }

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
            Number(join.Child);
            Text(join.Relationship.Name);
        }

        Mark('{');
        foreach (var cell in projection.Cells) ReadColumnReference(cell);
        Fields(projection.Layout.Fields);
        foreach (var cell in projection.Layout.KeyCells) Number(cell);
        Mark('}');
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
            if (field is not ObjectField nested) continue;
            Mark('[');
            Text(nested.Name);
            Number(nested.PresenceCell);
            Fields(nested.Fields);
            Mark(']');
        }
    }

    private void Condition(Expression? filter)
    {
        Mark('?');
        if (filter is not null) Read(filter);
    }

    /// <inheritdoc/>
    protected override bool ReadColumnReference(ColumnReference node)
    {
        Mark('c');
        Number(node.Source);
        Number(node.Column.Ordinal);
        return true;
    }

    /// <inheritdoc/>
    protected override bool ReadParameter(Parameter node)
    {
        Mark(node.IsList ? 'P' : 'p');
        Number(node.Index);
        return true;
    }

    /// <inheritdoc/>
    protected override bool ReadRowConstructor(RowConstructor node)
    {
        Mark('r');
        Number(node.Items.Count);
        foreach (var item in node.Items) Read(item);
        return true;
    }

    /// <inheritdoc/>
    protected override bool ReadNow(Now node)
    {
        Mark('n');
        Number((int)node.Type.Kind);
        return true;
    }

    /// <inheritdoc/>
    protected override bool ReadLogical(Logical node)
    {
        Mark('(');
        Number((int)node.Operator);
        foreach (var operand in node.Operands) Read(operand);
        Mark(')');
        return true;
    }

    /// <inheritdoc/>
    protected override bool ReadNot(Not node)
    {
        Mark('!');
        return Read(node.Operand);
    }

    /// <inheritdoc/>
    protected override bool ReadComparison(Comparison node)
    {
        Mark('o');
        Number((int)node.Operator);
        return Read(node.Left) && Read(node.Right);
    }

    /// <inheritdoc/>
    protected override bool ReadIn(In node)
    {
        Mark('i');
        return Read(node.Operand) && Read(node.List);
    }

    /// <inheritdoc/>
    protected override bool ReadBetween(Between node)
    {
        Mark('b');
        return Read(node.Operand) && Read(node.Low) && Read(node.High);
    }

    /// <inheritdoc/>
    protected override bool ReadIs(Is node)
    {
        Mark('s');
        Number((int)node.Test);
        return Read(node.Operand);
    }

    /// <inheritdoc/>
    protected override bool ReadTextMatch(TextMatch node)
    {
        Mark(node.IgnoreCase ? 'M' : 'm');
        Number((int)node.Kind);
        return Read(node.Operand) && Read(node.Pattern);
    }

    /// <inheritdoc/>
    protected override bool ReadContains(Contains node)
    {
        Mark('@');
        return Read(node.Operand) && Read(node.Value);
    }

    /// <inheritdoc/>
    protected override bool ReadColumnName(ColumnName node) => throw NotBound(node);

    /// <inheritdoc/>
    protected override bool ReadLiteral(Literal node) => throw NotBound(node);

    /// <inheritdoc/>
    protected override bool ReadLiteralList(LiteralList node) => throw NotBound(node);

    private static ArgumentException NotBound(Expression node) => new($"A plan holds an unbound {node.GetType().Name}.");

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

    /// <summary>The length stands before the text, so that no text can look like the marks around it.</summary>
    private void Text(string value)
    {
        Number(value.Length);
        text.Write(value);
    }

    private void Number(long value)
    {
        value.TryFormat(text.GetSpan(20), out var written);
        text.Advance(written);
        Mark(',');
    }

    private void Mark(char mark)
    {
        text.GetSpan(1)[0] = mark;
        text.Advance(1);
    }
}
