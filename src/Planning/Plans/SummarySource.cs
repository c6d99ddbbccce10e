using Relata.Model.Expressions;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Planning.Plans;

/// <summary>
/// Where a plan's rows come from when they are sums of a table's: the plan's own table is what comes out of this.
/// </summary>
/// <param name="Table">The table that is summed up; source 0 of <paramref name="Filter"/>.</param>
/// <param name="Filter">Which of its rows; null means all.</param>
/// <param name="Groups">The values in which rows must be alike to become one; they are the first columns that come
/// out.</param>
/// <param name="Aggregates">The other columns that come out.</param>
public sealed record SummarySource(
    Table Table, Expression? Filter, IReadOnlyList<Expression> Groups, IReadOnlyList<AggregateColumn> Aggregates);

/// <summary>A column that is computed over several rows.</summary>
/// <param name="Function">How.</param>
/// <param name="Operand">Of which column; null counts rows.</param>
/// <param name="Column">What comes out.</param>
public sealed record AggregateColumn(AggregateFunction Function, ColumnReference? Operand, Column Column);
