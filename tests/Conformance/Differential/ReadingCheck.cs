using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Relata.Conformance.Differential;

/// <summary>Holds the answers to readings against what hand-composed SQL finds.</summary>
/// <param name="connection">An open connection of the driver's own.</param>
internal sealed class ReadingCheck(DbConnection connection)
{
    private const int LongestWalk = 3;
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
        return isCounted ? await MiscountAsync(new ReadingSql().Count(reading), answer, stop) : null;
    }

    /// <summary>What differs on the pages of a walk behind the first, and on the way back to it.</summary>
    public async Task<string?> FindAsync(
        Reading walk, Answer first, Func<string, Task<Answer>> get, CancellationToken stop)
    {
        var (page, answer, step) = (walk, first, walk.Limit!.Value);
        for (var pages = 1; pages < LongestWalk; pages++)
        {
            if (Linked(answer, "next") is not { } next)
            {
                var further = await RowsAsync(
                    new ReadingSql().Rows(page with { Offset = page.Offset + step }), page with { Embeds = [] }, stop);
                if (further.Count > 0) return $"ends {further.Count} rows before the last page";
                break;
            }

            if (await TurnAsync(next, step) is { } problem) return problem;
        }

        while (page.Offset > 0)
        {
            if (Linked(answer, "prev") is not { } previous) return "has no way back";
            if (await TurnAsync(previous, -step) is { } problem) return problem;
        }

        return null;

        async Task<string?> TurnAsync(string target, int rows)
        {
            page = page with { Offset = page.Offset + rows };
            answer = await get(target);
            return await FindAsync(page, answer, isCounted: false, stop) is { } problem
                ? $"on the way to {target} {problem}"
                : null;
        }
    }

    /// <summary>What differs; null when the answer is the right one.</summary>
    public async Task<string?> FindAsync(Summing summing, Answer answer, bool isCounted, CancellationToken stop)
    {
        if (answer.Status != 200) return $"was answered with {answer.Status}: {answer.Body}";
        using var body = JsonDocument.Parse(answer.Body);
        var fields = summing.Fields.ToList();
        var rows = await CellsAsync(new ReadingSql().Rows(summing), fields, stop);
        var expected = rows
            .Select(row => Braced(fields.Select(field => $"{field.Name}:{Rounded(field, Cell(row[field.Name]))}")))
            .ToList();
        var actual = body.RootElement.EnumerateArray()
            .Select(row => Braced(row.EnumerateObject().Select((property, i) =>
                $"{property.Name}:{Rounded(fields[Math.Min(i, fields.Count - 1)], Inside(property.Value))}")))
            .ToList();
        if (!expected.SequenceEqual(actual)) return Difference(expected, actual);
        return isCounted ? await MiscountAsync(new ReadingSql().Count(summing), answer, stop) : null;
    }

    /// <summary>The last digits of a mean depend on the order in which it is summed up.</summary>
    private static string Rounded(TownColumn field, string cell) =>
        field.Kind == Kind.Double && double.TryParse(cell, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("G10", CultureInfo.InvariantCulture)
            : cell;

    private async Task<string?> MiscountAsync(string sql, Answer answer, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        var count = Convert.ToString(await command.ExecuteScalarAsync(stop), CultureInfo.InvariantCulture);
        var total = answer.Header("X-Total-Count");
        return total == count ? null : $"counts {total} in place of {count}";
    }

    private static string? Linked(Answer answer, string relation) =>
        Regex.Match(answer.Header("Link") ?? "", $"<([^>]*)>; rel=\"{relation}\"") is { Success: true } link
            ? link.Groups[1].Value
            : null;

    /// <summary>The rows that a statement finds, with those inside them, which are asked for one by one.</summary>
    private async Task<List<string>> RowsAsync(string sql, Reading reading, CancellationToken stop)
    {
        List<string> shown = [];
        foreach (var row in await CellsAsync(sql, reading.Table.Columns, stop))
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
        string sql, IReadOnlyList<TownColumn> columns, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(stop);
        List<Dictionary<string, object?>> rows = [];
        while (await reader.ReadAsync(stop))
        {
            rows.Add(columns.ToDictionary(
                column => column.Name,
                column => TownValue.FromDriver(reader[column.Name], column.Kind)));
        }

        return rows;
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
        if (embed is null || value.ValueKind == JsonValueKind.String) return Inside(value);
        return value.ValueKind == JsonValueKind.Array
            ? $"[{string.Join(',', value.EnumerateArray().Select(row => Shown(embed.Rows, row)))}]"
            : Shown(embed.Rows, value);
    }

    private static string Inside(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? $"'{value.GetString()}'" : value.GetRawText();

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
