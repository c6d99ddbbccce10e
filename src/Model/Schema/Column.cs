namespace Relata.Model.Schema;

/// <summary>A column of a table or view.</summary>
/// <param name="Name">The column's name as the database spells it.</param>
/// <param name="Ordinal">Its place among the table's columns, from 0.</param>
/// <param name="Type">The type of its values.</param>
public sealed record Column(string Name, int Ordinal, ColumnType Type)
{
    /// <summary>Whether the column holds NULL; of a view's columns the database does not say, so they do.</summary>
    public bool IsNullable { get; init; }

    /// <summary>The default as the database prints it; null when there is none.</summary>
    public string? Default { get; init; }

    /// <summary>Who supplies the value.</summary>
    public ColumnGeneration Generation { get; init; }

    /// <summary>What the database's owner wrote about the column.</summary>
    public string? Comment { get; init; }

    /// <summary>Whether a caller may supply a value.</summary>
    public bool IsWritable => Generation is ColumnGeneration.None or ColumnGeneration.IdentityByDefault;
}

/// <summary>Who supplies a column's value.</summary>
public enum ColumnGeneration
{
    /// <summary>The writer, or the default.</summary>
    None,

    /// <summary>The writer, or a sequence when the writer is silent.</summary>
    IdentityByDefault,

    /// <summary>A sequence, always.</summary>
    IdentityAlways,

    /// <summary>An expression over the row's other columns, always.</summary>
    Computed,
}
