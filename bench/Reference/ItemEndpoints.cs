using System.Data;
using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;

namespace Relata.Reference;

/// <summary>
/// Answers one item by its key, and the items of one owner, alone or with that owner, straight onto the response's pipe.
/// </summary>
internal sealed class ItemEndpoints(NpgsqlDataSource database)
{
    private const string OneItem = $"SELECT {ItemJson.Columns} FROM item i WHERE i.id = $1";

    private const string OfOwner =
        $"SELECT {ItemJson.Columns} FROM item i WHERE i.owner_id = $1 ORDER BY i.id LIMIT $2";

    private const string OfOwnerWithOwner =
        $"""
        SELECT {ItemJson.Columns}, {OwnerJson.Columns} FROM item i JOIN owner o ON o.id = i.owner_id
        WHERE i.owner_id = $1 ORDER BY i.id LIMIT $2
        """;

    private static readonly JsonEncodedText Owner = JsonEncodedText.Encode("owner_id_object");

    /// <summary>How all endpoints of this server write.</summary>
    public static readonly JsonWriterOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public async Task OneAsync(int id, HttpResponse response, CancellationToken stop)
    {
        await using var command = database.CreateCommand(OneItem);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = id });
        await using var rows = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, stop);

        if (!await rows.ReadAsync(stop))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(response.BodyWriter, Json);
        json.WriteStartObject();
        ItemJson.Write(json, rows);
        json.WriteEndObject();
    }

    public async Task OfOwnerAsync(
        int owner, int limit, bool withOwner, HttpResponse response, CancellationToken stop)
    {
        await using var command = database.CreateCommand(withOwner ? OfOwnerWithOwner : OfOwner);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = owner });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        await using var rows = await command.ExecuteReaderAsync(stop);

        response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(response.BodyWriter, Json);
        json.WriteStartArray();
        while (await rows.ReadAsync(stop))
        {
            json.WriteStartObject();
            ItemJson.Write(json, rows);
            if (withOwner)
            {
                json.WriteStartObject(Owner);
                OwnerJson.Write(json, rows, first: ItemJson.Count);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
