using System.Collections.Frozen;
using Relata.Model.Expressions;
using Relata.Model.Failures;

namespace Relata.Dialects.Ex;

/// <summary>How a filter compares, written behind the column's name and a colon: <c>id:gt=10</c>.</summary>
/// <param name="Condition">Makes the condition.</param>
internal sealed record ExOperator(Func<Expression, ExValue, Expression> Condition)
{
    /// <summary>A filter without an operator.</summary>
    public static ExOperator Equal { get; } = new(IsEqual);

    /// <summary>Every operator by its name, in small letters or large.</summary>
    public static FrozenDictionary<string, ExOperator> ByName { get; } = new Dictionary<string, ExOperator>
    {
        [ExOperatorName.Eq] = Equal,
        [ExOperatorName.NotEq] = new((column, value) => value.IsNull
            ? new Not(new Is(column, IsTest.Null))
            : new Comparison(ComparisonOperator.NotEqual, column, value.One)),
        [ExOperatorName.Gt] = Compare(ComparisonOperator.Greater),
        [ExOperatorName.GtEq] = Compare(ComparisonOperator.GreaterOrEqual),
        [ExOperatorName.Lt] = Compare(ComparisonOperator.Less),
        [ExOperatorName.LtEq] = Compare(ComparisonOperator.LessOrEqual),
        [ExOperatorName.Is] = new(Is),
        [ExOperatorName.IsNot] = Not(Is),
        [ExOperatorName.Like] = new(Like),
        [ExOperatorName.NotLike] = Not(Like),
        [ExOperatorName.In] = new(In),
        [ExOperatorName.NotIn] = Not(In),
        [ExOperatorName.Btwn] = new(Between),
        [ExOperatorName.NotBtwn] = Not(Between),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static ExOperator Compare(ComparisonOperator comparison) =>
        new((column, value) => new Comparison(comparison, column, value.One));

    private static ExOperator Not(Func<Expression, ExValue, Expression> condition) =>
        new((column, value) => new Not(condition(column, value)));

    private static Expression IsEqual(Expression column, ExValue value) => value.IsNull
        ? new Is(column, IsTest.Null)
        : new Comparison(ComparisonOperator.Equal, column, value.One);

    private static Is Is(Expression column, ExValue value) => new(column, value.Word switch
    {
        "null" => IsTest.Null,
        "true" => IsTest.True,
        "false" => IsTest.False,
        _ => throw new Failure(FailureCode.BadValue, "\"is\" and \"is_not\" take true, false or null.")
        {
            At = value.At,
        }.AsException(),
    });

    private static TextMatch Like(Expression column, ExValue value) =>
        new(TextMatchKind.Like, IgnoreCase: false, column, value.One);

    private static In In(Expression column, ExValue value) => new(column, new LiteralList(value.List, value.At));

    private static Between Between(Expression column, ExValue value) => value.List is [var low, var high]
        ? new Between(column, low, high)
        : throw new Failure(
            FailureCode.BadValue, "\"btwn\" and \"not_btwn\" take two values, the smallest and the largest.")
        {
            At = value.At,
            Hint = "Write them with a comma between them, as in 10,100.",
        }.AsException();
}
