using Relata.Http.Endpoints;
using Relata.Model.Schema;
using Relata.Server.Configuration;

namespace Relata.Server;

/// <summary>What the server says when it has started to listen: what it serves, where, and three URLs to try.</summary>
/// <param name="database">The database.</param>
/// <param name="settings">The settings; without a database in them it is the sample that is served.</param>
/// <param name="schema">What the database holds.</param>
/// <param name="missingTables">The names in the settings' lists of tables that no table has.</param>
/// <param name="address">Where the server listens.</param>
internal sealed class Banner(
    DatabaseUrl database, Settings settings, DatabaseSchema schema, IReadOnlyList<string> missingTables, string address)
{
    /// <summary>How many files of SQL are served; null when no directory is.</summary>
    public int? Functions { get; init; }

    /// <summary>The lines in their order.</summary>
    public IEnumerable<string> Lines()
    {
        var root = BannerText.Root(address);
        yield return $"relata {BannerText.Version()} serves {Subject()}";
        yield return $"{Contents()}; listening on {root}";
        if (Functions is { } functions)
            yield return $"{Count(functions, "function")} from {settings.Functions.Directory}: {root}/__functions";
        foreach (var warning in BannerText.Warnings(settings)) yield return warning;
        if (HiddenTables() is { } hidden) yield return hidden;
        if (missingTables.Count > 0)
            yield return $"warning: the settings list tables that do not exist: {string.Join(", ", missingTables)}";
        foreach (var path in Paths()) yield return $"  {root}{path}";
    }

    private string Subject() => settings.Database is null ? $"the sample database, {database}" : database.ToString();

    private string Contents()
    {
        var views = schema.Tables.Count(table => table.Kind is TableKind.View or TableKind.MaterializedView);
        var schemas = schema.Schemas.Count == 1 ? "schema" : "schemas";
        return $"{Count(schema.Tables.Count - views, "table")} and {Count(views, "view")}"
            + $" in {schemas} {string.Join(", ", schema.Schemas)}";
    }

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";

    private string? HiddenTables()
    {
        var names = schema.Tables.Where(IsHidden).Select(table => table.Name.ToString()).ToList();
        return names.Count == 0
            ? null
            : "warning: reachable only with the schema's name, because a path of the server's own comes first: "
                + string.Join(", ", names);
    }

    private string[] Paths()
    {
        if (!settings.Rest.Enabled) return ["/__schema"];
        var mount = settings.Rest.Mount.TrimEnd('/');
        if (settings.Database is null)
        {
            return
            [
                $"{mount}/event?order_by=start_timestamp&order=desc&limit=10&offset=10",
                $"{mount}/event?id=46709",
                $"{mount}/detection?id__gte=14790680&id__lte=14790682",
            ];
        }

        // A table whose rows have one number for a key makes the better example: the first row is often number 1.
        var keyed = schema.Tables.Where(candidate => candidate.PrimaryKey is not null)
            .OrderBy(candidate => HasNumberKey(candidate) ? 0 : candidate.PrimaryKey!.Columns.Count)
            .FirstOrDefault();
        if (keyed is not null)
            return [$"{mount}/{PathOf(keyed)}?limit=10", $"{mount}/{PathOf(keyed)}/{ExampleKey(keyed)}", "/__schema"];
        return schema.Tables is [var table, ..] ? [$"{mount}/{PathOf(table)}?limit=10", "/__schema"] : ["/__schema"];
    }

    private static bool HasNumberKey(Table table) =>
        table.PrimaryKey is { Columns: [{ Type.Kind: TypeKind.Int16 or TypeKind.Int32 or TypeKind.Int64 }] };

    private static string ExampleKey(Table table) =>
        HasNumberKey(table) ? "1" : string.Join(',', table.PrimaryKey!.Columns.Select(column => $"{{{column.Name}}}"));

    /// <summary>The shortest name under which a table is found.</summary>
    private string PathOf(Table table)
    {
        var isShort = schema.FindTable(table.Name.Name) == table && !IsHidden(table);
        return Uri.EscapeDataString(isShort ? table.Name.Name : table.Name.ToString());
    }

    /// <summary>
    /// Whether another answers the path of a table: the server itself, or what is mounted there.
    /// </summary>
    private bool IsHidden(Table table)
    {
        if (!settings.Rest.Enabled) return false;
        var mount = settings.Rest.Mount.TrimEnd('/');
        return (mount.Length == 0 && SystemEndpoints.Segments.Contains(table.Name.Name))
            || (settings.Ex.Enabled && settings.Ex.Mount.TrimEnd('/') == $"{mount}/{table.Name.Name}")
            || (Functions is not null && settings.Functions.Mount.TrimEnd('/') == $"{mount}/{table.Name.Name}");
    }
}
