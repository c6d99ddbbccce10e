using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Relata.Introspection;

/// <summary>Tells whether two catalogues say the same.</summary>
[JsonSerializable(typeof(Catalog))]
internal sealed partial class CatalogContent : JsonSerializerContext
{
    /// <summary>A text that two catalogues share only when all in them is the same.</summary>
    public static string Of(Catalog catalog) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(catalog, Default.Catalog)));
}
