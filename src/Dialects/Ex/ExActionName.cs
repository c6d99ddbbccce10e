namespace Relata.Dialects.Ex;

/// <summary>What a request of a batch calls what it does; letters are compared without case.</summary>
public static class ExActionName
{
    /// <summary>Rows are read.</summary>
    public const string Query = "QUERY";

    /// <summary>Rows are deleted.</summary>
    public const string Delete = "DELETE";

    /// <summary>Rows are added.</summary>
    public const string Insert = "INSERT";

    /// <summary>Rows are changed.</summary>
    public const string Update = "UPDATE";
}
