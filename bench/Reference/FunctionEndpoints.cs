using System.Text;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Relata.Reference;

/// <summary>Functions of the database that take one JSON value and answer another.</summary>
internal sealed class FunctionEndpoints(NpgsqlDataSource database)
{
    /// <summary>Calls a function with the query as an object, and answers what it says.</summary>
    /// <param name="sql">The call.</param>
    /// <param name="request">The request.</param>
    /// <param name="response">Takes the answer.</param>
    /// <param name="stop">Ends with the request.</param>
    public async Task CallAsync(string sql, HttpRequest request, HttpResponse response, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = ObjectOf(request.Query), NpgsqlDbType = NpgsqlDbType.Json });
        var answer = (string)(await command.ExecuteScalarAsync(stop))!;
        response.ContentType = "application/json";
        response.ContentLength = Encoding.UTF8.GetByteCount(answer);
        Encoding.UTF8.GetBytes(answer, response.BodyWriter);
        await response.BodyWriter.FlushAsync(stop);
    }

    private static string ObjectOf(IQueryCollection query)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, values) in query) json.WriteString(name, values.ToString());
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }
}
