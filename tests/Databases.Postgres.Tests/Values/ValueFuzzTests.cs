using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Npgsql;
using Relata.Conformance;

namespace Relata.Databases.Postgres.Tests.Values;

/// <summary>
/// Random values of every type: written by COPY, read over HTTP, written back over HTTP in other tables, where they must
/// be the same to the database.
/// </summary>
/// <remarks><c>RELATA_VALUES_SEED</c> and <c>RELATA_VALUES_ROWS</c> choose other values than usual, or more of them.</remarks>
public sealed class ValueFuzzTests(ValueFuzzTests.FuzzServer server) : Specification(server), IClassFixture<ValueFuzzTests.FuzzServer>
{
    private const int RowsInOneBody = 50;
    private const int ShownDifferences = 10;
    private const int LongText = 1_000_000;

    [Fact]
    public async Task What_comes_out_can_be_sent_back_and_finds_its_row()
    {
        var (seed, count) = ((int)Chosen("RELATA_VALUES_SEED", 20_240_719), (int)Chosen("RELATA_VALUES_ROWS", 200));
        await Server.ProcessAsync(Stop);
        var clock = Stopwatch.StartNew();
        await CopyAsync(new Random(seed), count);
        var rows = await ReadAllAsync(count);
        foreach (var some in rows.Chunk(RowsInOneBody))
        {
            Require(await Post("/posted", $"[{string.Join(',', some)}]"), 201);
            Require(await Patch("/patched_each", $"[{string.Join(',', some)}]"), 200);
        }

        foreach (var row in rows)
            Require(await Patch($"/patched/{IdOf(row)}", row), 200);

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"RELATA_VALUES_SEED={seed}: {count} rows of {FuzzColumn.All.Count} columns in {clock.Elapsed.TotalSeconds:0.0} s"));
        var differences = new List<string>();
        foreach (var table in new[] { "posted", "patched", "patched_each" }) differences.AddRange(await DifferencesAsync(table));
        foreach (var column in FuzzColumn.All.Where(column => column.IsComparable && !IsJson(column)))
            differences.AddRange(await NotFoundAsync(column, rows));
        differences.Take(ShownDifferences)
            .ShouldBeEmpty($"RELATA_VALUES_SEED={seed} shows {differences.Count} differences again.");
    }

    private static bool IsJson(FuzzColumn column) => column.Type == "jsonb";

    private static long Chosen(string variable, long usual) =>
        long.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var chosen) ? chosen : usual;

    private static void Require(Answer answer, int status) =>
        answer.Status.ShouldBe(status, answer.Body[..Math.Min(answer.Body.Length, 500)]);

    private static int IdOf(string row)
    {
        using var document = JsonDocument.Parse(row);
        return document.RootElement.GetProperty("id").GetInt32();
    }

    private async Task CopyAsync(Random random, int count)
    {
        await using var connection = (NpgsqlConnection)Server.Connect();
        await connection.OpenAsync(Stop);
        await using (var copy = await connection.BeginTextImportAsync("COPY stored FROM STDIN", Stop))
        {
            for (var id = 1; id <= count; id++)
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

        await using var command = new NpgsqlCommand(
            "INSERT INTO patched (id) SELECT id FROM stored; INSERT INTO patched_each (id) SELECT id FROM stored", connection);
        await command.ExecuteNonQueryAsync(Stop);
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

    private async Task<List<string>> ReadAllAsync(int count)
    {
        var answer = await Get($"/stored?limit={count}&order_by=id");
        Require(answer, 200);
        using var document = JsonDocument.Parse(answer.Bytes);
        var rows = document.RootElement.EnumerateArray().Select(row => row.GetRawText()).ToList();
        rows.Count.ShouldBe(count);
        return rows;
    }

    private async Task<IReadOnlyList<string>> DifferencesAsync(string table)
    {
        var first = FuzzColumn.All.Select(column =>
            $"""
            (array_agg(left(stored."{column.Name}"::text, 200) || ' became ' || coalesce(left(other."{column.Name}"::text, 200), 'NULL'))
                FILTER (WHERE NOT ({Same(column)})))[1]
            """);
        await using var connection = (NpgsqlConnection)Server.Connect();
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(
            $"SELECT {string.Join(", ", first)} FROM stored LEFT JOIN {table} AS other USING (id)", connection);
        await using var rows = await command.ExecuteReaderAsync(Stop);
        (await rows.ReadAsync(Stop)).ShouldBeTrue();
        return
        [
            .. FuzzColumn.All
                .Select((column, i) => rows.IsDBNull(i) ? null : $"{table}.{column.Name}: {rows.GetString(i)}")
                .OfType<string>(),
        ];
    }

    /// <summary>The text tells apart what is equal and not the same, such as 0 and -0.</summary>
    private static string Same(FuzzColumn column)
    {
        var text = $"stored.\"{column.Name}\"::text IS NOT DISTINCT FROM other.\"{column.Name}\"::text";
        return column.IsComparable
            ? $"{text} AND stored.\"{column.Name}\" IS NOT DISTINCT FROM other.\"{column.Name}\""
            : text;
    }

    private async Task<IReadOnlyList<string>> NotFoundAsync(FuzzColumn column, List<string> rows)
    {
        var missing = new List<string>();
        foreach (var row in rows.Where(row => row.Length < LongText).TakeLast(2))
        {
            using var document = JsonDocument.Parse(row);
            var value = document.RootElement.GetProperty(column.Name);
            if (value.ValueKind == JsonValueKind.Null) continue;
            var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
            var found = await Get($"/stored?id={IdOf(row)}&fields=id&{column.Name}={Uri.EscapeDataString(text)}");
            if (found.Body != $$"""[{"id":{{IdOf(row)}}}]""") missing.Add($"{column.Name}={text}: {found.Body}");
        }

        return missing;
    }

    public sealed class FuzzServer() : ScriptServer(Script, """{"limits":{"maxBodyBytes":100000000}}""")
    {
        private static string Script => $"""
            {FuzzColumn.Types}
            CREATE TABLE stored (id int PRIMARY KEY, {string.Join(", ", FuzzColumn.All.Select(column => $"\"{column.Name}\" {column.Type}"))});
            CREATE TABLE posted (LIKE stored INCLUDING ALL);
            CREATE TABLE patched (LIKE stored INCLUDING ALL);
            CREATE TABLE patched_each (LIKE stored INCLUDING ALL);
            """;
    }
}
