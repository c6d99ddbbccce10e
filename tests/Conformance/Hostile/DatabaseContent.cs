using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Relata.Conformance.Hostile;

/// <summary>What a database holds, read with its driver and boiled down to one text for each table.</summary>
internal static class DatabaseContent
{
    /// <summary>The checksum of every row of each table, whatever their order.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(
        DbConnection connection, IEnumerable<string> tables, CancellationToken stop)
    {
        await using var opened = connection;
        await connection.OpenAsync(stop);
        var all = new List<string>();
        foreach (var table in tables)
        {
            var rows = await ReadAsync(connection, table, stop);
            var text = string.Join('\n', rows.Order(StringComparer.Ordinal));
            var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
            all.Add(string.Create(CultureInfo.InvariantCulture, $"{table}: {rows.Count} rows, {checksum}"));
        }

        return all;
    }

    private static async Task<List<string>> ReadAsync(DbConnection connection, string table, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        await using var reader = await command.ExecuteReaderAsync(stop);
        var rows = new List<string>();
        var values = new object[reader.FieldCount];
        while (await reader.ReadAsync(stop))
        {
            reader.GetValues(values);
            rows.Add(string.Join('\0', values.Select(value => value is byte[] bytes
                ? Convert.ToHexString(bytes)
                : Convert.ToString(value, CultureInfo.InvariantCulture))));
        }

        return rows;
    }
}
