using Relata.Model.Requests;

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
    public OnConflict? Read()
    {
        if (Error is not null) return null;
        if (Ignore is { } ignore) return Ignoring(ignore);
        if (Update is not null)
        {
            return new OnConflict(Constraint ?? [], ConflictResolution.Merge)
            {
                Assigned = Update,
                AnyKey = Constraint is null,
            };
        }

        return Constraint is null ? null : new OnConflict(Constraint, ConflictResolution.Ignore);
    }

    private OnConflict Ignoring(Name ignore) => new(Constraint ?? [], ConflictResolution.Ignore)
    {
        AnyKey = Constraint is null,
        Mentioned = ignore.Text.Equals("true", StringComparison.OrdinalIgnoreCase) ? null : ignore,
    };
}
