using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Schema;
using Relata.Planning.Values;

namespace Relata.Planning.Binding;

/// <summary>Binds the left sides of conditions: columns, and what functions and paths make of them.</summary>
/// <param name="binding">The request's binding.</param>
/// <param name="table">The table whose columns are named.</param>
/// <param name="source">Its source in the plan.</param>
internal sealed class OperandBinder(Binding binding, Table table, int source)
{
    public Operand Bind(Expression node) => node switch
    {
        ColumnName column => Column(column),
        FunctionCall { Arguments: [var inner] } call => Call(call.Function, Bind(inner)),
        JsonPath path => Path(path, Bind(path.Operand)),
        _ => throw Unsupported(node),
    };

    /// <summary>Refuses what the database does not have.</summary>
    public void RequireKnown(Function function, Operand operand)
    {
        if (binding.Capabilities.Functions.Contains(function)) return;
        throw new Failure(FailureCode.NotApplicable,
            $"{binding.Capabilities.Database} has no \"{FunctionTypes.NameOf(function)}\".") { At = operand.At }.AsException();
    }

    public static NotSupportedException Unsupported(Expression node) =>
        new($"A request holds a {node.GetType().Name} where none can stand.");

    private Operand Column(ColumnName node)
    {
        var column = Binding.Column(table, node.Name);
        if (ReferenceEquals(column, table.DeletedAt)) binding.SeeDeleted(source);
        return new Operand(new ColumnReference(column, source), column, node.Name.At);
    }

    private Operand Call(Function function, Operand operand)
    {
        var name = FunctionTypes.NameOf(function);
        if (operand.Expression is JsonPath || FunctionTypes.ResultOf(function, operand.Column.Type) is not { } type)
            throw operand.NotApplicable($"\"{name}\"", FunctionTypes.NeedsOf(function));
        RequireKnown(function, operand);
        return operand.As(new FunctionCall(function, [operand.Expression]), name, type);
    }

    private Operand Path(JsonPath node, Operand operand)
    {
        if (node.Steps is not LiteralList steps) throw Unsupported(node.Steps);
        if (operand.Kind != TypeKind.Json || operand.Expression is JsonPath) throw operand.NotApplicable("a path", "a JSON column");
        var key = new Column(operand.Column.Name, 0, FunctionTypes.Text);
        var texts = steps.Items.Select(step => ColumnValue.Convert(step, key, stored: false)).ToArray();
        var bound = node with { Operand = operand.Expression, Steps = binding.Keep(texts, FunctionTypes.Text, isList: true) };
        return operand.As(bound, string.Join("__", texts), operand.Column.Type);
    }
}
