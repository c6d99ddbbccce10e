namespace Relata.Databases.MySql.Catalog;

/// <summary>The catalogue queries, which stand as <c>.sql</c> files beside this one.</summary>
internal static class CatalogQuery
{
    public const string Tables = "tables.sql";
    public const string Checks = "checks.sql";
    public const string Columns = "columns.sql";
    public const string Keys = "keys.sql";
    public const string ForeignKeys = "foreign-keys.sql";

    /// <summary>All of them, in the order in which they are read.</summary>
    public static IReadOnlyList<string> All { get; } = [Tables, Checks, Columns, Keys, ForeignKeys];

    /// <summary>The text of one of them.</summary>
    public static string Read(string file)
    {
        using var stream = typeof(CatalogQuery).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
