using System.Data.Common;
using Npgsql;
using Relata.Conformance;
using Relata.Support;

namespace Relata.Databases.Postgres.Tests;

/// <summary>A server over a database made of a script.</summary>
/// <param name="script">What is in the database.</param>
/// <param name="configuration">The text of the configuration file; null for none.</param>
public abstract class ScriptServer(string script, string? configuration = null) : ConformanceServer
{
    private Support.PostgresDatabase? database;

    /// <inheritdoc/>
    public override string Schema => "public";

    /// <inheritdoc/>
    protected override string? Configuration => configuration;

    /// <inheritdoc/>
    public override DbConnection Connect() => new NpgsqlConnection(database!.ConnectionString);

    /// <summary>Makes the database and runs the script in it.</summary>
    protected virtual Task<Support.PostgresDatabase> MakeAsync(string script, CancellationToken stop) =>
        TestPostgres.CreateDatabaseAsync(script, stop);

    /// <summary>Adds to the database what the script cannot know.</summary>
    protected virtual Task FillAsync(Support.PostgresDatabase database, CancellationToken stop) => Task.CompletedTask;

    /// <summary>The first column of the first row of a query; null when there is no row or it holds NULL.</summary>
    public async Task<object?> ScalarAsync(string sql, CancellationToken stop)
    {
        // The database is made when the server is first spoken to.
        await ProcessAsync(stop);
        return await database!.ScalarAsync(sql, stop);
    }

    /// <inheritdoc/>
    protected override async Task<string> CreateDatabaseAsync(CancellationToken stop)
    {
        database = await MakeAsync(script, stop);
        await FillAsync(database, stop);
        return database.Url;
    }

    /// <inheritdoc/>
    protected override async ValueTask DropDatabaseAsync()
    {
        if (database is not null) await database.DisposeAsync();
    }
}
