using System.Text.Json;
using Relata.Client.Parts;
using Relata.Client.Results;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;

namespace Relata.Client.Interception;

/// <summary>
/// Puts values of the context into the filters and rows of requests of a table, by the names of its columns. They win
/// over those of the caller: rows of another tenant are neither seen nor written.
/// </summary>
public static class Inject
{
    /// <summary>Into filters and rows.</summary>
    /// <param name="resource">The table; it is meant with and without a schema before its name.</param>
    /// <param name="columns">The columns, which are also the names in the context.</param>
    public static Interceptor Both(string resource, params IReadOnlyList<string> columns) =>
        async (request, context, stop) => await Where(resource, columns)(
            await Values(resource, columns)(request, context, stop), context, stop);

    /// <summary>
    /// Into filters: only rows that hold the values are read, changed or deleted. An upsert is refused unless it can
    /// meet no other rows.
    /// </summary>
    /// <param name="resource">The table; it is meant with and without a schema before its name.</param>
    /// <param name="columns">The columns, which are also the names in the context.</param>
    public static Interceptor Where(string resource, params IReadOnlyList<string> columns) =>
        (request, context, _) => ValueTask.FromResult(Names(request, resource)
            ? columns.Aggregate(request, (built, column) => Filtered(built, column, context[column]))
            : request);

    /// <summary>
    /// Into rows: what is added or changed holds the values. Which stored rows are changed is not looked at.
    /// </summary>
    /// <param name="resource">The table; it is meant with and without a schema before its name.</param>
    /// <param name="columns">The columns, which are also the names in the context.</param>
    public static Interceptor Values(string resource, params IReadOnlyList<string> columns) =>
        (request, context, _) => ValueTask.FromResult(Names(request, resource)
            ? columns.Aggregate(request, (built, column) => Filled(built, column, context[column]))
            : request);

    /// <summary>
    /// Where one of them names a schema and the other does not, they may be the same table, and so it is guarded.
    /// </summary>
    private static bool Names(Request request, string resource) =>
        request.Table.Text.Equals(resource, StringComparison.OrdinalIgnoreCase)
        || request.Table.Text.EndsWith($".{resource}", StringComparison.OrdinalIgnoreCase)
        || resource.EndsWith($".{request.Table.Text}", StringComparison.OrdinalIgnoreCase);

    private static Request Filtered(Request request, string column, object? value) => request switch
    {
        Read read => read with { Filter = Only(read.Filter, column, value) },
        Update update => update with { Filter = Only(update.Filter, column, value) },
        Delete delete => delete with { Filter = Only(delete.Filter, column, value) },
        Insert insert => WithinKey(insert, column, value),
        _ => throw CannotGuard(request),
    };

    /// <summary>
    /// The conditions of the caller about the column make room; whatever else there is holds beside the value.
    /// </summary>
    private static Expression Only(Expression? filter, string column, object? value)
    {
        IReadOnlyList<Expression> conditions = filter switch
        {
            null => [],
            Logical { Operator: LogicalOperator.And } all => all.Operands,
            _ => [filter],
        };
        Expression[] others = [.. conditions.Where(condition => !IsAbout(condition, column))];
        var own = ColumnCondition.Equal(value).Of(column);
        return others.Length == 0 ? own : new Logical(LogicalOperator.And, [.. others, own]);
    }

    private static bool IsAbout(Expression condition, string column) => condition switch
    {
        Not not => IsAbout(not.Operand, column),
        Comparison { Left: ColumnName name, Right: Literal } => name.Name.Text == column,
        Is { Operand: ColumnName name } => name.Name.Text == column,
        TextMatch { Operand: ColumnName name } => name.Name.Text == column,
        In { Operand: ColumnName name } => name.Name.Text == column,
        Between { Operand: ColumnName name } => name.Name.Text == column,
        _ => false,
    };

    /// <summary>
    /// A row that meets a key could change a row of another; not so where the column is part of the key and the row
    /// holds the value.
    /// </summary>
    private static Insert WithinKey(Insert insert, string column, object? value)
    {
        if (insert.OnConflict is not { Resolution: ConflictResolution.Merge } conflict) return insert;
        if (!conflict.Columns.Any(name => name.Text == column))
        {
            throw new Failure(
                FailureCode.Forbidden, $"An update of rows whose key exists needs \"{column}\" in that key.")
            {
                Hint = $"Name a key that holds it: OnConflictUpdate(…).On(\"{column}\", …).",
            }.AsException();
        }

        var own = ColumnJson.Write(value);
        if (insert.Payload.Rows.All(row => Holds(row, column, own))) return insert;
        throw new Failure(
            FailureCode.Forbidden, $"An update of rows whose key exists needs the context's \"{column}\" in each row.")
        {
            Hint = "Say it in the rows, or let Inject.Both fill them.",
        }.AsException();
    }

    private static bool Holds(PayloadRow row, string column, JsonElement value)
    {
        Literal[] held = [.. row.Fields.Where(field => field.Column.Text == column).Select(field => field.Value)];
        return held is [{ Text: null } one] && JsonElement.DeepEquals(one.Json, value);
    }

    private static Request Filled(Request request, string column, object? value) => request switch
    {
        Insert insert => insert with
        {
            Payload = insert.Payload with { Rows = [.. insert.Payload.Rows.Select(row => Filled(row, column, value))] },
        },
        Update update => update with { Values = Filled(update.Values, column, value) },
        Read or Delete => request,
        _ => throw CannotGuard(request),
    };

    private static PayloadRow Filled(PayloadRow row, string column, object? value) => new(
    [
        .. row.Fields.Where(field => field.Column.Text != column),
        new PayloadField(Parts.Names.Of(column), Literal.FromJson(ColumnJson.Write(value), null)),
    ]);

    private static FailureException CannotGuard(Request request) => new Failure(
        FailureCode.Forbidden, $"Values cannot be injected into a request of the kind {request.GetType().Name}.")
        .AsException();
}
