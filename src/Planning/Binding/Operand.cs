using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Schema;

namespace Relata.Planning.Binding;

/// <summary>The bound left side of a condition: a column, or what functions make of one.</summary>
/// <param name="Expression">What stands in the tree.</param>
/// <param name="Column">The column; of what is made of one, a column that would hold it, named as the caller names
/// it.</param>
/// <param name="At">Where the column is named.</param>
internal readonly record struct Operand(Expression Expression, Column Column, Position? At)
{
    public TypeKind Kind => Column.Type.Kind;

    public FailureException NotApplicable(string what, string needs) => NotApplicable(what, needs, At);

    public FailureException NotApplicable(string what, string needs, Position? at) => new Failure(
        FailureCode.NotApplicable, $"\"{Column.Name}\" is of type {Column.Type.Name}; {what} needs {needs}.")
        {
            At = at,
        }.AsException();

    /// <summary>The value of another type that a function gives of this one.</summary>
    public Operand As(Expression expression, string name, ColumnType type) =>
        new(expression, new Column($"{Column.Name}__{name}", Column.Ordinal, type) { IsNullable = true }, At);
}
