namespace Relata.Dialects.Ex;

/// <summary>What is done with the rows of a table.</summary>
internal enum ExAction
{
    /// <summary>They are read.</summary>
    Query,

    /// <summary>They are deleted.</summary>
    Delete,

    /// <summary>Rows are added.</summary>
    Insert,

    /// <summary>They are changed.</summary>
    Update,
}
