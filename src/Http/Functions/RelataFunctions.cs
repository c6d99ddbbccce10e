using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Relata.Databases.Contract;
using Relata.Formats;
using Relata.Formats.Csv;
using Relata.Formats.Json;
using Relata.Formats.NdJson;
using Relata.Functions;
using Relata.Http.Calls;
using Relata.Model.Callers;
using QueryCollection = Relata.Functions.QueryCollection;

namespace Relata.Http.Functions;

/// <summary>Files of SQL as endpoints of a web application that is not Relata's own server.</summary>
public static class RelataFunctions
{
    /// <summary>The value of a route behind the path of the files.</summary>
    private const string Rest = "relataFunction";

    private static IFormat[] Formats { get; } = [new JsonFormat(), new NdJsonFormat(), new CsvFormat()];

    /// <summary>Adds the database on which files run; it is closed with the application.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="open">Makes the database; nothing needs to be connected yet.</param>
    public static IServiceCollection AddRelataFunctions(
        this IServiceCollection services, Func<IServiceProvider, Database> open) => services
        .AddRouting()
        .AddSingleton(open)
        .AddSingleton<FunctionHost>()
        .AddHostedService(provider => provider.GetRequiredService<FunctionHost>());

    /// <summary>
    /// Serves a directory of files, which are loaded before the application listens and watched while it runs.
    /// </summary>
    /// <param name="endpoints">The application, or a group of its routes.</param>
    /// <param name="directory">The directory with <c>[mount]/[method]/[function].sql</c>.</param>
    /// <param name="path">The path under which they answer.</param>
    /// <param name="options">How they are served.</param>
    /// <param name="track">Is told of everything that is refused or fails; null for nobody.</param>
    /// <param name="caller">
    /// Says as whom and with which settings a call runs in PostgreSQL; null for the role of the connections.
    /// </param>
    /// <returns>For what ASP.NET Core puts around endpoints, such as <c>RequireAuthorization()</c>.</returns>
    /// <exception cref="Relata.Functions.Files.FunctionFilesException">There is no such directory.</exception>
    public static IEndpointConventionBuilder MapRelataFunctions(
        this IEndpointRouteBuilder endpoints,
        string directory,
        string path = "/fn",
        FunctionOptions? options = null,
        Action<Exception, HttpRequest>? track = null,
        Func<HttpContext, Caller?>? caller = null)
    {
        var services = endpoints.ServiceProvider;
        var host = services.GetService<FunctionHost>() ?? throw new InvalidOperationException(
            "Add the database first: builder.Services.AddRelataFunctions(_ => PostgresDatabase.Create(…)).");
        var collection = QueryCollection.Open(directory, services.GetRequiredService<Database>(), options);
        host.Add(collection);
        return collection.MapHttpHandlers(endpoints, path, track, caller);
    }

    /// <summary>Serves files that are loaded, and watched if at all, by somebody else.</summary>
    /// <param name="collection">The files.</param>
    /// <param name="endpoints">The application, or a group of its routes.</param>
    /// <param name="path">The path under which they answer.</param>
    /// <param name="track">Is told of everything that is refused or fails; null for nobody.</param>
    /// <param name="caller">
    /// Says as whom and with which settings a call runs in PostgreSQL; null for the role of the connections.
    /// </param>
    /// <returns>For what ASP.NET Core puts around endpoints, such as <c>RequireAuthorization()</c>.</returns>
    public static IEndpointConventionBuilder MapHttpHandlers(
        this QueryCollection collection,
        IEndpointRouteBuilder endpoints,
        string path = "/fn",
        Action<Exception, HttpRequest>? track = null,
        Func<HttpContext, Caller?>? caller = null)
    {
        if (caller is not null && !collection.TakesCallers)
            throw new InvalidOperationException("The database has no roles and settings that a caller could have.");
        var functions = new FunctionHandler(collection, new OfferedFormats(Formats), Formats[0]);
        var handler = new RelataHandler(
            pipeline: null,
            mounts: [],
            system: null,
            new RelataOptions { Track = track, Caller = caller },
            endpoints.ServiceProvider.GetRequiredService<ILogger<RelataHandler>>(),
            TimeProvider.System);
        return endpoints.Map(
            $"{path.TrimEnd('/')}/{{**{Rest}}}",
            context => handler.HandleAsync(context, new FunctionMount(PathOf(context), functions)));
    }

    /// <summary>The path of the files in the request, with those of groups before it.</summary>
    private static string PathOf(HttpContext context)
    {
        var (path, rest) = (CallReader.TargetOf(context).Path, context.Request.RouteValues[Rest] as string ?? "");

        // What is decoded in the one is not in the other; the number of segments is the same.
        var end = path.Length;
        for (var segments = rest.Split('/').Length; segments > 0 && end > 0; segments--)
            end = path.LastIndexOf('/', end - 1);
        return path[..Math.Max(0, end)];
    }
}
