using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Schema;
using Relata.Planning.Values;

namespace Relata.Planning.Binding;

/// <summary>Binds a filter: names become columns, values become parameters of their column's type.</summary>
/// <param name="binding">The request's binding, which keeps the values.</param>
/// <param name="table">The table whose columns the filter names.</param>
/// <param name="source">Its source in the plan.</param>
/// <param name="hops">How many relationships lie between the table asked for and this one.</param>
internal sealed class FilterBinder(
    Binding binding, Table table, int source = 0, int hops = 0) : ExpressionReader<Expression>
{
    private readonly OperandBinder operands = new(binding, table, source);

    protected override Expression ReadRelated(Related node)
    {
        binding.CountFilterNode();
        var relationship = binding.Relationship(table, node.Relationship);

        // A filter reaches as far as embedded rows do, whose depth counts the row itself.
        if (hops + 1 >= binding.Limits.MaxEmbedDepth)
            throw Binding.TooMany("relationships in a row", binding.Limits.MaxEmbedDepth - 1, node.Relationship.At);
        int? through = relationship.Junction is null ? null : binding.NextSource();
        var far = binding.NextSource();
        var conditions = new List<Expression>();
        if (node.Condition is not null)
            conditions.Add(new FilterBinder(binding, relationship.To, far, hops + 1).Read(node.Condition));
        if (SoftDelete.Visible(binding, relationship.To, far) is { } isVisible) conditions.Add(isVisible);
        if (relationship.Junction is { } junction
            && SoftDelete.Visible(junction.Table, through.GetValueOrDefault()) is { } isLinked)
            conditions.Add(isLinked);
        return new Exists(relationship, source, far, through, Conditions.All(conditions));
    }

    protected override Expression ReadLogical(Logical node)
    {
        binding.CountFilterNode();
        if (node.Operands.Count == 1) return Read(node.Operands[0]);
        var bound = new Expression[node.Operands.Count];
        for (var i = 0; i < bound.Length; i++) bound[i] = Read(node.Operands[i]);
        return new Logical(node.Operator, bound);
    }

    protected override Expression ReadNot(Not node)
    {
        binding.CountFilterNode();
        return new Not(Read(node.Operand));
    }

    protected override Expression ReadComparison(Comparison node)
    {
        binding.CountFilterNode();
        var operand = operands.Bind(node.Left);
        if (node.Right is not Literal literal) throw OperandBinder.Unsupported(node.Right);
        if (operand.Expression is JsonPath path)
            return new JsonConditions(binding, path, operand).Compare(node.Operator, literal);
        RequireComparable(operand, literal);
        var value = binding.Compared(literal, operand.Column);
        if (binding.Values[value.Index] is not null) return new Comparison(node.Operator, operand.Expression, value);
        return node.Operator switch
        {
            ComparisonOperator.Equal => new Is(operand.Expression, IsTest.Null),
            ComparisonOperator.NotEqual => new Not(new Is(operand.Expression, IsTest.Null)),
            _ => throw new Failure(
                FailureCode.BadValue, $"null is neither larger nor smaller than \"{operand.Column.Name}\".")
            {
                At = literal.At,
            }.AsException(),
        };
    }

    protected override Expression ReadIn(In node)
    {
        binding.CountFilterNode();
        var operand = operands.Bind(node.Operand);
        if (node.List is not LiteralList list) throw OperandBinder.Unsupported(node.List);
        RequireShort(list);
        if (operand.Expression is JsonPath path) return new JsonConditions(binding, path, operand).In(list);
        if (operand.Kind == TypeKind.Array) throw operand.NotApplicable("a list of values", "any column but an array");
        var values = new object?[list.Items.Count];
        for (var i = 0; i < values.Length; i++)
        {
            RequireComparable(operand, list.Items[i]);
            values[i] = ColumnValue.Convert(list.Items[i], operand.Column, stored: false);
        }

        return new In(operand.Expression, binding.Keep(values, operand.Column.Type, isList: true));
    }

    protected override Expression ReadBetween(Between node)
    {
        binding.CountFilterNode();
        var operand = operands.Bind(node.Operand);
        if (node is not { Low: Literal low, High: Literal high }) throw OperandBinder.Unsupported(node);
        if (operand.Expression is JsonPath path) return new JsonConditions(binding, path, operand).Between(low, high);
        RequireComparable(operand, low);
        return new Between(operand.Expression, binding.Value(low, operand.Column), binding.Value(high, operand.Column));
    }

    protected override Expression ReadIs(Is node)
    {
        binding.CountFilterNode();
        var operand = operands.Bind(node.Operand);
        if (operand.Expression is JsonPath path) return new JsonConditions(binding, path, operand).Test(node.Test);
        if (node.Test is IsTest.Null || operand.Kind == TypeKind.Boolean) return new Is(operand.Expression, node.Test);
        throw operand.NotApplicable(node.Test == IsTest.True ? "istrue" : "isfalse", "a boolean column");
    }

    protected override Expression ReadTextMatch(TextMatch node)
    {
        binding.CountFilterNode();
        var operand = operands.Bind(node.Operand);
        if (node.Pattern is not Literal literal) throw OperandBinder.Unsupported(node.Pattern);
        if (operand.Expression is JsonPath path) operand = new JsonConditions(binding, path, operand).Text;
        if (node is { Kind: TextMatchKind.Contains, IgnoreCase: false }
            && operand.Kind is TypeKind.Json or TypeKind.Array or TypeKind.Range or TypeKind.Multirange)
            return Containment(operand, literal);
        if (operand.Kind is not TypeKind.Text) throw operand.NotApplicable("a text lookup", "a text column");
        var text = (string?)ColumnValue.Convert(
            literal, new Column(operand.Column.Name, 0, FunctionTypes.Text), stored: false) ?? "";
        var pattern = binding.Keep(TextPattern.Of(node.Kind, text, literal.At), FunctionTypes.Text);
        var kind = node.Kind == TextMatchKind.Regex ? TextMatchKind.Regex : TextMatchKind.Like;
        return new TextMatch(kind, node.IgnoreCase, operand.Expression, pattern);
    }

    /// <summary>
    /// A function that is a condition: it compares its operand with a value, or with each value of a list.
    /// </summary>
    protected override Expression ReadFunctionCall(FunctionCall node)
    {
        binding.CountFilterNode();
        if (node.Arguments is not [var first, var second]) throw OperandBinder.Unsupported(node);
        var operand = operands.Bind(first);
        if (FunctionTypes.ArgumentOf(node.Function, operand.Column.Type) is not { } type)
            throw operand.NotApplicable(
                $"\"{FunctionTypes.NameOf(node.Function)}\"", FunctionTypes.NeedsOf(node.Function));
        if (node.Function == Function.ContainedBy) operands.RequireContainer(operand);
        var schema = operands.SchemaOf(node.Function, operand);
        return new FunctionCall(node.Function, [operand.Expression, Argument(second, operand, type)])
        {
            Schema = schema,
        };
    }

    private Parameter Argument(Expression node, Operand operand, ColumnType type)
    {
        var value = new Column(operand.Column.Name, 0, type);
        if (node is Literal literal) return binding.Keep(ColumnValue.Convert(literal, value, stored: false), type);
        if (node is not LiteralList list) throw OperandBinder.Unsupported(node);
        RequireShort(list);
        var values = list.Items.Select(item => ColumnValue.Convert(item, value, stored: false)).ToArray();
        return binding.Keep(values, type, isList: true);
    }

    protected override Expression ReadColumnName(ColumnName node) => throw OperandBinder.Unsupported(node);

    protected override Expression ReadJsonPath(JsonPath node) => throw OperandBinder.Unsupported(node);

    protected override Expression ReadRowConstructor(RowConstructor node) => throw OperandBinder.Unsupported(node);

    protected override Expression ReadContains(Contains node) => throw OperandBinder.Unsupported(node);

    protected override Expression ReadExists(Exists node) => throw OperandBinder.Unsupported(node);

    protected override Expression ReadNow(Now node) => throw OperandBinder.Unsupported(node);

    protected override Expression ReadLiteral(Literal node) => throw OperandBinder.Unsupported(node);

    protected override Expression ReadLiteralList(LiteralList node) => throw OperandBinder.Unsupported(node);

    protected override Expression ReadColumnReference(ColumnReference node) => throw OperandBinder.Unsupported(node);

    protected override Expression ReadParameter(Parameter node) => throw OperandBinder.Unsupported(node);

    private Contains Containment(Operand operand, Literal literal)
    {
        operands.RequireContainer(operand);
        return new Contains(operand.Expression, binding.Value(literal, Contained(operand, literal)));
    }

    /// <summary>A range contains ranges and elements; no element begins like a range or an object.</summary>
    private static Column Contained(Operand operand, Literal literal)
    {
        var type = operand.Column.Type;
        if (type.Kind == TypeKind.Multirange) type = type.Element!;
        if (type.Kind != TypeKind.Range) return operand.Column;
        var text = (literal.Text ?? literal.Json.GetRawText()).TrimStart();
        if (operand.Kind == TypeKind.Multirange && text is ['[', '{' or ']', ..]) return operand.Column;
        var isRange = text is "empty" or ['[' or '(' or '{', ..];
        return new Column(operand.Column.Name, 0, isRange ? type : type.Element!);
    }

    private void RequireShort(LiteralList list)
    {
        if (list.Items.Count > binding.Limits.MaxListLength)
            throw Binding.TooMany("values in one list", binding.Limits.MaxListLength, list.At);
    }

    private static void RequireComparable(Operand operand, Literal literal)
    {
        if (operand.Kind is TypeKind.Json)
            throw operand.NotApplicable("a comparison", "any column but a JSON one", literal.At);
    }
}
