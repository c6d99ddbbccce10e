using Relata.Conformance;

namespace Relata.Databases.Postgres.Tests.Conformance;

/// <summary>A server whose <c>PUT</c> creates what is not there.</summary>
public sealed class PostgresCreatingServer : PostgresServer
{
    /// <inheritdoc/>
    protected override string Configuration => PutCreatesSpec.Configuration;
}
