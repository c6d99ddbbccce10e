using System.Globalization;
using System.Text;
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
internal sealed class FilterBinder(Binding binding, Table table, int source = 0, int hops = 0) : ExpressionReader<Expression>
{
    protected override Expression ReadColumnName(ColumnName node)
    {
        var column = Binding.Column(table, node.Name);
        if (ReferenceEquals(column, table.DeletedAt)) binding.SeeDeleted(source);
        return new ColumnReference(column, source);
    }

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
        if (relationship.Junction is { } junction && SoftDelete.Visible(junction.Table, through.GetValueOrDefault()) is { } isLinked)
            conditions.Add(isLinked);
        return new Exists(relationship, source, far, through, Conditions.All(conditions));
    }

    protected override Expression ReadLogical(Logical node)
    {
        binding.CountFilterNode();
        if (node.Operands.Count == 1) return Read(node.Operands[0]);
        var operands = new Expression[node.Operands.Count];
        for (var i = 0; i < operands.Length; i++) operands[i] = Read(node.Operands[i]);
        return new Logical(node.Operator, operands);
    }

    protected override Expression ReadNot(Not node)
    {
        binding.CountFilterNode();
        return new Not(Read(node.Operand));
    }

    protected override Expression ReadComparison(Comparison node)
    {
        binding.CountFilterNode();
        var column = Operand(node.Left);
        if (node.Right is not Literal literal) throw Unsupported(node.Right);
        RequireComparable(column, literal);
        var value = binding.Value(literal, column.Column);
        if (binding.Values[value.Index] is not null)
            return new Comparison(node.Operator, column, value);

        return node.Operator switch
        {
            ComparisonOperator.Equal => new Is(column, IsTest.Null),
            ComparisonOperator.NotEqual => new Not(new Is(column, IsTest.Null)),
            _ => throw new Failure(FailureCode.BadValue, $"null is neither larger nor smaller than \"{column.Column.Name}\".")
            {
                At = literal.At,
            }.AsException(),
        };
    }

    protected override Expression ReadIn(In node)
    {
        binding.CountFilterNode();
        var column = Operand(node.Operand);
        if (node.List is not LiteralList list) throw Unsupported(node.List);
        if (list.Items.Count > binding.Limits.MaxListLength)
            throw Binding.TooMany("values in one list", binding.Limits.MaxListLength, list.At);
        if (column.Column.Type.Kind == TypeKind.Array)
            throw NotApplicable(column, "a list of values", "any column but an array", At(node.Operand));
        var values = new object?[list.Items.Count];
        for (var i = 0; i < values.Length; i++)
        {
            RequireComparable(column, list.Items[i]);
            values[i] = ColumnValue.Convert(list.Items[i], column.Column, stored: false);
        }

        return new In(column, binding.Keep(values, column.Column.Type, isList: true));
    }

    protected override Expression ReadBetween(Between node)
    {
        binding.CountFilterNode();
        var column = Operand(node.Operand);
        if (node is not { Low: Literal low, High: Literal high }) throw Unsupported(node);
        RequireComparable(column, low);
        return new Between(column, binding.Value(low, column.Column), binding.Value(high, column.Column));
    }

    protected override Expression ReadIs(Is node)
    {
        binding.CountFilterNode();
        var column = Operand(node.Operand);
        if (node.Test is IsTest.Null || column.Column.Type.Kind == TypeKind.Boolean) return new Is(column, node.Test);
        throw NotApplicable(column, node.Test == IsTest.True ? "istrue" : "isfalse", "a boolean column", At(node.Operand));
    }

    protected override Expression ReadTextMatch(TextMatch node)
    {
        binding.CountFilterNode();
        var column = Operand(node.Operand);
        if (node.Pattern is not Literal literal) throw Unsupported(node.Pattern);
        if (node is { Kind: TextMatchKind.Contains, IgnoreCase: false }
            && column.Column.Type.Kind is TypeKind.Json or TypeKind.Array)
            return Containment(column, literal);
        if (!IsText(column.Column.Type))
            throw NotApplicable(column, "a text lookup", "a text column", At(node.Operand));

        var text = (string?)ColumnValue.Convert(literal, new Column(column.Column.Name, 0, TextType), stored: false) ?? "";
        var kind = node.Kind == TextMatchKind.Regex ? TextMatchKind.Regex : TextMatchKind.Like;
        if (node.Kind == TextMatchKind.Like && EndsInEscape(text))
        {
            throw new Failure(FailureCode.BadValue, "The pattern ends in a backslash that escapes nothing.")
            {
                At = literal.At,
                Hint = "Write two backslashes to match one.",
            }.AsException();
        }

        return new TextMatch(kind, node.IgnoreCase, column, binding.Keep(Pattern(node.Kind, text), TextType));
    }

    protected override Expression ReadRowConstructor(RowConstructor node) => throw Unsupported(node);

    protected override Expression ReadContains(Contains node) => throw Unsupported(node);

    protected override Expression ReadExists(Exists node) => throw Unsupported(node);

    protected override Expression ReadLiteral(Literal node) => throw Unsupported(node);

    protected override Expression ReadLiteralList(LiteralList node) => throw Unsupported(node);

    protected override Expression ReadColumnReference(ColumnReference node) => throw Unsupported(node);

    protected override Expression ReadParameter(Parameter node) => throw Unsupported(node);

    protected override Expression ReadNow(Now node) => throw Unsupported(node);

    private static ColumnType TextType { get; } = new(TypeKind.Text, "text");

    private ColumnReference Operand(Expression node) =>
        node is ColumnName name ? (ColumnReference)ReadColumnName(name) : throw Unsupported(node);

    private Contains Containment(ColumnReference column, Literal literal)
    {
        if (binding.Capabilities.Containment) return new Contains(column, binding.Value(literal, column.Column));
        throw new Failure(FailureCode.NotApplicable,
            $"{binding.Capabilities.Database} cannot search \"{column.Column.Name}\", which is of type "
            + $"{column.Column.Type.Name}, for contained values.") { At = literal.At }.AsException();
    }

    private static string Pattern(TextMatchKind kind, string text) => kind switch
    {
        TextMatchKind.Exact => Escape(text),
        TextMatchKind.Contains => $"%{Escape(text)}%",
        TextMatchKind.StartsWith => $"{Escape(text)}%",
        TextMatchKind.EndsWith => $"%{Escape(text)}",
        TextMatchKind.Like => text,
        TextMatchKind.Regex => text,
    };

    private static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny('\\', '%', '_') < 0) return text;
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            if (character is '\\' or '%' or '_') escaped.Append('\\');
            escaped.Append(character);
        }

        return escaped.ToString();
    }

    private static bool EndsInEscape(string pattern) =>
        (pattern.Length - pattern.AsSpan().TrimEnd('\\').Length) % 2 == 1;

    private static bool IsText(ColumnType type) => type.Kind is TypeKind.Text;

    private static void RequireComparable(ColumnReference column, Literal literal)
    {
        if (column.Column.Type.Kind is not TypeKind.Json) return;
        throw NotApplicable(column, "a comparison", "any column but a JSON one", literal.At);
    }

    private static Position? At(Expression node) => node is ColumnName name ? name.Name.At : null;

    private static FailureException NotApplicable(ColumnReference column, string what, string where, Position? at) =>
        new Failure(FailureCode.NotApplicable, string.Create(CultureInfo.InvariantCulture,
            $"\"{column.Column.Name}\" is of type {column.Column.Type.Name}; {what} needs {where}.")) { At = at }.AsException();

    private static NotSupportedException Unsupported(Expression node) =>
        new($"A request holds a {node.GetType().Name} where none can stand.");
}
