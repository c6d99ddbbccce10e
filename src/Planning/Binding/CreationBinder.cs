using System.Collections;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning.Plans;
using Relata.Planning.Values;

namespace Relata.Planning.Binding;

/// <summary>
/// Binds how a row that is to be replaced is inserted where it is absent: its key is that of the path.
/// </summary>
/// <remarks>
/// What cannot be inserted is no failure yet: the row may be there, and then it is replaced.
/// </remarks>
internal sealed class CreationBinder(Binding binding, Table table)
{
    public Creation? Bind(Update update)
    {
        if (!update.CreatesAbsent || update.Key is not { } named || !table.Writes.HasFlag(TableWrites.Insert))
            return null;
        var key = Binding.PrimaryKey(table, named, "PATCH");
        if (Refusal(update, key, named) is { } refusal) return new Creation(null, refusal);
        var fields = key.Columns
            .Select((column, i) => new PayloadField(new Name(column.Name, named.Parts[i].At), named.Parts[i]))
            .Concat(update.Values.Fields.Where(field => IsStored(Binding.Column(table, field.Column), key)));
        var insert = new Insert(update.Table, new Payload([new PayloadRow([.. fields])], IsArray: false))
        {
            Selection = update.Selection,
            OnConflict = new OnConflict([], ConflictResolution.Ignore),
        };
        return new Creation((InsertPlan)new InsertBinder(binding, table).Bind(insert), KeyIsHeld(named));
    }

    private Failure? Refusal(Update update, Key key, RowKey named)
    {
        if (key.Columns.FirstOrDefault(column => !column.IsWritable) is { } given)
        {
            return new Failure(FailureCode.GeneratedColumn,
                $"There is no such row, and \"{given.Name}\" is filled by the database: a row cannot be created by " +
                "its key.")
            {
                At = named.At,
                Hint = "POST it to the table.",
            };
        }

        foreach (var field in update.Values.Fields)
        {
            var column = Binding.Column(table, field.Column);
            var part = key.Columns.ToList().IndexOf(column);
            if (part >= 0 && !SameValue(field.Value, named.Parts[part], column))
            {
                return new Failure(FailureCode.GeneratedColumn,
                    $"\"{column.Name}\" is another one in the body than in the path, which names the row.");
            }

            if (!column.IsWritable) return WriteChecks.Generated(column, field.Column).Failure;
        }

        return null;
    }

    private bool IsStored(Column column, Key key) =>
        !key.Columns.Contains(column) && !Timestamps.Overrules(table, column, UpdateMode.Replace);

    private static bool SameValue(Literal left, Literal right, Column column) =>
        StructuralComparisons.StructuralEqualityComparer.Equals(
            ColumnValue.Convert(left, column, stored: true), ColumnValue.Convert(right, column, stored: true));

    private Failure KeyIsHeld(RowKey named) =>
        new(
            FailureCode.UniqueViolation,
            "The row was not created: one that is not seen holds its key, or a trigger kept it away.")
        {
            At = named.At,
            Hint = table.DeletedAt is { } mark
                ? $"If it is marked as deleted, PATCH with \"{mark.Name}\":null brings it back."
                : null,
        };
}
