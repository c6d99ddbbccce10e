using Relata.Conformance.Ex;

namespace Relata.Databases.MySql.Tests.Conformance;

/// <summary>A server whose callers may send SQL of their own.</summary>
public class MySqlExecServer : MySqlServer
{
    /// <inheritdoc/>
    protected override string Configuration => ExExecSpec.Configuration;

    /// <inheritdoc/>
    protected override string FrontConfiguration => ExExecSpec.FrontConfiguration;
}

/// <summary>A server in front of such a one.</summary>
public sealed class MySqlExecFrontServer : MySqlExecServer
{
    /// <inheritdoc/>
    protected override bool HasFront => true;
}
