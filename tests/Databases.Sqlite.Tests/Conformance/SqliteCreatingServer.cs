using Relata.Conformance;

namespace Relata.Databases.Sqlite.Tests.Conformance;

/// <summary>A server whose <c>PUT</c> creates what is not there.</summary>
public sealed class SqliteCreatingServer : SqliteServer
{
    /// <inheritdoc/>
    protected override string Configuration => PutCreatesSpec.Configuration;
}
