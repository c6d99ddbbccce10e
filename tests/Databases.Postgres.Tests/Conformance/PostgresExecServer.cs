using Relata.Conformance.Ex;

namespace Relata.Databases.Postgres.Tests.Conformance;

/// <summary>A server whose callers may send SQL of their own.</summary>
public class PostgresExecServer : PostgresServer
{
    /// <inheritdoc/>
    protected override string Configuration => ExExecSpec.Configuration;

    /// <inheritdoc/>
    protected override string FrontConfiguration => ExExecSpec.FrontConfiguration;
}

/// <summary>A server in front of such a one.</summary>
public sealed class PostgresExecFrontServer : PostgresExecServer
{
    /// <inheritdoc/>
    protected override bool HasFront => true;
}
