using Microsoft.Data.Sqlite;
using Relata.Databases.Sqlite.Sessions;
using Relata.Introspection;
using Relata.Model.Failures;

namespace Relata.Databases.Sqlite.Catalog;

/// <summary>Reads the schema of a SQLite file in a fixed number of statements and one transaction.</summary>
/// <param name="connectionString">Where the file is.</param>
public sealed class SqliteCatalogReader(string connectionString) : ICatalogReader
{
    /// <summary>What SQLite calls the file that a connection opens first.</summary>
    private const string Main = "main";

    static SqliteCatalogReader() => SQLitePCL.Batteries_V2.Init();

    /// <inheritdoc/>
    public async ValueTask<Introspection.Catalog> ReadAsync(IReadOnlyList<string> schemas, CancellationToken stop)
    {
        if (schemas.FirstOrDefault(schema => schema != Main) is { } unknown)
        {
            throw new Failure(FailureCode.DatabaseRefused, $"The database has no schema \"{unknown}\".")
            {
                Hint = $"The only schema of a SQLite database is \"{Main}\".",
            }.AsException();
        }

        try
        {
            return await ReadAsync(stop);
        }
        catch (SqliteException e)
        {
            throw SqliteFailures.From(e);
        }
    }

    private async ValueTask<Introspection.Catalog> ReadAsync(CancellationToken stop)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(stop);
        await using var transaction = connection.BeginTransaction(deferred: true);
        var answer = new SqliteCatalogRows(Main);
        await ReadAsync(Query(connection, "tables.sql"), answer.AddTable, stop);
        await ReadColumnsAsync(connection, "table", answer, stop);
        await ReadColumnsAsync(connection, "view", answer, stop);
        await ReadAsync(Query(connection, "unique-keys.sql"), answer.AddUniqueKeyColumn, stop);
        await ReadAsync(Query(connection, "unique-indexes.sql"), answer.AddUniqueIndexColumn, stop);
        await ReadAsync(Query(connection, "foreign-keys.sql"), answer.AddForeignKeyColumn, stop);
        if (await HasEstimatesAsync(connection, stop))
            await ReadAsync(Query(connection, "estimates.sql"), answer.AddEstimate, stop);
        return answer.ToCatalog();
    }

    /// <summary>
    /// Reads the columns of all tables, or of all views, with one statement. It fails as a whole when it comes to a
    /// view over a table that is gone, or to a virtual table whose module is not loaded: then they are read one by one,
    /// and those that nobody can read are not exposed.
    /// </summary>
    private static async ValueTask ReadColumnsAsync(
        SqliteConnection connection, string type, SqliteCatalogRows answer, CancellationToken stop)
    {
        if (await TryReadColumnsAsync(connection, type, null, answer, stop)) return;
        foreach (var name in answer.NamesOf(type))
        {
            answer.ForgetColumns(name);
            if (!await TryReadColumnsAsync(connection, type, name, answer, stop)) answer.Forget(name);
        }
    }

    private static async ValueTask<bool> TryReadColumnsAsync(
        SqliteConnection connection, string type, string? name, SqliteCatalogRows answer, CancellationToken stop)
    {
        var query = Query(connection, "columns.sql");
        query.Parameters.AddWithValue("$type", type);
        query.Parameters.AddWithValue("$name", (object?)name ?? DBNull.Value);
        try
        {
            await ReadAsync(query, answer.AddColumn, stop);
            return true;
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == SQLitePCL.raw.SQLITE_ERROR)
        {
            return false;
        }
    }

    private static async ValueTask<bool> HasEstimatesAsync(SqliteConnection connection, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT 1 FROM main.sqlite_master WHERE type = 'table' AND name = 'sqlite_stat1'";
        return await command.ExecuteScalarAsync(stop) is not null;
    }

    private static SqliteCommand Query(SqliteConnection connection, string file)
    {
        var query = connection.CreateCommand();
        query.CommandText = CatalogQuery.Read(file);
        return query;
    }

    private static async ValueTask ReadAsync(SqliteCommand query, Action<SqliteDataReader> add, CancellationToken stop)
    {
        await using (query)
        {
            await using var rows = await query.ExecuteReaderAsync(stop);
            while (await rows.ReadAsync(stop)) add(rows);
        }
    }
}
