using System.Data.Common;
using Relata.Conformance;
using Relata.Support;

namespace Relata.Databases.MySql.Tests.Conformance;

/// <summary>A server over a database of MariaDB with the seed in it.</summary>
public class MySqlServer : ConformanceServer
{
    private MySqlTestDatabase? database;

    /// <inheritdoc/>
    public override string Schema { get; } = MySqlTestDatabase.NewName();

    /// <inheritdoc/>
    public override string FirstInstant => "1971-01-01T00:00:00Z";

    /// <inheritdoc/>
    public override string LastInstant => "2037-12-31T23:59:59.999999Z";

    /// <inheritdoc/>
    public override string DayToCome => "2037-01-01";

    /// <inheritdoc/>
    public override bool HasInfinity => false;

    /// <inheritdoc/>
    public override bool ChecksKeysAtTheEnd => false;

    /// <inheritdoc/>
    public override string TypeName(string standard) => standard switch
    {
        "time without time zone" => "time(6)",
        "timestamp without time zone" => "datetime(6)",
        "timestamp with time zone" => "timestamp(6)",
        _ => standard,
    };

    /// <inheritdoc/>
    public override DbConnection Connect() => new StandardConnection(database!.Connect());

    /// <inheritdoc/>
    protected override async Task<string> CreateDatabaseAsync(CancellationToken stop)
    {
        database = await MySqlTestDatabase.CreateAsync(Schema, Adapted(SeedScript.For("mysql")), stop);
        return database.Url;
    }

    /// <inheritdoc/>
    protected override ValueTask DropDatabaseAsync() => database?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Bytes are cast otherwise, and instants begin in 1970 and end in 2038.</summary>
    private static string Adapted(string script) => script
        .Replace(" AS blob)", " AS binary)", StringComparison.Ordinal)
        .Replace("'9999-12-31 23:59:59.999999', '[]'", "'2037-12-31 23:59:59.999999', '[]'", StringComparison.Ordinal)
        .Replace("'0001-01-01 00:00:00', '\"text\"'", "'1971-01-01 00:00:00', '\"text\"'", StringComparison.Ordinal);
}
