namespace Relata.Model.Schema;

/// <summary>The columns by which rows are claimed: handed to one worker at a time, until a moment.</summary>
/// <param name="Prefix">
/// What stands before <c>claimed_until</c> in the column's name, without its underscore; empty when nothing does.
/// </param>
/// <param name="Until">Holds until when a row is claimed; NULL or a moment that has passed when it is not.</param>
/// <param name="By">Holds who claimed it; null when the table has no such column.</param>
public sealed record ClaimColumns(string Prefix, Column Until, Column? By)
{
    private const string Ending = "claimed_until";

    /// <summary>The claims of a table with these columns.</summary>
    public static IReadOnlyList<ClaimColumns> Of(IReadOnlyList<Column> columns) =>
    [
        .. from until in columns
           where until.IsWritable && until.Type.Kind is TypeKind.Timestamp or TypeKind.TimestampTz
           where until.Name == Ending || until.Name.EndsWith($"_{Ending}", StringComparison.Ordinal)
           let prefix = until.Name[..^Ending.Length]
           let owner = columns.FirstOrDefault(column => column.Name == $"{prefix}claimed_by" && column.IsWritable)
           select new ClaimColumns(prefix.TrimEnd('_'), until, owner),
    ];
}
