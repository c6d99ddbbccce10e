namespace Relata.Dialects.Ex;

/// <summary>The names of the members of a request in a batch.</summary>
public static class ExMember
{
    /// <summary>What is done, one of <see cref="ExActionName"/>.</summary>
    public const string Action = "action";

    /// <summary>The table.</summary>
    public const string Resource = "resource";

    /// <summary>An object of filters, or an array of such objects.</summary>
    public const string Where = "where";

    /// <summary>The row, or the rows.</summary>
    public const string Values = "values";

    /// <summary>The columns answered.</summary>
    public const string Columns = "columns";

    /// <summary>The columns in which rows must be alike to become one.</summary>
    public const string Group = "group";

    /// <summary>The columns in which rows must be alike for the limit to be that of their group.</summary>
    public const string Partition = "partition";

    /// <summary>Columns, each with its direction behind a blank if wanted.</summary>
    public const string Order = "order";

    /// <summary>The most rows.</summary>
    public const string Limit = "limit";

    /// <summary>How many rows are passed over.</summary>
    public const string Offset = "offset";

    /// <summary>What happens to rows whose key exists: an object of the members below.</summary>
    public const string OnConflict = "on_conflict";

    /// <summary>The columns of the key that a row could meet.</summary>
    public const string Constraint = "constraint";

    /// <summary>The columns that take the new values.</summary>
    public const string Update = "update";

    /// <summary><c>true</c>, or a column: the row is left out.</summary>
    public const string Ignore = "ignore";

    /// <summary>The text of a statement, or its pieces.</summary>
    public const string Statement = "stmt";

    /// <summary>The arguments of a statement.</summary>
    public const string Arguments = "args";

    /// <summary>Anything: the row is refused.</summary>
    public const string Error = "error";
}
