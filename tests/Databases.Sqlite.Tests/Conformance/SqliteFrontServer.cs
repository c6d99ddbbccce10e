namespace Relata.Databases.Sqlite.Tests.Conformance;

/// <summary>A server in front of the one over the database.</summary>
public sealed class SqliteFrontServer : SqliteServer
{
    /// <inheritdoc/>
    protected override bool HasFront => true;
}
