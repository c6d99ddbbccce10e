using Relata.Model.Callers;
using Relata.Model.Failures;
using Relata.Sql;

namespace Relata.Execution;

/// <summary>
/// A script together with what its database prepared for running it, such as one cell reader for each column.
/// </summary>
/// <param name="script">The script.</param>
public abstract class PreparedScript(Script script)
{
    /// <summary>The script.</summary>
    public Script Script { get; } = script;
}

/// <summary>A prepared script and the values of one run.</summary>
/// <param name="Prepared">The script.</param>
/// <param name="Values">The plan's values, converted to their columns' types; null is NULL.</param>
public readonly record struct ScriptRun(PreparedScript Prepared, IReadOnlyList<object?> Values)
{
    /// <summary>
    /// Who asks. The database takes it for the length of the transaction, before anything else of it; null for the
    /// connection's own role without settings.
    /// </summary>
    public Caller? Caller { get; init; }

    /// <summary>Whether a read may not run on a standby, which is a little behind.</summary>
    public bool NeedsPrimary { get; init; }

    /// <summary>Whether a read is kept from writing: its SQL is not of our own making.</summary>
    public bool IsConfined { get; init; }

    /// <summary>
    /// Whether it may leave something behind in its session, such as a setting: then nobody else gets to see that.
    /// </summary>
    public bool MayChangeSession { get; init; }

    /// <summary>How long it may run; null for as long as any other.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Refuses to pass over who asks, where a database has no roles and settings for it.</summary>
    /// <param name="database">The database's name.</param>
    public void RequireNoCaller(string database)
    {
        if (Caller is null) return;
        throw new Failure(FailureCode.NotApplicable, $"{database} has no roles and settings that a caller could have.")
            .AsException();
    }
}
