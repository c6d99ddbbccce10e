using System.Text.Json;
using Npgsql;

namespace Relata.Reference;

/// <summary>Writes the columns of <c>item</c> and its like as Relata does: keys in column order, nulls present.</summary>
internal static class ItemJson
{
    /// <summary>What reads the columns that <see cref="Write"/> expects, of an item named i.</summary>
    public const string Columns =
        "i.id, i.owner_id, i.name, i.price, i.active, i.created_at, i.note, i.tags, i.data";

    /// <summary>How many columns those are.</summary>
    public const int Count = 9;

    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText OwnerId = JsonEncodedText.Encode("owner_id");
    private static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText Price = JsonEncodedText.Encode("price");
    private static readonly JsonEncodedText Active = JsonEncodedText.Encode("active");
    private static readonly JsonEncodedText CreatedAt = JsonEncodedText.Encode("created_at");
    private static readonly JsonEncodedText Note = JsonEncodedText.Encode("note");
    private static readonly JsonEncodedText Tags = JsonEncodedText.Encode("tags");
    private static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");

    /// <summary>Writes the columns; the object around them is the caller's.</summary>
    public static void Write(Utf8JsonWriter json, NpgsqlDataReader row, int first = 0)
    {
        json.WriteNumber(Id, row.GetInt32(first));
        json.WriteNumber(OwnerId, row.GetInt32(first + 1));
        json.WriteString(Name, row.GetString(first + 2));
        json.WriteNumber(Price, row.GetDecimal(first + 3)); // a decimal keeps its scale: 10.00 stays 10.00
        json.WriteBoolean(Active, row.GetBoolean(first + 4));
        json.WriteString(CreatedAt, row.GetDateTime(first + 5)); // UTC; the writer trims the fraction's zeros
        json.WriteString(Note, row.IsDBNull(first + 6) ? null : row.GetString(first + 6));

        json.WriteStartArray(Tags);
        foreach (var tag in row.GetFieldValue<string?[]>(first + 7))
        {
            json.WriteStringValue(tag);
        }

        json.WriteEndArray();

        json.WritePropertyName(Data);
        json.WriteRawValue(row.GetFieldValue<byte[]>(first + 8), skipInputValidation: true);
    }
}
