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

    /// <summary>The schema of a function that an extension brings. Refuses what the database does not have.</summary>
    public string? SchemaOf(Function function, Operand operand)
    {
        var name = FunctionTypes.NameOf(function);
        if (!binding.Capabilities.Functions.Contains(function))
            throw NotApplicable($"{binding.Capabilities.Database} has no \"{name}\".", operand, null);
        if (!binding.Capabilities.Extensions.TryGetValue(function, out var extension)) return null;
        return binding.Schema.Extensions.TryGetValue(extension, out var schema) ? schema : throw NotApplicable(
            $"\"{name}\" needs the extension \"{extension}\", which is not installed or not open to the server.",
            operand, "The database's owner can install it.");
    }

    /// <summary>Refuses what cannot contain anything in the database.</summary>
    public void RequireContainer(Operand operand)
    {
        if (binding.Capabilities.Containers.Contains(operand.Kind)) return;
        throw NotApplicable(
            $"{binding.Capabilities.Database} cannot search \"{operand.Column.Name}\", which is of type "
            + $"{operand.Column.Type.Name}, for contained values.", operand, null);
    }

    private static FailureException NotApplicable(string message, Operand operand, string? hint) =>
        new Failure(FailureCode.NotApplicable, message) { At = operand.At, Hint = hint }.AsException();

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
        var call = new FunctionCall(function, [operand.Expression]) { Schema = SchemaOf(function, operand) };
        return operand.As(call, name, type);
    }

    private Operand Path(JsonPath node, Operand operand)
    {
        if (node.Steps is not LiteralList steps) throw Unsupported(node.Steps);
        if (operand.Kind != TypeKind.Json || operand.Expression is JsonPath)
            throw operand.NotApplicable("a path", "a JSON column");
        var key = new Column(operand.Column.Name, 0, FunctionTypes.Text);
        var texts = steps.Items.Select(step => ColumnValue.Convert(step, key, stored: false)).ToArray();
        var bound = node with
        {
            Operand = operand.Expression,
            Steps = binding.Keep(texts, FunctionTypes.Text, isList: true),
        };
        return operand.As(bound, string.Join("__", texts), operand.Column.Type);
    }
}
