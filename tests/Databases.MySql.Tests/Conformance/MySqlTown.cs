using System.Data.Common;
using Relata.Conformance;
using Relata.Support;

namespace Relata.Databases.MySql.Tests.Conformance;

/// <summary>A server over a database of MariaDB with the town in it.</summary>
public sealed class MySqlTown : ConformanceServer
{
    private MySqlTestDatabase? database;

    /// <inheritdoc/>
    public override string Schema { get; } = MySqlTestDatabase.NewName();

    /// <inheritdoc/>
    public override DbConnection Connect() => new StandardConnection(database!.Connect());

    /// <inheritdoc/>
    protected override async Task<string> CreateDatabaseAsync(CancellationToken stop)
    {
        database = await MySqlTestDatabase.CreateAsync(Schema, Adapted(DifferentialSpec.Script), stop);
        return database.Url;
    }

    /// <inheritdoc/>
    protected override ValueTask DropDatabaseAsync() => database?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Keys of texts have a length.</summary>
    private static string Adapted(string script) => script
        .Replace("timestamptz", "timestamp(6) NULL", StringComparison.Ordinal)
        .Replace("code text PRIMARY KEY", "code varchar(100) PRIMARY KEY", StringComparison.Ordinal)
        .Replace("kind_code text", "kind_code varchar(100)", StringComparison.Ordinal);
}
