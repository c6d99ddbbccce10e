using System.Data.Common;
using Microsoft.Data.Sqlite;
using Relata.Conformance;
using Relata.Support;

namespace Relata.Databases.Sqlite.Tests.Conformance;

/// <summary>A server over a SQLite file with the seed in it.</summary>
public class SqliteServer : ConformanceServer
{
    private SqliteFile? file;

    /// <inheritdoc/>
    public override string Schema => "main";

    /// <inheritdoc/>
    public override DbConnection Connect() => new SqliteConnection(file!.ConnectionString);

    /// <inheritdoc/>
    protected override async Task<string> CreateDatabaseAsync(CancellationToken stop)
    {
        file = await SqliteFile.CreateAsync(SeedScript.For("sqlite"), stop);
        return file.Url;
    }

    /// <inheritdoc/>
    protected override ValueTask DropDatabaseAsync()
    {
        file?.Dispose();
        return ValueTask.CompletedTask;
    }
}
