using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using MySqlConnector;
using Relata.Documentation.Tests.Pages;
using Relata.Support;

namespace Relata.Documentation.Tests.Examples;

/// <summary>
/// The pages about dialects, whose examples MariaDB answers as the database does on which they were written: its tables
/// are theirs with MariaDB's words for types, its rows are theirs.
/// </summary>
internal static partial class MariaDbPages
{
    private const int RowsAtOnce = 200;

    private static readonly string[] Names =
        ["docs/dialects/ex.md", "docs/dialects/rest.md", "docs/dialects/rest-conventions.md"];

    /// <summary>Whether a page's examples are run on MariaDB, too.</summary>
    public static bool Has(Page page) => Names.Contains(page.Name);

    /// <summary>Makes what the examples of a page ask.</summary>
    /// <param name="schema">The SQL of its tables.</param>
    /// <param name="rows">A database of SQLite with these tables and their rows.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<MySqlTestDatabase> CreateAsync(string schema, SqliteFile rows, CancellationToken stop)
    {
        var database = await MySqlTestDatabase.CreateAsync(Adapted(schema), stop);
        try
        {
            await CopyAsync(rows, database, stop);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Numbers are as long as SQLite's; an instant is a timestamp; what only SQLite can say is said otherwise, and what
    /// MariaDB cannot say is left out: a check of a column that a foreign key sets to NULL, an index over some rows.
    /// </summary>
    private static string Adapted(string schema)
    {
        schema = IntegerKey().Replace(schema, "bigint AUTO_INCREMENT PRIMARY KEY");
        schema = Integer().Replace(schema, "bigint");
        schema = Instant().Replace(schema, "timestamp(6) NULL");
        schema = InstantNeeded().Replace(schema, "timestamp(6) NOT NULL");
        schema = Uuid().Replace(schema, "");
        schema = OwnSupervisor().Replace(schema, "");
        schema = PartialIndex().Replace(schema, "");
        schema = Seconds().Replace(schema, "TIMESTAMPDIFF(SECOND, start_timestamp, end_timestamp)");
        return schema
            .Replace("CURRENT_TIMESTAMP", "CURRENT_TIMESTAMP(6)", StringComparison.Ordinal)
            .Replace("GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'", "REGEXP '^#[0-9a-f]{6}$'", StringComparison.Ordinal);
    }

    private static async Task CopyAsync(SqliteFile rows, MySqlTestDatabase database, CancellationToken stop)
    {
        await using var from = new SqliteConnection(rows.ConnectionString);
        await from.OpenAsync(stop);
        await using var to = await database.OpenAsync(stop);
        var tables = await ListAsync(
            from, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid", stop);
        foreach (var table in tables)
        {
            var columns = await ListAsync(from, $"SELECT name FROM pragma_table_xinfo('{table}') WHERE hidden = 0", stop);
            await CopyAsync(from, to, table, string.Join(", ", columns.Select(name => $"\"{name}\"")), stop);
        }
    }

    private static async Task CopyAsync(
        SqliteConnection from, MySqlConnection to, string table, string columns, CancellationToken stop)
    {
        await using var select = new SqliteCommand($"SELECT {columns} FROM \"{table}\"", from);
        await using var rows = await select.ExecuteReaderAsync(stop);
        while (true)
        {
            await using var insert = new MySqlCommand { Connection = to };
            var values = new StringBuilder();
            for (var row = 0; row < RowsAtOnce && await rows.ReadAsync(stop); row++)
            {
                values.Append(row == 0 ? "(" : ", (");
                for (var cell = 0; cell < rows.FieldCount; cell++)
                {
                    var name = string.Create(CultureInfo.InvariantCulture, $"@p{insert.Parameters.Count}");
                    values.Append(cell == 0 ? "" : ", ").Append(name);
                    insert.Parameters.AddWithValue(name, rows.GetValue(cell));
                }

                values.Append(')');
            }

            if (values.Length == 0) return;
            insert.CommandText = $"INSERT INTO \"{table}\" ({columns}) VALUES {values}";
            await insert.ExecuteNonQueryAsync(stop);
        }
    }

    private static async Task<IReadOnlyList<string>> ListAsync(SqliteConnection from, string sql, CancellationToken stop)
    {
        await using var command = new SqliteCommand(sql, from);
        await using var rows = await command.ExecuteReaderAsync(stop);
        var list = new List<string>();
        while (await rows.ReadAsync(stop)) list.Add(rows.GetString(0));
        return list;
    }

    [GeneratedRegex(@"\binteger\s+PRIMARY KEY")]
    private static partial Regex IntegerKey();

    [GeneratedRegex(@"\binteger\b")]
    private static partial Regex Integer();

    [GeneratedRegex(@"\b(timestamptz|timestamp with time zone)\b")]
    private static partial Regex Instant();

    [GeneratedRegex(@"timestamp\(6\) NULL\s+NOT NULL")]
    private static partial Regex InstantNeeded();

    [GeneratedRegex(@"CHECK \(length\(\w+\) = 36 AND \w+ = lower\(\w+\)\)")]
    private static partial Regex Uuid();

    [GeneratedRegex(@",\s+CONSTRAINT operator_not_own_supervisor [^\n]*")]
    private static partial Regex OwnSupervisor();

    [GeneratedRegex(@"CREATE UNIQUE INDEX [^;]* WHERE [^;]*;\n?")]
    private static partial Regex PartialIndex();

    [GeneratedRegex(@"CAST\(strftime\('%s', end_timestamp\) AS bigint\)\s+- CAST\(strftime\('%s', start_timestamp\) AS bigint\)")]
    private static partial Regex Seconds();
}
