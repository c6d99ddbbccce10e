using Relata.Conformance;

namespace Relata.Databases.MySql.Tests.Conformance;

/// <summary>A server whose <c>PUT</c> creates what is not there.</summary>
public sealed class MySqlCreatingServer : MySqlServer
{
    /// <inheritdoc/>
    protected override string Configuration => PutCreatesSpec.Configuration;
}
