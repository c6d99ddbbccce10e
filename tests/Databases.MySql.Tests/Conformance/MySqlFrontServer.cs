namespace Relata.Databases.MySql.Tests.Conformance;

/// <summary>A server in front of the one over the database.</summary>
public sealed class MySqlFrontServer : MySqlServer
{
    /// <inheritdoc/>
    protected override bool HasFront => true;
}
