using Microsoft.AspNetCore.Builder;
using Relata.Model.Schema;
using Relata.Server.Configuration;
using Relata.Server.Sample;

namespace Relata.Server;

/// <summary>Builds the object graph: the only place that names a concrete dialect, database or format.</summary>
internal static class Composition
{
    /// <summary>Opens the database, reads its schema and builds the server; it does not listen yet.</summary>
    /// <exception cref="Relata.Model.Failures.FailureException">The database cannot be reached or read.</exception>
    public static async Task<Served> BuildAsync(Settings settings, CancellationToken stop)
    {
        var database = await DatabaseOf(settings, stop);
        var schema = await ReadSchemaAsync(database, settings, stop);
        var application = WebServer.CreateBuilder(settings).Build();
        return new(application, database, schema);
    }

    /// <summary>The document of <c>GET /__schema</c>.</summary>
    /// <exception cref="Relata.Model.Failures.FailureException">The database cannot be reached or read.</exception>
    public static async Task<string> DescribeAsync(Settings settings, CancellationToken stop)
    {
        var schema = await ReadSchemaAsync(await DatabaseOf(settings, stop), settings, stop);
        return $$"""{"schemas":{{schema.Schemas.Count}}}""";
    }

    private static async Task<DatabaseUrl> DatabaseOf(Settings settings, CancellationToken stop) =>
        settings.Database ?? await SampleDatabase.InUsersFolder().EnsureAsync(stop);

    private static Task<DatabaseSchema> ReadSchemaAsync(
        DatabaseUrl database, Settings settings, CancellationToken stop) =>
        Task.FromResult(new DatabaseSchema(settings.Schemas, [], [], version: 1));
}

/// <summary>A server that is ready to listen.</summary>
/// <param name="Application">The web application.</param>
/// <param name="Database">The database that it serves.</param>
/// <param name="Schema">What that database holds at the start.</param>
internal sealed record Served(WebApplication Application, DatabaseUrl Database, DatabaseSchema Schema);
