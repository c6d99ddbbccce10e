using System.Buffers;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Relata.Databases.Contract;
using Relata.Databases.MySql;
using Relata.Databases.MySql.Sessions;
using Relata.Databases.Postgres;
using Relata.Databases.Postgres.Sessions;
using Relata.Databases.Sqlite;
using Relata.Databases.Sqlite.Sessions;
using Relata.Dialects.Ex;
using Relata.Dialects.Rest;
using Relata.Formats;
using Relata.Formats.Csv;
using Relata.Formats.Json;
using Relata.Formats.NdJson;
using Relata.Functions;
using Relata.Http;
using Relata.Http.Auth;
using Relata.Http.Calls;
using Relata.Http.Endpoints;
using Relata.Http.Functions;
using Relata.Http.Reload;
using Relata.Introspection;
using Relata.Model.Failures;
using Relata.Model.Schema;
using Relata.Planning;
using Relata.Planning.Paging;
using Relata.Server.Configuration;
using Relata.Server.Sample;

namespace Relata.Server;

/// <summary>Builds the object graph: the only place in the server that names a concrete dialect, database or
/// format.</summary>
internal static class Composition
{
    /// <summary>The formats of a database's rows; the first is answered to those who ask for none.</summary>
    private static IFormat[] Formats { get; } = [new JsonFormat(), new NdJsonFormat(), new CsvFormat()];

    /// <summary>Opens the database, reads its schema and builds the server; it does not listen yet.</summary>
    /// <exception cref="Relata.Model.Failures.FailureException">The database cannot be reached or read.</exception>
    public static async Task<Served> BuildAsync(Settings settings, CancellationToken stop)
    {
        if (settings.Upstream.Url is not null) return await Front.BuildAsync(settings, stop);
        var url = await DatabaseOf(settings, stop);
        var builder = WebServer.CreateBuilder(settings);
        CrossOrigin.AddTo(builder.Services, settings.Cors);
        Compression.AddTo(builder.Services, settings.Compression, Formats);
        builder.Services.AddSingleton(_ => Open(url, settings, TimeProvider.System));
        var application = builder.Build();
        var database = application.Services.GetRequiredService<Database>();
        if (CallerRules.Problem(settings.Callers, database.Capabilities) is { } problem)
            throw new UsageException([problem]);
        var live = Live(database, settings);
        var schema = await LoadAsync(live, database, stop);
        var reload = Reload(application, database, live, settings);
        var functions = await FunctionsAsync(application, database, settings, stop);
        CrossOrigin.Use(application, settings.Cors);
        Compression.Use(application, settings.Compression);
        application.Run(Handler(application, database, live, reload, functions, settings).HandleAsync);
        return new Served(application, BannerAt)
        {
            Reload = reload,
            Functions = functions,
        };

        IEnumerable<string> BannerAt(string address) => new Banner(url, settings, schema, live.MissingNames, address)
        {
            Functions = functions?.Files.Count,
        }.Lines();
    }

    /// <summary>The document of <c>GET /__schema</c>, laid out for people.</summary>
    /// <exception cref="Relata.Model.Failures.FailureException">The database cannot be reached or read.</exception>
    public static async Task<string> DescribeAsync(Settings settings, CancellationToken stop)
    {
        await using var database = Open(await DatabaseOf(settings, stop), settings, TimeProvider.System);
        var schema = await LoadAsync(Live(database, settings), database, stop);
        var document = new ArrayBufferWriter<byte>();
        SchemaDocument.Write(document, schema, indented: true);
        return Encoding.UTF8.GetString(document.WrittenSpan);
    }

    private static SchemaReload Reload(
        WebApplication application, Database database, LiveSchema live, Settings settings) => new(
        live,
        database.Watch,
        settings.SchemaReload.IntervalMilliseconds is > 0 and var interval ? TimeSpan.FromMilliseconds(interval) : null,
        application.Services.GetRequiredService<ILogger<SchemaReload>>());

    private static RelataHandler Handler(
        WebApplication application,
        Database database,
        LiveSchema live,
        SchemaReload reload,
        QueryCollection? functions,
        Settings settings)
    {
        var time = TimeProvider.System;
        var engine = Engine.Over(database, live, LimitsOf(settings), SealOf(settings), time);
        var pipeline = new ApiPipeline(engine, new OfferedFormats(Formats), OptionsOf(settings));
        var health = new Health(database.Sessions.PingAsync, time, application.Lifetime.ApplicationStopping);
        var mounts = MountsOf(settings);
        var counts = settings.Metrics.Endpoint ? new RequestCounts() : null;
        if (functions is not null) mounts.Add(MountOf(functions, settings));
        return new RelataHandler(
            pipeline.AnswerAsync,
            mounts,
            new SystemEndpoints(
                live,
                health,
                settings.SchemaReload.Endpoint ? reload : null,
                ListingOf(functions, settings),
                counts is null ? null : new MetricsPage([.. counts.Meters, .. database.Meters])),
            OptionsOf(settings),
            application.Services.GetRequiredService<ILogger<RelataHandler>>(),
            time)
        {
            Counts = counts,
        };
    }

    internal static RelataOptions OptionsOf(Settings settings)
    {
        var callers = settings.Callers.AreNamed() ? SchemeOf(settings.Callers) : null;
        return new RelataOptions
        {
            DetailedErrors = settings.DetailedErrors,
            RequireIfMatch = settings.Rest.RequireIfMatch,
            Caller = callers is null ? null : callers.Read,
            Vary = VaryOf(settings, CrossOrigin.Vary(settings.Cors), callers),
            VaryWithOrigin = VaryOf(settings, null, callers),
        };
    }

    private static HeaderScheme SchemeOf(CallerSettings callers) =>
        new(callers.Settings, callers.Role, callers.AnonymousRole);

    private static string VaryOf(Settings settings, string? origin, HeaderScheme? callers) => string.Join(
        ", ",
        new[] { "Accept", settings.Compression ? "Accept-Encoding" : null, origin }.OfType<string>()
            .Concat(callers?.Headers ?? []));

    private static List<Mount> MountsOf(Settings settings)
    {
        var mounts = new List<Mount>();
        if (settings.Rest.Enabled)
            mounts.Add(new DialectMount(settings.Rest.Mount.TrimEnd('/'), RestOf(settings)));
        if (settings.Ex.Enabled)
            mounts.Add(new DialectMount(settings.Ex.Mount.TrimEnd('/'), ExOf(settings)));
        return mounts;
    }

    private static async Task<QueryCollection?> FunctionsAsync(
        WebApplication application, Database database, Settings settings, CancellationToken stop)
    {
        if (settings.Functions.Directory is not { } directory) return null;
        var options = new FunctionOptions
        {
            MaxBodyBytes = settings.Functions.MaxBodyBytes,
            AlwaysArrays = settings.Functions.AlwaysArrays,
            KeepControlKeys = settings.Functions.KeepControlKeys,
        };
        var collection = await QueryCollection.LoadAsync(directory, database, options, TimeProvider.System, stop);
        var logger = application.Services.GetRequiredService<ILogger<QueryCollection>>();
        collection.Noticed = notice => FunctionLog.Write(logger, notice);
        return collection;
    }

    private static FunctionMount MountOf(QueryCollection functions, Settings settings) => new(
        settings.Functions.Mount.TrimEnd('/'),
        new FunctionHandler(functions, new OfferedFormats(Formats), new JsonFormat()));

    private static FunctionListing? ListingOf(QueryCollection? functions, Settings settings) => functions is null
        ? null
        : new FunctionListing(functions, settings.Functions.Mount.TrimEnd('/'), settings.DetailedErrors);

    internal static ExDialect ExOf(Settings settings) => new(new ExOptions
    {
        AllowsEveryRow = settings.Ex.AllowEveryRow,
        MaxBatchRequests = settings.Limits.MaxBatchRequests,
        RunsSql = settings.Ex.Exec,
    });

    private static RestDialect RestOf(Settings settings) => new(new RestOptions
    {
        MaxBatchRequests = settings.Limits.MaxBatchRequests,
        MaxDepth = settings.Limits.MaxEmbedDepth,
        MaxEmbeds = settings.Limits.MaxEmbeds,
        Suffixes = [.. Formats.Select(format => format.Suffix)],
        DefaultRows = settings.Limits.DefaultRows,
        Envelope = settings.Rest.Envelope,
        PutCreates = settings.Rest.PutCreates,
    });

    private static Database Open(DatabaseUrl url, Settings settings, TimeProvider time) => url switch
    {
        SqliteUrl sqlite => SqliteDatabase.Create(sqlite.Path, SqliteOptions(settings), time),
        PostgresUrl postgres => PostgresDatabase.Create(postgres.Address, PostgresOptions(settings)),
        MySqlUrl mysql => MySqlDatabase.Create(mysql.Address, MySqlOptions(settings), time),
        _ => throw new UnreachableException($"Unknown database URL {url}."),
    };

    private static PostgresSessionOptions PostgresOptions(Settings settings) => new()
    {
        MaxConnections = settings.Connections.Max,
        StatementTimeout = TimeSpan.FromMilliseconds(settings.Limits.StatementTimeoutMilliseconds),
        ConnectionTimeout = TimeSpan.FromMilliseconds(settings.Connections.WaitMilliseconds),
        Reads = PostgresRules.ReadsOf(settings),
    };

    private static MySqlSessionOptions MySqlOptions(Settings settings) => new()
    {
        MaxConnections = settings.Connections.Max,
        StatementTimeout = TimeSpan.FromMilliseconds(settings.Limits.StatementTimeoutMilliseconds),
        ConnectionTimeout = TimeSpan.FromMilliseconds(settings.Connections.WaitMilliseconds),
    };

    private static SqliteSessionOptions SqliteOptions(Settings settings) => new()
    {
        Readers = settings.Connections.Max,
        StatementTimeout = TimeSpan.FromMilliseconds(settings.Limits.StatementTimeoutMilliseconds),
        ConnectionTimeout = TimeSpan.FromMilliseconds(settings.Connections.WaitMilliseconds),
    };

    private static Limits LimitsOf(Settings settings) => new()
    {
        DefaultRows = settings.Limits.DefaultRows,
        MaxRows = settings.Limits.MaxRows,
        MaxEmbedDepth = settings.Limits.MaxEmbedDepth,
        MaxEmbeds = settings.Limits.MaxEmbeds,
        MaxFilterNodes = settings.Limits.MaxFilterNodes,
        MaxListLength = settings.Limits.MaxListLength,
    };

    private static CursorSeal SealOf(Settings settings) => new(
        settings.CursorKey is { } key ? Encoding.UTF8.GetBytes(key) : RandomNumberGenerator.GetBytes(32));

    /// <summary>The operator, who waits for the start, is told more than a caller would be.</summary>
    private static async Task<DatabaseSchema> LoadAsync(LiveSchema live, Database database, CancellationToken stop)
    {
        try
        {
            await database.Sessions.PingAsync(stop);
            return await live.LoadAsync(stop);
        }
        catch (FailureException e)
        {
            throw (e.Failure with { Message = database.Explain(e) }).AsException(e);
        }
    }

    private static LiveSchema Live(Database database, Settings settings) => new(
        database.Catalog,
        settings.Schemas,
        new TableFilter(settings.Tables.Include, settings.Tables.Exclude),
        new TableConventions(TablesOf(settings.Conventions.SoftDelete), TablesOf(settings.Conventions.Timestamps)))
    {
        Replacing = database.Sessions.ForgetSchema,
    };

    private static TableFilter? TablesOf(ConventionTables tables) =>
        tables.Enabled ? new TableFilter(tables.Include, tables.Exclude) : null;

    private static async Task<DatabaseUrl> DatabaseOf(Settings settings, CancellationToken stop) =>
        settings.Database ?? await SampleDatabase.InUsersFolder().EnsureAsync(stop);
}
