using System.Globalization;
using System.Text;
using Npgsql;

namespace Relata.Databases.Postgres.Tests.Values;

/// <summary>
/// A server over random values of every type: in a table of their own, to which the rows of another lead, in one whose
/// rows belong to folders, and three empty ones to write them to.
/// </summary>
public sealed class FuzzServer() : ScriptServer(Script, """{"limits":{"maxBodyBytes":100000000}}""")
{
    internal const int Folders = 7;
    internal const int LongText = 1_000_000;

    internal static int Seed { get; } = Chosen("RELATA_VALUES_SEED", 20_240_719);

    internal static int Rows { get; } = Chosen("RELATA_VALUES_ROWS", 200);

    private static string Script => $"""
        {FuzzColumn.Types}
        CREATE TABLE stored (id int PRIMARY KEY, {string.Join(", ", FuzzColumn.All.Select(column => $"\"{column.Name}\" {column.Type}"))});
        CREATE TABLE posted (LIKE stored INCLUDING ALL);
        CREATE TABLE patched (LIKE stored INCLUDING ALL);
        CREATE TABLE patched_each (LIKE stored INCLUDING ALL);
        CREATE TABLE folder (id int PRIMARY KEY);
        CREATE TABLE held (LIKE stored INCLUDING ALL, folder_id int REFERENCES folder);
        CREATE TABLE note (id int PRIMARY KEY REFERENCES stored, folder_id int REFERENCES folder);
        """;

    /// <inheritdoc/>
    protected override async Task FillAsync(Support.PostgresDatabase database, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(stop);
        await CopyAsync(connection, new Random(Seed), stop);
        await using var command = new NpgsqlCommand(
            $"""
            INSERT INTO patched (id) SELECT id FROM stored;
            INSERT INTO patched_each (id) SELECT id FROM stored;
            INSERT INTO folder SELECT generate_series(0, {Folders - 1});
            INSERT INTO held SELECT *, id % {Folders} FROM stored;
            INSERT INTO note SELECT id, id % {Folders} FROM stored;
            """,
            connection);
        await command.ExecuteNonQueryAsync(stop);
    }

    private static async Task CopyAsync(NpgsqlConnection connection, Random random, CancellationToken stop)
    {
        await using var copy = await connection.BeginTextImportAsync("COPY stored FROM STDIN", stop);
        for (var id = 1; id <= Rows; id++)
        {
            await copy.WriteAsync(id.ToString(CultureInfo.InvariantCulture));
            foreach (var column in FuzzColumn.All)
            {
                await copy.WriteAsync('\t');
                await copy.WriteAsync(random.Next(10) == 0 ? "\\N" : Escaped(ValueOf(column, id, random)));
            }

            await copy.WriteAsync('\n');
        }
    }

    private static string ValueOf(FuzzColumn column, int id, Random random) => (column.Name, id) switch
    {
        ("text", 1) => new string('x', LongText),
        ("text", 2) => string.Concat(Enumerable.Repeat("😀\"\\\n", LongText / 10)),
        ("numeric", 3) => $"-{new string('7', 131_072)}.{new string('3', 16_383)}",
        ("bytea", 4) => $"\\x{new string('f', LongText)}",
        _ => column.Value(random),
    };

    /// <summary>Manual, "COPY", text format.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            _ = character switch
            {
                '\\' => escaped.Append(@"\\"),
                '\t' => escaped.Append(@"\t"),
                '\n' => escaped.Append(@"\n"),
                '\r' => escaped.Append(@"\r"),
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }

    private static int Chosen(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var chosen) ? chosen : usual;
}
