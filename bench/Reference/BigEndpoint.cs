using System.Text.Json;
using Npgsql;

namespace Relata.Reference;

/// <summary>Answers the first so many rows of the large table while they are read.</summary>
internal sealed class BigEndpoint(NpgsqlDataSource database)
{
    private const string Select = $"SELECT {ItemJson.Columns} FROM big i ORDER BY i.id LIMIT $1";
    private const int RowsBetweenFlushes = 64;

    public async Task ListAsync(int limit, HttpResponse response, CancellationToken stop)
    {
        await using var command = database.CreateCommand(Select);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        await using var rows = await command.ExecuteReaderAsync(stop);

        response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(response.BodyWriter, ItemEndpoints.Json);
        json.WriteStartArray();
        for (var count = 1; await rows.ReadAsync(stop); count++)
        {
            json.WriteStartObject();
            ItemJson.Write(json, rows);
            json.WriteEndObject();
            if (count % RowsBetweenFlushes != 0) continue;
            json.Flush();
            await response.BodyWriter.FlushAsync(stop); // waits for a caller who reads slowly
        }

        json.WriteEndArray();
    }
}
