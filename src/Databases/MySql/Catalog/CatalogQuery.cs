namespace Relata.Databases.MySql.Catalog;

/// <summary>The catalogue queries, which stand as <c>.sql</c> files beside this one.</summary>
internal static class CatalogQuery
{
    /// <summary>The text of one of them.</summary>
    public static string Read(string file)
    {
        using var stream = typeof(CatalogQuery).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
