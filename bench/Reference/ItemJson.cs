using System.Text.Json;
using Npgsql;

namespace Relata.Reference;

/// <summary>Writes the current row of <c>item</c> as Relata does: keys in column order, nulls present.</summary>
internal static class ItemJson
{
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText OwnerId = JsonEncodedText.Encode("owner_id");
    private static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText Price = JsonEncodedText.Encode("price");
    private static readonly JsonEncodedText Active = JsonEncodedText.Encode("active");
    private static readonly JsonEncodedText CreatedAt = JsonEncodedText.Encode("created_at");
    private static readonly JsonEncodedText Note = JsonEncodedText.Encode("note");
    private static readonly JsonEncodedText Tags = JsonEncodedText.Encode("tags");
    private static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");

    public static void Write(Utf8JsonWriter json, NpgsqlDataReader row)
    {
        json.WriteStartObject();
        json.WriteNumber(Id, row.GetInt32(0));
        json.WriteNumber(OwnerId, row.GetInt32(1));
        json.WriteString(Name, row.GetString(2));
        json.WriteNumber(Price, row.GetDecimal(3)); // a decimal keeps its scale: 10.00 stays 10.00
        json.WriteBoolean(Active, row.GetBoolean(4));
        json.WriteString(CreatedAt, row.GetDateTime(5)); // UTC; the writer trims the fraction's zeros
        json.WriteString(Note, row.IsDBNull(6) ? null : row.GetString(6));

        json.WriteStartArray(Tags);
        foreach (var tag in row.GetFieldValue<string?[]>(7))
        {
            json.WriteStringValue(tag);
        }

        json.WriteEndArray();

        json.WritePropertyName(Data);
        json.WriteRawValue(row.GetFieldValue<byte[]>(8), skipInputValidation: true);
        json.WriteEndObject();
    }
}
