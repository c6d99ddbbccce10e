namespace Relata.Dialects.Ex;

/// <summary>The names of the headers in which a call says what its URL does not.</summary>
public static class ExHeader
{
    /// <summary>The columns answered.</summary>
    public const string Columns = "X-Columns";

    /// <summary>The columns in which rows must be alike to become one.</summary>
    public const string GroupBy = "X-Group-By";

    /// <summary>The columns in which rows must be alike for the limit to be that of their group.</summary>
    public const string PartitionBy = "X-Partition-By";

    /// <summary>Columns, each with its direction behind a blank if wanted.</summary>
    public const string OrderBy = "X-Order-By";

    /// <summary>The most rows.</summary>
    public const string Limit = "X-Limit";

    /// <summary>How many rows are passed over.</summary>
    public const string Offset = "X-Offset";

    /// <summary>The columns of the key that a row could meet.</summary>
    public const string Constraint = "X-On-Conflict-Constraint";

    /// <summary>The columns that take the new values where the key of a row exists.</summary>
    public const string Update = "X-On-Conflict-Update";

    /// <summary><c>true</c>, or a column: a row whose key exists is left out.</summary>
    public const string Ignore = "X-On-Conflict-Ignore";

    /// <summary>Anything: a row whose key exists is refused.</summary>
    public const string Error = "X-On-Conflict-Error";
}
