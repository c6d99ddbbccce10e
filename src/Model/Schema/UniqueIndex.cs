namespace Relata.Model.Schema;

/// <summary>A unique index that belongs to no key.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns in their order.</param>
/// <param name="Condition">
/// Which rows are in it, as SQL of the database's own: what its catalogue says, and so nothing that a caller sent. Null
/// means that all are.
/// </param>
public sealed record UniqueIndex(string Name, IReadOnlyList<Column> Columns, string? Condition);
