using Relata.Client.Parts;
using Relata.Model.Expressions;
using Relata.Model.Requests;

namespace Relata.Client;

/// <summary>The parts of requests; with <c>using static Relata.Client.Ex</c> they are written as in ex.</summary>
public static class Ex
{
    /// <summary>
    /// A column holds a value, or is NULL where the value is null, or meets a condition such as <c>In(1, 2)</c>.
    /// </summary>
    public static Where Where(string column, object? value) =>
        new(column, value as ColumnCondition ?? ColumnCondition.Equal(value));

    /// <summary>The column holds the value; of null, it is NULL.</summary>
    public static ColumnCondition Eq(object? value) => ColumnCondition.Equal(value);

    /// <summary>The column holds another value; of null, it is not NULL.</summary>
    public static ColumnCondition NotEq(object? value) => value is null
        ? ColumnCondition.Equal(null).Opposite()
        : ColumnCondition.Compare(ComparisonOperator.NotEqual, value);

    /// <summary>It is larger.</summary>
    public static ColumnCondition Gt(object value) => ColumnCondition.Compare(ComparisonOperator.Greater, value);

    /// <summary>It is larger or the same.</summary>
    public static ColumnCondition GtEq(object value) =>
        ColumnCondition.Compare(ComparisonOperator.GreaterOrEqual, value);

    /// <summary>It is smaller.</summary>
    public static ColumnCondition Lt(object value) => ColumnCondition.Compare(ComparisonOperator.Less, value);

    /// <summary>It is smaller or the same.</summary>
    public static ColumnCondition LtEq(object value) => ColumnCondition.Compare(ComparisonOperator.LessOrEqual, value);

    /// <summary>It is exactly true or false, or NULL for null; never unknown.</summary>
    public static ColumnCondition Is(bool? value) => ColumnCondition.Is(value);

    /// <summary>It is not that.</summary>
    public static ColumnCondition IsNot(bool? value) => ColumnCondition.Is(value).Opposite();

    /// <summary>The text matches a pattern: <c>%</c> stands for any text, <c>_</c> for one character.</summary>
    public static ColumnCondition Like(string pattern) => ColumnCondition.Like(pattern);

    /// <summary>The text does not match it.</summary>
    public static ColumnCondition NotLike(string pattern) => ColumnCondition.Like(pattern).Opposite();

    /// <summary>It is one of these; none matches nothing.</summary>
    public static ColumnCondition In(params IReadOnlyList<object> values) => ColumnCondition.In(values);

    /// <summary>It is one of these; none matches nothing.</summary>
    public static ColumnCondition In<T>(IEnumerable<T> values)
        where T : notnull => ColumnCondition.In([.. values.Cast<object>()]);

    /// <summary>It is the one text: a text is no list of letters.</summary>
    public static ColumnCondition In(string value) => ColumnCondition.In([value]);

    /// <summary>It is none of these.</summary>
    public static ColumnCondition NotIn(params IReadOnlyList<object> values) => ColumnCondition.In(values).Opposite();

    /// <summary>It is none of these.</summary>
    public static ColumnCondition NotIn<T>(IEnumerable<T> values)
        where T : notnull => In(values).Opposite();

    /// <summary>It is not the one text.</summary>
    public static ColumnCondition NotIn(string value) => In(value).Opposite();

    /// <summary>It lies between two values, both included.</summary>
    public static ColumnCondition Btwn(object low, object high) => ColumnCondition.Between(low, high);

    /// <summary>It does not.</summary>
    public static ColumnCondition NotBtwn(object low, object high) => ColumnCondition.Between(low, high).Opposite();

    /// <summary>
    /// The order, most significant first: <c>"name"</c>, <c>"name desc"</c>. The key is added behind it.
    /// </summary>
    public static Order Order(params IReadOnlyList<string> columns) => new(columns);

    /// <summary>At most so many rows; of each group, where there is a <see cref="Partition"/>.</summary>
    public static Limit Limit(long rows) => new(rows);

    /// <summary>So many rows are passed over first.</summary>
    public static Offset Offset(long rows) => new(rows);

    /// <summary>The columns that are answered, in this order.</summary>
    public static Columns Columns(params IReadOnlyList<string> columns) => new(columns);

    /// <summary>The columns in which rows must be alike to become one.</summary>
    public static GroupBy Group(params IReadOnlyList<string> columns) => new(columns);

    /// <summary>The columns in which rows must be alike for the limit to be that of their group.</summary>
    public static Partition Partition(params IReadOnlyList<string> columns) => new(columns);

    /// <summary>The values of a row, by column; each of several is a row of an insert.</summary>
    public static Values Values(params IReadOnlyList<(string Column, object? Value)> values) => Parts.Values.Of(values);

    /// <summary>
    /// The values of a row that is an object or a dictionary: its properties are columns, as they are when rows are
    /// read.
    /// </summary>
    public static Values Row(object row) => Parts.Values.Of(row);

    /// <summary>The rows of an insert, each an object or a dictionary.</summary>
    public static Rows Rows<T>(IEnumerable<T> rows)
        where T : notnull => new([.. rows.Select(row => Parts.Values.Of(row).Row)]);

    /// <summary>
    /// Where the key of a row exists, the stored row takes its new values in these columns. The key is the primary one
    /// where the rows hold it, else the one other that they hold, or that which <see cref="Conflict.On"/> names.
    /// </summary>
    public static Conflict OnConflictUpdate(params IReadOnlyList<string> columns) =>
        new(ConflictResolution.Merge, [], [.. columns.Select(Names.Of)]);

    /// <summary>A row that meets any key that exists is left out.</summary>
    public static Conflict OnConflictIgnore() => new(ConflictResolution.Ignore, [], null);

    /// <summary>A row that meets the key of these columns is left out.</summary>
    public static Conflict OnConflictConstraint(params IReadOnlyList<string> columns) => OnConflictIgnore().On(columns);

    /// <summary>A row whose key exists is refused, as without any of these; it wins over them.</summary>
    public static ConflictError OnConflictError() => new();
}
