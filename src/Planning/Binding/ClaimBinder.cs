using System.Globalization;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning.Plans;

namespace Relata.Planning.Binding;

/// <summary>Binds claims: updates of rows that nobody holds, or of the one row that its owner holds.</summary>
/// <param name="binding">The request's binding.</param>
/// <param name="table">The table of the rows.</param>
internal sealed class ClaimBinder(Binding binding, Table table)
{
    public UpdatePlan Bind(Claim claim)
    {
        WriteChecks.Require(table, TableWrites.Update, claim.Table);
        var (columns, owner) = (claim.Columns, Owner(claim));
        var until = claim.Until is { } end ? Moment(end, columns.Until) : null;
        var assignments = new List<Assignment> { new(columns.Until, until ?? Released(columns.Until)) };
        if (columns.By is { } by)
            assignments.Add(new Assignment(by, until is not null && owner is not null ? owner : Null(by)));
        Timestamps.Stamp(table, assignments);
        var returning = ProjectionBinder.BindWritten(binding, table, claim.Selection);
        var filter = Conditions.Bind(binding, table, claim.Key, claim.Filter, "Claim");
        Expression allowed = until is null ? IsOwner(columns, owner!) : Allowed(claim, owner);
        return new UpdatePlan
        {
            Table = table,
            Assignments = assignments,
            Filter = filter is null ? allowed : Conditions.All([filter, allowed]),
            Chosen = claim.Limit is { } limit ? FirstOf(columns, limit) : null,
            Returning = returning,
            Unguarded = claim.Key is null ? null : Row(filter),
            Refusal = Refusal(claim),
            Values = binding.Values,
            Sources = binding.Sources,
        };
    }

    /// <summary>Rows that were never claimed come first, then those whose claims expired longest ago.</summary>
    private ChosenRows FirstOf(ClaimColumns columns, long limit)
    {
        var order = new List<Sort> { new(new ColumnReference(columns.Until, 0), Descending: false, NullsFirst: true) };
        order.AddRange(table.PrimaryKey!.Columns.Where(part => part != columns.Until)
            .Select(part => new Sort(new ColumnReference(part, 0), Descending: false)));
        return new ChosenRows(order, limit, Offset: null) { SkipsLocked = true };
    }

    /// <summary>A row is free, or, if it is named, its owner's.</summary>
    private static Logical Allowed(Claim claim, Parameter? owner)
    {
        var until = new ColumnReference(claim.Columns.Until, 0);
        var free = new List<Expression>
        {
            new Is(until, IsTest.Null),
            new Comparison(ComparisonOperator.LessOrEqual, until, new Now(until.Column.Type)),
        };
        if (claim.Key is not null && owner is not null) free.Add(IsOwner(claim.Columns, owner));
        return new Logical(LogicalOperator.Or, free);
    }

    private static Comparison IsOwner(ClaimColumns columns, Parameter owner) =>
        new(ComparisonOperator.Equal, new ColumnReference(columns.By!, 0), owner);

    private Parameter? Owner(Claim claim)
    {
        if (claim.By is not { } literal)
        {
            return claim.Until is not null ? null : throw new Failure(FailureCode.MalformedBody,
                "Only the owner of a claim releases it, and the request names none.").AsException();
        }

        if (claim.Columns.By is { } column) return binding.Value(literal, column, stored: true);
        throw new Failure(FailureCode.NotApplicable,
            $"\"{table.Name.Name}\" has no column beside \"{claim.Columns.Until.Name}\" that holds who claimed a row.")
        {
            Hint = $"Such a column is called {claim.Columns.Until.Name[..^"until".Length]}by.",
        }.AsException();
    }

    private Parameter Moment(DateTimeOffset end, Column column) => binding.Value(
        Literal.FromText(
            end.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture), at: null),
        column,
        stored: true);

    private Expression Released(Column until) => until.IsNullable ? Null(until) : new Now(until.Type);

    private Parameter Null(Column column) => binding.Keep(null, column.Type);

    private ReadPlan Row(Expression? filter) => new()
    {
        Table = table,
        Projection = ProjectionBinder.Bind(binding, table, Selection.Everything),
        Filter = filter,
        Values = binding.Values,
        Sources = binding.Sources,
    };

    private static Failure Refusal(Claim claim) => new(
        FailureCode.Claimed,
        claim.Until is null ? "The row is not claimed by that owner." : "The row is claimed by another.");
}
