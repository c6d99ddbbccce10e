using Relata.Model.Schema;

namespace Relata.Introspection;

/// <summary>
/// Which tables keep the conventions that column names stand for. A table that has no column of the name, or one of
/// another type, keeps none anyway.
/// </summary>
/// <param name="SoftDelete">The tables whose <c>deleted_at</c> says that a row is deleted; null means none.</param>
/// <param name="Timestamps">
/// The tables whose <c>created_at</c> and <c>updated_at</c> writes fill; null means none.
/// </param>
public sealed record TableConventions(TableFilter? SoftDelete, TableFilter? Timestamps)
{
    /// <summary>Every table keeps every convention.</summary>
    public static TableConventions All { get; } = new(TableFilter.All, TableFilter.All);

    /// <summary>The names in the lists of tables that no relation has.</summary>
    public IEnumerable<string> NamesMissingIn(Catalog catalog) =>
        new[] { SoftDelete, Timestamps }.OfType<TableFilter>().SelectMany(filter => filter.NamesMissingIn(catalog));

    /// <summary>The column that makes a delete of the table a soft one; a column that is never NULL cannot.</summary>
    internal Column? DeletedAt(QualifiedName table, Column[] columns) =>
        Moment(SoftDelete, table, columns, "deleted_at") is { IsNullable: true } column ? column : null;

    /// <summary>The column that an insert into the table fills.</summary>
    internal Column? CreatedAt(QualifiedName table, Column[] columns) =>
        Moment(Timestamps, table, columns, "created_at");

    /// <summary>The column that every write to the table fills.</summary>
    internal Column? UpdatedAt(QualifiedName table, Column[] columns) =>
        Moment(Timestamps, table, columns, "updated_at");

    private static Column? Moment(TableFilter? filter, QualifiedName table, Column[] columns, string name) =>
        filter is not null && filter.Exposes(table)
            ? Array.Find(columns, column => column.Name == name && column.IsWritable
                && column.Type.Kind is TypeKind.Timestamp or TypeKind.TimestampTz)
            : null;
}
