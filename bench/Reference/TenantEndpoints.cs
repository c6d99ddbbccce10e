using System.Data;
using System.Text.Json;
using Npgsql;

namespace Relata.Reference;

/// <summary>Answers one item by its key, where a policy shows a caller only those of its own number.</summary>
/// <remarks>
/// The setting and the query are one batch, so one round trip and one transaction, at whose end the setting is gone.
/// </remarks>
internal sealed class TenantEndpoints(NpgsqlDataSource database)
{
    private const string Set = "SELECT set_config('app.tenant', $1, true)";

    private const string OneItem = $"SELECT {ItemJson.Columns} FROM tenant_item i WHERE i.id = $1";

    public async Task OneAsync(int id, HttpRequest request, HttpResponse response, CancellationToken stop)
    {
        var set = new NpgsqlBatchCommand(Set);
        set.Parameters.Add(new NpgsqlParameter<string> { TypedValue = request.Headers["X-Tenant"].ToString() });
        var select = new NpgsqlBatchCommand(OneItem);
        select.Parameters.Add(new NpgsqlParameter<int> { TypedValue = id });
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(set);
        batch.BatchCommands.Add(select);
        await using var rows = await batch.ExecuteReaderAsync(CommandBehavior.Default, stop);
        await rows.NextResultAsync(stop);

        if (!await rows.ReadAsync(stop))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(response.BodyWriter, ItemEndpoints.Json);
        json.WriteStartObject();
        ItemJson.Write(json, rows);
        json.WriteEndObject();
    }
}
