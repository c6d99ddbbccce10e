using Relata.Model.Expressions;

namespace Relata.Model.Requests;

/// <summary>Rows are summed up: those that are alike in some values become one row.</summary>
/// <param name="Groups">In what; nothing makes one row of all.</param>
/// <param name="Aggregates">What is computed over the rows that become one.</param>
/// <param name="Having">Which of the rows that come out; it names them by the names they are answered by. Null means
/// all.</param>
public sealed record Summary(IReadOnlyList<Group> Groups, IReadOnlyList<Aggregate> Aggregates, Expression? Having);

/// <summary>A value in which the rows that become one are alike.</summary>
/// <param name="Value">A column, or a part of the date or time in one.</param>
/// <param name="As">The name by which it is answered.</param>
public sealed record Group(Expression Value, Name As);

/// <summary>A value computed over several rows.</summary>
/// <param name="Function">How.</param>
/// <param name="Column">Of which column; null only for <see cref="AggregateFunction.Count"/>, which then counts
/// rows.</param>
/// <param name="As">The name by which it is answered.</param>
public sealed record Aggregate(AggregateFunction Function, Name? Column, Name As);

/// <summary>How a value is computed over several rows; NULLs take no part.</summary>
public enum AggregateFunction
{
    /// <summary>The number of values.</summary>
    Count,

    /// <summary>The number of different values.</summary>
    CountDistinct,

    /// <summary>The sum; NULL of none.</summary>
    Sum,

    /// <summary>The mean as binary floating point; NULL of none.</summary>
    Average,

    /// <summary>The smallest; NULL of none.</summary>
    Minimum,

    /// <summary>The largest; NULL of none.</summary>
    Maximum,
}
