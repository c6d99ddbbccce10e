using Relata.Model.Failures;

namespace Relata.Databases.Postgres.Types;

/// <summary>The database's tables are no longer those of the schema that was read.</summary>
internal static class StaleSchema
{
    /// <summary>
    /// The failure that a statement meets until the schema is read again, which whoever made the statement does.
    /// </summary>
    public static Failure Failure { get; } = new(
        FailureCode.SchemaChanged, "The tables of the database have changed since the schema was read.");

    /// <summary>The failure as something to throw.</summary>
    public static FailureException Found() => Failure.AsException();
}
