namespace Relata.Model.Schema;

/// <summary>A primary or unique key.</summary>
/// <param name="Name">The constraint's name; empty where the database does not name it.</param>
/// <param name="Columns">Its columns in key order.</param>
public sealed record Key(string Name, IReadOnlyList<Column> Columns);
