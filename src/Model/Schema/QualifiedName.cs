namespace Relata.Model.Schema;

/// <summary>
/// A table's or type's name together with the schema that holds it, both exactly as the database spells them.
/// </summary>
/// <param name="Schema">The holding schema; SQLite's is <c>main</c>.</param>
/// <param name="Name">The name inside that schema.</param>
public readonly record struct QualifiedName(string Schema, string Name)
{
    /// <summary>The form a caller writes: <c>schema.name</c>, unquoted.</summary>
    public override string ToString() => $"{Schema}.{Name}";
}
