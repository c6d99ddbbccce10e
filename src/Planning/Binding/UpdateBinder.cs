using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning.Plans;
using Relata.Planning.Values;

namespace Relata.Planning.Binding;

/// <summary>Binds updates and deletes, which both must say which rows they mean.</summary>
internal sealed class UpdateBinder(Binding binding, Table table)
{
    public Plan Bind(Update update)
    {
        WriteChecks.Require(table, TableWrites.Update, update.Table);
        WriteChecks.RequireDistinct(update.Values);
        RequireRows(update.Key, update.Filter, update.EveryRow, "An update", "update");
        var absent = new CreationBinder(binding, table).Bind(update);
        var returning = ProjectionBinder.BindWritten(binding, table, update.Selection, withKey: absent is not null);
        var assignments = new List<Assignment>();
        var guards = new List<Expression>();
        foreach (var field in update.Values.Fields)
        {
            var column = Binding.Column(table, field.Column);
            if (Timestamps.Overrules(table, column, update.Mode))
            {
                ColumnValue.Convert(field.Value, column, stored: true);
                continue;
            }

            if (SoftDelete.IsAskedFor(table, column, field.Value, update.Mode)) binding.SeeDeleted(0);
            var fixedByKey = update is { Mode: UpdateMode.Replace, Key: not null } && IsKey(column);
            if (column.IsWritable && !fixedByKey)
                assignments.Add(new Assignment(column, binding.Value(field.Value, column, stored: true)));
            else
                guards.Add(Unchanged(column, field, update.Key is not null));
        }

        if (update.Mode == UpdateMode.Replace) AddAbsent(assignments, update.Key is not null);
        if (assignments.Count > 0) Timestamps.Stamp(table, assignments);
        var filter = Conditions.Bind(binding, table, update.Key, update.Filter, "Update");
        var unguarded = guards.Count == 0
            ? null
            : new ReadPlan
            {
                Table = table,
                Projection = returning ?? WholeTable,
                Filter = filter,
                Values = binding.Values,
                Sources = binding.Sources,
            };
        if (filter is not null) guards.Insert(0, filter);
        if (assignments.Count > 0)
        {
            return new UpdatePlan
            {
                Table = table,
                Assignments = assignments,
                Filter = Conditions.All(guards),
                Chosen = ChoiceBinder.Bind(binding, table, update.Choice, update.Table),
                Returning = returning,
                Unguarded = unguarded,
                Before = Before(update, filter),
                IfAbsent = absent,
                Values = binding.Values,
                Sources = binding.Sources,
            };
        }

        if (update.Key is null)
            throw new Failure(FailureCode.MalformedBody, "The body names no column to change.").AsException();

        // An update that sets nothing changes nothing; its row is answered as it is.
        return new ReadPlan
        {
            Table = table,
            Projection = returning ?? WholeTable,
            Filter = Conditions.All(guards),
            Unguarded = unguarded,
            Before = Before(update, filter),
            IfAbsent = absent,
            Values = binding.Values,
            Sources = binding.Sources,
        };
    }

    public Plan Bind(Delete delete)
    {
        WriteChecks.Require(table, TableWrites.Delete, delete.Table);
        RequireRows(delete.Key, delete.Filter, delete.EveryRow, "A delete", "delete");
        var returning = ProjectionBinder.BindWritten(binding, table, delete.Selection);
        var filter = Conditions.Bind(binding, table, delete.Key, delete.Filter, "Delete");
        var chosen = ChoiceBinder.Bind(binding, table, delete.Choice, delete.Table);
        if (table.DeletedAt is { } mark && table.Writes.HasFlag(TableWrites.Update))
            return Mark(mark, filter, returning) with { Chosen = chosen, Before = Before(delete, filter) };
        return new DeletePlan
        {
            Table = table,
            Filter = filter,
            Chosen = chosen,
            Before = Before(delete, filter, locks: false),
            IsCompared = delete.ReadsFirst,
            Returning = delete.ReadsFirst
                ? ProjectionBinder.BindBehindRow(binding, table, delete.Selection)
                : returning,
            Values = binding.Values,
            Sources = binding.Sources,
        };
    }

    /// <summary>A row that is marked already keeps its mark, also when the filter speaks of it.</summary>
    private UpdatePlan Mark(Column mark, Expression? filter, Projection? returning)
    {
        var assignments = new List<Assignment> { new(mark, new Now(mark.Type)) };
        Timestamps.Stamp(table, assignments);
        var unmarked = SoftDelete.Visible(table, source: 0)!;
        return new UpdatePlan
        {
            Table = table,
            Assignments = assignments,
            Filter = binding.SeesDeleted(0) && filter is not null ? Conditions.All([filter, unmarked]) : filter,
            Returning = returning,
            Values = binding.Values,
            Sources = binding.Sources,
        };
    }

    /// <summary>
    /// A lock takes the right to update, and sees only what row security lets be updated
    /// (https://www.postgresql.org/docs/current/sql-createpolicy.html), which a delete does not.
    /// </summary>
    private ReadPlan? Before(Request request, Expression? filter, bool locks = true) => request.ReadsFirst
        ? new ReadPlan
        {
            Table = table,
            Projection = ProjectionBinder.Bind(binding, table, Selection.Everything),
            Filter = filter,
            LocksRows = locks,
            Values = binding.Values,
            Sources = binding.Sources,
        }
        : null;

    private Projection WholeTable => ProjectionBinder.Bind(binding, table, Selection.Everything);

    private bool IsKey(Column column) => table.PrimaryKey?.Columns.Contains(column) ?? false;

    /// <summary>
    /// A column that only the database fills may be sent back as it was read; then the row must still hold that value.
    /// </summary>
    private Expression Unchanged(Column column, PayloadField field, bool hasKey)
    {
        if (!hasKey) throw WriteChecks.Generated(column, field.Column);
        var value = binding.Value(field.Value, column);
        var reference = new ColumnReference(column, 0);
        return binding.Values[value.Index] is null
            ? new Is(reference, IsTest.Null)
            : new Comparison(ComparisonOperator.Equal, reference, value);
    }

    private void AddAbsent(List<Assignment> assignments, bool hasKey)
    {
        foreach (var column in table.Columns)
        {
            if (!column.IsWritable || (hasKey && IsKey(column))) continue;
            if (Timestamps.Outlives(table, column) || column == table.UpdatedAt) continue;
            if (assignments.Exists(assignment => assignment.Column == column)) continue;
            assignments.Add(new Assignment(column, Value: null));
        }
    }

    private static void RequireRows(RowKey? key, Expression? filter, bool everyRow, string what, string verb)
    {
        if (key is not null || filter is not null || everyRow) return;
        throw new Failure(FailureCode.FilterRequired, $"{what} without a filter would {verb} every row.")
        {
            Hint = "Say __all=true if that is meant.",
        }.AsException();
    }
}
