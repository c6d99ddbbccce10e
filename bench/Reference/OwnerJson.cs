using System.Text.Json;
using Npgsql;

namespace Relata.Reference;

/// <summary>Writes the columns of <c>owner</c> as Relata does, from their place in a row.</summary>
internal static class OwnerJson
{
    /// <summary>What reads the columns that <see cref="Write"/> expects, of an owner named o.</summary>
    public const string Columns = "o.id, o.name, o.email, o.rating, o.since";

    /// <summary>How many columns those are.</summary>
    public const int Count = 5;

    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText Email = JsonEncodedText.Encode("email");
    private static readonly JsonEncodedText Rating = JsonEncodedText.Encode("rating");
    private static readonly JsonEncodedText Since = JsonEncodedText.Encode("since");

    /// <summary>Writes the columns; the object around them is the caller's.</summary>
    public static void Write(Utf8JsonWriter json, NpgsqlDataReader row, int first = 0)
    {
        json.WriteNumber(Id, row.GetInt32(first));
        json.WriteString(Name, row.GetString(first + 1));
        json.WriteString(Email, row.IsDBNull(first + 2) ? null : row.GetString(first + 2));
        json.WriteNumber(Rating, row.GetDecimal(first + 3));
        json.WriteString(Since, row.GetDateTime(first + 4));
    }
}
