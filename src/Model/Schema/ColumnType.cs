namespace Relata.Model.Schema;

/// <summary>
/// A column's type: the kind that every part of the pipeline understands, and the name that the database gives it.
/// </summary>
/// <param name="Kind">How values are read and answered; for a domain that of its base type.</param>
/// <param name="Name">The database's own spelling, such as <c>numeric(10,2)</c>; shown to callers and never
/// parsed.</param>
public sealed record ColumnType(TypeKind Kind, string Name)
{
    /// <summary>
    /// What the database calls the type itself, without a domain above it and without modifiers; null where it has no
    /// such name.
    /// </summary>
    public QualifiedName? Native { get; init; }

    /// <summary>
    /// The type of an array's elements, of a range's bounds, of a multirange's ranges; null for every other kind.
    /// </summary>
    public ColumnType? Element { get; init; }

    /// <summary>The labels of an enum in their order; empty for every other kind.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>The fields of a composite type; empty for every other type.</summary>
    public IReadOnlyList<CompositeField> Fields { get; init; } = [];

    /// <summary>Which figure a <see cref="TypeKind.Shape"/> is; null for every other kind.</summary>
    public ShapeKind? Shape { get; init; }

    /// <summary>The domain over which the column is declared; null when it is declared over a plain type.</summary>
    public string? Domain { get; init; }

    /// <summary>The longest text in characters; null when there is no limit.</summary>
    public int? Length { get; init; }

    /// <summary>The digits of a decimal in all; null when it is unconstrained.</summary>
    public int? Precision { get; init; }

    /// <summary>The digits of a decimal after the point; null when it is unconstrained.</summary>
    public int? Scale { get; init; }
}

/// <summary>One field of a composite type.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Type">The field's type.</param>
public sealed record CompositeField(string Name, ColumnType Type);
