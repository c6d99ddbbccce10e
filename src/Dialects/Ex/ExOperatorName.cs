namespace Relata.Dialects.Ex;

/// <summary>The operators of filters, as they stand behind a column and a colon.</summary>
public static class ExOperatorName
{
    /// <summary>It is the value.</summary>
    public const string Eq = "eq";

    /// <summary>It is another value.</summary>
    public const string NotEq = "not_eq";

    /// <summary>It is larger.</summary>
    public const string Gt = "gt";

    /// <summary>It is larger or the same.</summary>
    public const string GtEq = "gt_eq";

    /// <summary>It is smaller.</summary>
    public const string Lt = "lt";

    /// <summary>It is smaller or the same.</summary>
    public const string LtEq = "lt_eq";

    /// <summary>It is null, true or false.</summary>
    public const string Is = "is";

    /// <summary>It is not that.</summary>
    public const string IsNot = "is_not";

    /// <summary>The text matches the pattern.</summary>
    public const string Like = "like";

    /// <summary>It does not.</summary>
    public const string NotLike = "not_like";

    /// <summary>It is one of a list.</summary>
    public const string In = "in";

    /// <summary>It is none of it.</summary>
    public const string NotIn = "not_in";

    /// <summary>It lies between two values, both included.</summary>
    public const string Btwn = "btwn";

    /// <summary>It does not.</summary>
    public const string NotBtwn = "not_btwn";

    /// <summary>All of them; letters are compared without case.</summary>
    public static IReadOnlySet<string> All { get; } = new HashSet<string>(
        [Eq, NotEq, Gt, GtEq, Lt, LtEq, Is, IsNot, Like, NotLike, In, NotIn, Btwn, NotBtwn],
        StringComparer.OrdinalIgnoreCase);
}
