using System.Data.Common;
using System.Globalization;
using System.Text.Json;

namespace Relata.Conformance.Differential;

/// <summary>Holds the answers to readings against what hand-composed SQL finds.</summary>
/// <param name="connection">An open connection of the driver's own.</param>
internal sealed class ReadingCheck(DbConnection connection)
{
    private const int ShownBefore = 150;
    private const int ShownInAll = 400;

    /// <summary>What differs; null when the answer is the right one.</summary>
    public async Task<string?> FindAsync(Reading reading, Answer answer, bool isCounted, CancellationToken stop)
    {
        if (answer.Status != 200) return $"was answered with {answer.Status}: {answer.Body}";
        using var body = JsonDocument.Parse(answer.Body);
        var expected = await RowsAsync(new ReadingSql().Rows(reading), reading, stop);
        var actual = body.RootElement.EnumerateArray().Select(row => Shown(reading, row)).ToList();
        if (!expected.SequenceEqual(actual)) return Difference(expected, actual);
        if (!isCounted) return null;
        var count = await CountAsync(new ReadingSql().Count(reading), stop);
        var total = answer.Header("X-Total-Count");
        return total == count ? null : $"counts {total} in place of {count}";
    }

    /// <summary>The rows that a statement finds, with those inside them, which are asked for one by one.</summary>
    private async Task<List<string>> RowsAsync(string sql, Reading reading, CancellationToken stop)
    {
        List<string> shown = [];
        foreach (var row in await CellsAsync(sql, reading.Table, stop))
        {
            List<string> cells = [.. reading.Columns.Select(column => $"{column.Name}:{Cell(row[column.Name])}")];
            foreach (var embed in reading.Embeds.OrderBy(embed => embed.Relation.Key, StringComparer.Ordinal))
                cells.Add($"{embed.Relation.Key}:{await RelatedAsync(embed, row, stop)}");
            shown.Add(Braced(cells));
        }

        return shown;
    }

    private async Task<string> RelatedAsync(Embed embed, Dictionary<string, object?> row, CancellationToken stop)
    {
        List<string> rows = embed.Relation.Near.All(near => row[near] is not null)
            ? await RowsAsync(new ReadingSql().Rows(embed, row), embed.Rows, stop)
            : [];
        return embed.Relation.IsMany ? $"[{string.Join(',', rows)}]" : rows.SingleOrDefault() ?? "null";
    }

    private async Task<List<Dictionary<string, object?>>> CellsAsync(
        string sql, TownTable table, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(stop);
        List<Dictionary<string, object?>> rows = [];
        while (await reader.ReadAsync(stop))
        {
            rows.Add(table.Columns.ToDictionary(
                column => column.Name,
                column => TownValue.FromDriver(reader[column.Name], column.Kind)));
        }

        return rows;
    }

    private async Task<string?> CountAsync(string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(stop), CultureInfo.InvariantCulture);
    }

    private static string Cell(object? value) => value switch
    {
        null => "null",
        bool or long or decimal or double => TownValue.ToText(value),
        _ => $"'{TownValue.ToText(value)}'",
    };

    /// <summary>
    /// The answer's row: columns in their order and the digits of numbers as they are, then what is inside it by key.
    /// </summary>
    private static string Shown(Reading reading, JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Object) return row.GetRawText();
        var properties = row.EnumerateObject().ToList();
        var columns = reading.Columns.Count();
        return Braced(properties.Take(columns)
            .Concat(properties.Skip(columns).OrderBy(property => property.Name, StringComparer.Ordinal))
            .Select(property => $"{property.Name}:{Inside(reading, property)}"));
    }

    private static string Inside(Reading reading, JsonProperty property)
    {
        var value = property.Value;
        var embed = reading.Embeds.FirstOrDefault(embed => embed.Relation.Key == property.Name);
        return value.ValueKind switch
        {
            JsonValueKind.String => $"'{value.GetString()}'",
            JsonValueKind.Array when embed is not null =>
                $"[{string.Join(',', value.EnumerateArray().Select(row => Shown(embed.Rows, row)))}]",
            _ => embed is null ? value.GetRawText() : Shown(embed.Rows, value),
        };
    }

    private static string Braced(IEnumerable<string> cells) => $"{{{string.Join(',', cells)}}}";

    private static string Difference(List<string> expected, List<string> actual)
    {
        var row = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"has {actual.Count} rows in place of {expected.Count}; row {row} differs"
            + Around(expected.ElementAtOrDefault(row) ?? "", actual.ElementAtOrDefault(row) ?? "");
    }

    /// <summary>Both rows where they begin to differ.</summary>
    private static string Around(string expected, string actual)
    {
        var same = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        var start = Math.Max(0, same - ShownBefore);
        return $"\nexpected: …{Piece(expected, start)}…\nanswered: …{Piece(actual, start)}…";
    }

    private static string Piece(string text, int start) =>
        text.Substring(Math.Min(start, text.Length), Math.Min(ShownInAll, text.Length - Math.Min(start, text.Length)));
}
