using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Npgsql;
using Relata.Conformance;
using Relata.Support;

namespace Relata.Databases.Postgres.Tests.Values;

/// <summary>
/// Random values of every type: written by COPY, read over HTTP, written back over HTTP in other tables, where they must
/// be the same to the database; and read as related rows, which must be the same to the caller.
/// </summary>
/// <remarks><c>RELATA_VALUES_SEED</c> and <c>RELATA_VALUES_ROWS</c> choose other values than usual, or more of them.</remarks>
public sealed class ValueFuzzTests(FuzzServer server) : Specification(server), IClassFixture<FuzzServer>
{
    private const int RowsInOneBody = 50;
    private const int ShownDifferences = 10;

    [Fact]
    public async Task What_comes_out_can_be_sent_back_and_finds_its_row()
    {
        await Server.ProcessAsync(Stop);
        var clock = Stopwatch.StartNew();
        var rows = await ReadAllAsync();
        foreach (var some in rows.Chunk(RowsInOneBody))
        {
            Require(await Post("/posted", $"[{string.Join(',', some)}]"), 201);
            Require(await Patch("/patched_each", $"[{string.Join(',', some)}]"), 200);
        }

        foreach (var row in rows)
            Require(await Patch($"/patched/{IdOf(row)}", row), 200);

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"RELATA_VALUES_SEED={FuzzServer.Seed}: {rows.Count} rows of {FuzzColumn.All.Count} columns in {clock.Elapsed.TotalSeconds:0.0} s"));
        var differences = new List<string>();
        foreach (var table in new[] { "posted", "patched", "patched_each" }) differences.AddRange(await DifferencesAsync(table));
        foreach (var column in FuzzColumn.All.Where(column => column.IsComparable && !IsJson(column)))
            differences.AddRange(await NotFoundAsync(column, rows));
        ShouldBeNone(differences);
    }

    [Fact]
    public async Task What_comes_out_is_the_same_over_every_way_to_the_server()
    {
        var wire = await Server.ProcessAsync(Stop);
        await using var driver = await RelataProcess.StartAsync(
            Server.Url, arguments: ["--postgres-reads", "npgsql"], stop: Stop);
        var rows = await ReadAllAsync();
        var targets = rows.Select(row => $"/stored/{IdOf(row)}").Append($"/stored?limit={FuzzServer.Rows}&order_by=id");
        foreach (var target in targets)
        {
            var expected = await BytesAsync(driver, target);

            // A row comes over a connection of its own first, and then over one that is shared.
            (await BytesAsync(wire, target)).ShouldBe(expected, target);
            (await BytesAsync(wire, target)).ShouldBe(expected, target);
        }

        (await SharedAsync(wire)).ShouldBeGreaterThan(rows.Count / 4);
        (await SharedAsync(driver)).ShouldBe(0);

        static Task<byte[]> BytesAsync(RelataProcess relata, string target) =>
            relata.Client.GetByteArrayAsync(new Uri(target, UriKind.Relative), Stop);

        static async Task<long> SharedAsync(RelataProcess relata)
        {
            const string name = "relata_reads_total{path=\"wire-pipe\"} ";
            var page = await relata.Client.GetStringAsync(new Uri("/__metrics", UriKind.Relative), Stop);
            var line = page.Split('\n').Single(line => line.StartsWith(name, StringComparison.Ordinal));
            return long.Parse(line[name.Length..], CultureInfo.InvariantCulture);
        }
    }

    [Fact]
    public async Task What_comes_out_is_the_same_inside_related_rows()
    {
        var rows = (await ReadAllAsync()).ToDictionary(IdOf);
        var notes = await RowsAsync($"/note?limit={rows.Count}&stored__load&fields=id");
        notes.Count.ShouldBe(rows.Count);
        var folders = await RowsAsync("/folder?held__load&note__stored__load");
        var listed = folders.SelectMany(folder => Rows(folder, "referenced_by_held_folder_id_objects")).ToList();
        var parents = folders.SelectMany(folder => Rows(folder, "referenced_by_note_folder_id_objects")).ToList();
        (folders.Count, listed.Count, parents.Count).ShouldBe((FuzzServer.Folders, rows.Count, rows.Count));
        ShouldBeNone(
        [
            .. listed.SelectMany(row => Differences("in a list", row)),
            .. parents.SelectMany(row => Differences("of a row in a list", row.GetProperty("id_object"))),
            .. notes.SelectMany(row => Differences("of a row", row.GetProperty("id_object"))),
        ]);

        static IEnumerable<JsonElement> Rows(JsonElement folder, string list) => folder.GetProperty(list).EnumerateArray();

        IEnumerable<string> Differences(string place, JsonElement row)
        {
            using var stored = JsonDocument.Parse(rows[row.GetProperty("id").GetInt32()]);
            foreach (var column in FuzzColumn.All)
            {
                var own = stored.RootElement.GetProperty(column.Name).GetRawText();
                var other = row.GetProperty(column.Name).GetRawText();
                if (own != other) yield return $"{column.Name} {place}: {Start(own)} became {Start(other)}";
            }
        }

        static string Start(string text) => text[..Math.Min(text.Length, 200)];
    }

    private static void ShouldBeNone(List<string> differences) => differences.Take(ShownDifferences)
        .ShouldBeEmpty($"RELATA_VALUES_SEED={FuzzServer.Seed} shows {differences.Count} differences again.");

    private static bool IsJson(FuzzColumn column) => column.Type == "jsonb";

    private static void Require(Answer answer, int status) =>
        answer.Status.ShouldBe(status, answer.Body[..Math.Min(answer.Body.Length, 500)]);

    private static int IdOf(string row)
    {
        using var document = JsonDocument.Parse(row);
        return document.RootElement.GetProperty("id").GetInt32();
    }

    private async Task<List<string>> ReadAllAsync()
    {
        var rows = await RowsAsync($"/stored?limit={FuzzServer.Rows}&order_by=id");
        rows.Count.ShouldBe(FuzzServer.Rows);
        return [.. rows.Select(row => row.GetRawText())];
    }

    private async Task<List<JsonElement>> RowsAsync(string target)
    {
        var answer = await Get(target);
        Require(answer, 200);
        return [.. JsonElement.Parse(answer.Bytes).EnumerateArray()];
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
        foreach (var row in rows.Where(row => row.Length < FuzzServer.LongText).TakeLast(2))
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
}
