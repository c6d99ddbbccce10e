using System.Data;
using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;

namespace Relata.Reference;

/// <summary>Answers one item by its key, and the items of one owner, straight onto the response's pipe.</summary>
internal sealed class ItemEndpoints(NpgsqlDataSource database)
{
    private const string Select =
        "SELECT id, owner_id, name, price, active, created_at, note, tags, data FROM item";

    private static readonly JsonWriterOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public async Task OneAsync(int id, HttpResponse response, CancellationToken stop)
    {
        await using var command = database.CreateCommand($"{Select} WHERE id = $1");
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = id });
        await using var rows = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, stop);

        if (!await rows.ReadAsync(stop))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(response.BodyWriter, Json);
        ItemJson.Write(json, rows);
    }

    public async Task OfOwnerAsync(int owner, int limit, HttpResponse response, CancellationToken stop)
    {
        await using var command = database.CreateCommand($"{Select} WHERE owner_id = $1 ORDER BY id LIMIT $2");
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = owner });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        await using var rows = await command.ExecuteReaderAsync(stop);

        response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(response.BodyWriter, Json);
        json.WriteStartArray();
        while (await rows.ReadAsync(stop))
        {
            ItemJson.Write(json, rows);
        }

        json.WriteEndArray();
    }
}
