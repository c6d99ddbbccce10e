namespace Relata.Model.Schema;

/// <summary>A foreign key, seen from the table that holds it.</summary>
/// <param name="Name">The constraint's name, or a name made of table and columns where the database gives none.</param>
/// <param name="Columns">The referencing columns in key order.</param>
/// <param name="Target">The referenced table.</param>
/// <param name="TargetColumns">The referenced columns, one for each of <paramref name="Columns"/>.</param>
public sealed record ForeignKey(
    string Name, IReadOnlyList<Column> Columns, QualifiedName Target, IReadOnlyList<string> TargetColumns);
