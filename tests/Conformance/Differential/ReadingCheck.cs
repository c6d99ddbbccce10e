using System.Data.Common;
using System.Globalization;
using System.Text.Json;

namespace Relata.Conformance.Differential;

/// <summary>Holds the answers to readings against what hand-composed SQL finds.</summary>
/// <param name="connection">An open connection of the driver's own.</param>
internal sealed class ReadingCheck(DbConnection connection)
{
    /// <summary>What differs; null when the answer is the right one.</summary>
    public async Task<string?> FindAsync(Reading reading, Answer answer, bool isCounted, CancellationToken stop)
    {
        if (answer.Status != 200) return $"was answered with {answer.Status}: {answer.Body}";
        var rows = await RowsAsync(new ReadingSql().Rows(reading), reading.Table, stop);
        using var body = JsonDocument.Parse(answer.Body);
        var expected = rows.Select(row => Shown(reading, row)).ToList();
        var actual = body.RootElement.EnumerateArray().Select(Shown).ToList();
        if (!expected.SequenceEqual(actual)) return Difference(expected, actual);
        if (!isCounted) return null;
        var count = await CountAsync(new ReadingSql().Count(reading), stop);
        return answer.Header("X-Total-Count") is var total && total == count ? null : $"counts {total} in place of {count}";
    }

    private async Task<List<Dictionary<string, object?>>> RowsAsync(string sql, TownTable table, CancellationToken stop)
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

    private static string Shown(Reading reading, Dictionary<string, object?> row) =>
        Braced(reading.Columns.Select(column => $"{column.Name}:{Cell(row[column.Name])}"));

    private static string Cell(object? value) => value switch
    {
        null => "null",
        bool or long or decimal or double => TownValue.ToText(value),
        _ => $"'{TownValue.ToText(value)}'",
    };

    /// <summary>The answer's JSON with the keys in their order and the digits of numbers as they are.</summary>
    private static string Shown(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object =>
            Braced(element.EnumerateObject().Select(property => $"{property.Name}:{Shown(property.Value)}")),
        JsonValueKind.Array => $"[{string.Join(',', element.EnumerateArray().Select(Shown))}]",
        JsonValueKind.String => $"'{element.GetString()}'",
        _ => element.GetRawText(),
    };

    private static string Braced(IEnumerable<string> cells) => $"{{{string.Join(',', cells)}}}";

    private static string Difference(List<string> expected, List<string> actual)
    {
        var row = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"has {actual.Count} rows in place of {expected.Count}; row {row} differs"
            + $"\nexpected: {expected.ElementAtOrDefault(row)}\nanswered: {actual.ElementAtOrDefault(row)}";
    }
}
