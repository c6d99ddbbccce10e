using System.Buffers;
using Relata.Model.Expressions;

namespace Relata.Planning.Plans;

/// <summary>Writes the shape of bound expressions as text, without their values.</summary>
public abstract class ExpressionFingerprint : ExpressionReader<bool>
{
    private readonly ArrayBufferWriter<char> text = new(256);

    private protected ReadOnlySpan<char> Written => text.WrittenSpan;

    private protected void Reset() => text.ResetWrittenCount();

    private protected void Condition(Expression? filter)
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

        // A range contains ranges and elements, which are spelled otherwise.
        if (node.Value is Parameter value) Number((int)value.Type.Kind);
        return Read(node.Operand) && Read(node.Value);
    }

    /// <inheritdoc/>
    protected override bool ReadFunctionCall(FunctionCall node)
    {
        Mark('f');
        Number((int)node.Function);
        foreach (var argument in node.Arguments) Read(argument);
        Mark(';');
        return true;
    }

    /// <inheritdoc/>
    protected override bool ReadJsonPath(JsonPath node)
    {
        Mark('j');
        Number((int)node.Kind);
        return Read(node.Operand) && Read(node.Steps);
    }

    /// <inheritdoc/>
    protected override bool ReadExists(Exists node)
    {
        Mark('E');
        Text(node.Relationship.Name);
        Number(node.Near);
        Number(node.Far);
        Number(node.Through ?? 0);
        Condition(node.Condition);
        Mark(';');
        return true;
    }

    /// <inheritdoc/>
    protected override bool ReadRelated(Related node) => throw NotBound(node);

    /// <inheritdoc/>
    protected override bool ReadColumnName(ColumnName node) => throw NotBound(node);

    /// <inheritdoc/>
    protected override bool ReadLiteral(Literal node) => throw NotBound(node);

    /// <inheritdoc/>
    protected override bool ReadLiteralList(LiteralList node) => throw NotBound(node);

    private static ArgumentException NotBound(Expression node) =>
        new($"A plan holds an unbound {node.GetType().Name}.");

    /// <summary>The length stands before the text, so that no text can look like the marks around it.</summary>
    private protected void Text(string value)
    {
        Number(value.Length);
        text.Write(value);
    }

    private protected void Number(long value)
    {
        value.TryFormat(text.GetSpan(20), out var written);
        text.Advance(written);
        Mark(',');
    }

    private protected void Mark(char mark)
    {
        text.GetSpan(1)[0] = mark;
        text.Advance(1);
    }
}
