using System.Diagnostics;

namespace Relata.Model.Expressions;

/// <summary>
/// Reads an expression tree, one method for each node: a new node breaks the build of every reader until it has an
/// answer.
/// </summary>
/// <typeparam name="TResult">What reading a node gives.</typeparam>
public abstract class ExpressionReader<TResult>
{
    /// <summary>Reads a tree from its root.</summary>
    public TResult Read(Expression expression) => expression switch
    {
        ColumnName node => ReadColumnName(node),
        Literal node => ReadLiteral(node),
        LiteralList node => ReadLiteralList(node),
        ColumnReference node => ReadColumnReference(node),
        Parameter node => ReadParameter(node),
        RowConstructor node => ReadRowConstructor(node),
        Now node => ReadNow(node),
        Logical node => ReadLogical(node),
        Not node => ReadNot(node),
        Comparison node => ReadComparison(node),
        In node => ReadIn(node),
        Between node => ReadBetween(node),
        Is node => ReadIs(node),
        TextMatch node => ReadTextMatch(node),
        Contains node => ReadContains(node),
        Related node => ReadRelated(node),
        Exists node => ReadExists(node),
        FunctionCall node => ReadFunctionCall(node),
        JsonPath node => ReadJsonPath(node),
        _ => throw new UnreachableException($"Unknown expression node {expression.GetType().Name}."),
    };

    /// <summary>Reads a column that is not bound yet.</summary>
    protected abstract TResult ReadColumnName(ColumnName node);

    /// <summary>Reads a value that is not bound yet.</summary>
    protected abstract TResult ReadLiteral(Literal node);

    /// <summary>Reads a list that is not bound yet.</summary>
    protected abstract TResult ReadLiteralList(LiteralList node);

    /// <summary>Reads a bound column.</summary>
    protected abstract TResult ReadColumnReference(ColumnReference node);

    /// <summary>Reads a bound value.</summary>
    protected abstract TResult ReadParameter(Parameter node);

    /// <summary>Reads values that are compared together.</summary>
    protected abstract TResult ReadRowConstructor(RowConstructor node);

    /// <summary>Reads the moment of the transaction.</summary>
    protected abstract TResult ReadNow(Now node);

    /// <summary>Reads joined conditions.</summary>
    protected abstract TResult ReadLogical(Logical node);

    /// <summary>Reads a negation.</summary>
    protected abstract TResult ReadNot(Not node);

    /// <summary>Reads a comparison.</summary>
    protected abstract TResult ReadComparison(Comparison node);

    /// <summary>Reads a list membership.</summary>
    protected abstract TResult ReadIn(In node);

    /// <summary>Reads a range.</summary>
    protected abstract TResult ReadBetween(Between node);

    /// <summary>Reads a test for NULL, true or false.</summary>
    protected abstract TResult ReadIs(Is node);

    /// <summary>Reads a pattern match.</summary>
    protected abstract TResult ReadTextMatch(TextMatch node);

    /// <summary>Reads a containment.</summary>
    protected abstract TResult ReadContains(Contains node);

    /// <summary>Reads a condition on related rows that is not bound yet.</summary>
    protected abstract TResult ReadRelated(Related node);

    /// <summary>Reads a function of values.</summary>
    protected abstract TResult ReadFunctionCall(FunctionCall node);

    /// <summary>Reads a place within a JSON value.</summary>
    protected abstract TResult ReadJsonPath(JsonPath node);

    /// <summary>Reads a bound condition on related rows.</summary>
    protected abstract TResult ReadExists(Exists node);
}
