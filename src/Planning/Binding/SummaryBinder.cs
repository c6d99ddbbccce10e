using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning.Paging;
using Relata.Planning.Plans;

namespace Relata.Planning.Binding;

/// <summary>
/// Binds a read that sums rows up. What comes out of the sums is a table like any other, whose key are the groups; so
/// conditions on it, its order and its pages are those of every read.
/// </summary>
internal sealed class SummaryBinder(Binding binding, Table table, CursorSeal seal)
{
    private static readonly ColumnType Count = new(TypeKind.Int64, "bigint");
    private static readonly ColumnType Exact = new(TypeKind.Decimal, "numeric");
    private static readonly ColumnType Floating = new(TypeKind.Double, "double precision");

    public ReadPlan Bind(Read read, Summary summary)
    {
        if (read.Selection.Embeds is [var embed, ..])
        {
            throw new Failure(FailureCode.NotApplicable, "Rows that are summed up have no related rows.")
            {
                At = embed.Relationship.At,
            }.AsException();
        }

        var filter = Conditions.Bind(binding, table, key: null, read.Filter, "Read");
        var columns = new List<Column>();
        var groups = summary.Groups.Select(group => Group(group, columns)).ToArray();
        var aggregates = summary.Aggregates.Select(aggregate => Aggregate(aggregate, columns)).ToArray();
        foreach (var ordering in read.Order) RequireResult(columns, ordering.Column, "ordered by");
        foreach (var field in read.Selection.Fields ?? []) RequireResult(columns, field, "answered with");
        var result = new Table(table.Name, TableKind.View, columns)
        {
            PrimaryKey = groups.Length == 0 ? null : new Key("", columns[..groups.Length]),
        };
        var plan = new ReadBinder(binding, result, seal).Bind(read with { Filter = summary.Having });
        return plan with { Summary = new SummarySource(table, filter, groups, aggregates) };
    }

    /// <summary>A column of the table may well be there, but not once its rows are summed up.</summary>
    private void RequireResult(List<Column> columns, Name name, string verb)
    {
        if (table.FindColumn(name.Text) is null || columns.Exists(column => column.Name == name.Text)) return;
        throw new Failure(
            FailureCode.UnknownColumn,
            $"Rows that are summed up are {verb} their groups and aggregates only, and \"{name.Text}\" is neither.")
        {
            At = name.At,
            Hint = $"Possible: {string.Join(", ", columns.Select(column => column.Name))}.",
        }.AsException();
    }

    private Expression Group(Group group, List<Column> columns)
    {
        var operand = new OperandBinder(binding, table, source: 0).Bind(group.Value);
        if (operand.Kind == TypeKind.Json)
            throw NotApplicable(operand.Column, "a group", "any column but a JSON one", group.As);

        // The year of an infinite date is infinite, which no integer is.
        var isNumber = group.Value is FunctionCall && IsNumber(operand.Column.Type);
        Add(isNumber ? operand.Column with { Type = Exact } : operand.Column, group.As, columns);
        return operand.Expression;
    }

    private AggregateColumn Aggregate(Aggregate aggregate, List<Column> columns)
    {
        var operand = aggregate.Column is { } name ? Binding.Column(table, name) : null;
        var type = operand is null ? Count : TypeOf(aggregate.Function, operand, aggregate.Column.GetValueOrDefault());
        var isCount = aggregate.Function is AggregateFunction.Count or AggregateFunction.CountDistinct;
        var column = new Column(aggregate.As.Text, 0, type) { IsNullable = !isCount };
        return new AggregateColumn(
            aggregate.Function,
            operand is null ? null : new ColumnReference(operand, 0),
            Add(column, aggregate.As, columns));
    }

    private static Column Add(Column column, Name name, List<Column> columns)
    {
        if (columns.Exists(other => other.Name == name.Text))
        {
            throw new Failure(
                FailureCode.MalformedSyntax, $"Two fields of the answer would be called \"{name.Text}\".")
            {
                At = name.At,
            }.AsException();
        }

        columns.Add(column with { Name = name.Text, Ordinal = columns.Count, Comment = null });
        return columns[^1];
    }

    private static ColumnType TypeOf(AggregateFunction function, Column column, Name name) => function switch
    {
        AggregateFunction.Count => Count,
        AggregateFunction.CountDistinct => column.Type.Kind == TypeKind.Json
            ? throw NotApplicable(column, "count_distinct", "any column but a JSON one", name)
            : Count,
        AggregateFunction.Sum => column.Type.Kind switch
        {
            TypeKind.Int16 or TypeKind.Int32 => Count,
            TypeKind.Int64 => Exact,
            TypeKind.Decimal => Exact with { Scale = column.Type.Scale },
            TypeKind.Single or TypeKind.Double => Floating,
            _ => throw NotApplicable(column, "sum", "a number column", name),
        },
        AggregateFunction.Average =>
            IsNumber(column.Type) ? Floating : throw NotApplicable(column, "avg", "a number column", name),
        AggregateFunction.Minimum => HasExtremes(column.Type) ? column.Type : throw NoExtremes(column, "min", name),
        AggregateFunction.Maximum => HasExtremes(column.Type) ? column.Type : throw NoExtremes(column, "max", name),
    };

    private static bool IsNumber(ColumnType type) => type.Kind is TypeKind.Int16 or TypeKind.Int32 or TypeKind.Int64
        or TypeKind.Decimal or TypeKind.Single or TypeKind.Double;

    /// <summary>The types of which every database has a smallest and a largest value.</summary>
    private static bool HasExtremes(ColumnType type) => IsNumber(type) || type.Kind is TypeKind.Text or TypeKind.Enum
        or TypeKind.Date or TypeKind.Time or TypeKind.Timestamp or TypeKind.TimestampTz or TypeKind.Interval;

    private static FailureException NoExtremes(Column column, string function, Name name) =>
        NotApplicable(column, function, "a column of numbers, text, dates or times", name);

    private static FailureException NotApplicable(Column column, string what, string where, Name name) =>
        new Failure(
            FailureCode.NotApplicable, $"\"{column.Name}\" is of type {column.Type.Name}; {what} needs {where}.")
        {
            At = name.At,
        }.AsException();
}
