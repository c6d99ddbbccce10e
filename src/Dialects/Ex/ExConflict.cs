using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Dialects.Ex;

/// <summary>What a caller says about rows whose key exists already.</summary>
/// <param name="Constraint">The columns of the key that is meant; null leaves it open.</param>
/// <param name="Update">The columns of the stored row that take the new values; null for none.</param>
/// <param name="Ignore"><c>true</c>, or a column, to leave the stored row alone.</param>
/// <param name="Error">Anything, to have the row refused.</param>
internal readonly record struct ExConflict(
    IReadOnlyList<Name>? Constraint, IReadOnlyList<Name>? Update, Name? Ignore, Name? Error)
{
    /// <summary>What happens; null makes it a failure. An error wins over ignoring, and that over an update.</summary>
    public OnConflict? Read(Table table, Payload? rows)
    {
        if (Error is not null) return null;
        if (Ignore is { } ignore) return Ignoring(ignore, table);
        if (Update is not null)
        {
            var key = Constraint ?? KeyOf(table, rows, Update[0]);
            return new OnConflict(key, ConflictResolution.Merge) { Assigned = Update };
        }

        return Constraint is null ? null : new OnConflict(Constraint, ConflictResolution.Ignore);
    }

    private OnConflict Ignoring(Name ignore, Table table)
    {
        if (!ignore.Text.Equals("true", StringComparison.OrdinalIgnoreCase) && table.FindColumn(ignore.Text) is null)
        {
            throw new Failure(FailureCode.BadValue, $"Conflicts are ignored by true or a column, no \"{ignore.Text}\".")
            {
                At = ignore.At,
                Hint = NearestName.Hint(ignore.Text, table.Columns.Select(column => column.Name)),
            }.AsException();
        }

        return new OnConflict(Constraint ?? [], ConflictResolution.Ignore) { AnyKey = Constraint is null };
    }

    /// <summary>
    /// The key that rows can meet: the primary one when they hold it, else the one other that they hold.
    /// </summary>
    private static Name[] KeyOf(Table table, Payload? rows, Name at)
    {
        if (table.PrimaryKey is { } primary && Holds(primary)) return Names(primary, at);
        var keys = table.UniqueKeys.Where(Holds).ToArray();
        if (keys is [var one]) return Names(one, at);
        throw new Failure(FailureCode.NotApplicable, keys.Length == 0
            ? $"The rows hold no key of \"{table.Name.Name}\" that could exist already."
            : $"The rows hold several keys of \"{table.Name.Name}\" that could exist already.")
        {
            At = at.At,
            Hint = "X-On-Conflict-Constraint names the columns of the key that is meant.",
        }.AsException();

        bool Holds(Key key) => rows is not null && rows.Rows.All(
            row => key.Columns.All(column => row.Fields.Any(field => field.Column.Text == column.Name)));
    }

    private static Name[] Names(Key key, Name at) => [.. key.Columns.Select(column => at with { Text = column.Name })];
}
