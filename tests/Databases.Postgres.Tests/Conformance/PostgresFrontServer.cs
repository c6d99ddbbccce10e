namespace Relata.Databases.Postgres.Tests.Conformance;

/// <summary>A server in front of the one over the database.</summary>
public sealed class PostgresFrontServer : PostgresServer
{
    /// <inheritdoc/>
    protected override bool HasFront => true;
}
