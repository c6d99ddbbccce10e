using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;

namespace Relata.Server.Configuration;

/// <summary>
/// Everything an operator decides, in the shape of the configuration file. The descriptions, ranges and initial values
/// here are also those of <c>docs/relata.schema.json</c>.
/// </summary>
internal sealed record Settings
{
    [Description("Where the JSON schema of this file is; editors read it, the server does not.")]
    [JsonPropertyName("$schema")]
    public string? JsonSchema { get; init; }

    [Description(
        "The database to serve: sqlite:path or postgres://user:password@host:port/database?options. " +
        "Without one, the built-in sample is served.")]
    public DatabaseUrl? Database { get; init; }

    [Description("The server to which calls are passed on, in the place of a database.")]
    public UpstreamSettings Upstream { get; init; } = new();

    [Description(
        "Where to listen: an http or https URL whose host is an IP address, localhost, or * for every interface.")]
    public string Listen { get; init; } = "http://127.0.0.1:8080";

    [Description("The schemas to expose, the default one first; empty means the database's own default.")]
    public IReadOnlyList<string> Schemas { get; init; } = [];

    [Description("Which tables and views of those schemas are exposed.")]
    public TableSettings Tables { get; init; } = new();

    [Description("What columns of certain names do by themselves.")]
    public ConventionSettings Conventions { get; init; } = new();

    [Description("What one request may ask for.")]
    public LimitSettings Limits { get; init; } = new();

    [Description("How changes of the database's schema are noticed.")]
    public SchemaReloadSettings SchemaReload { get; init; } = new();

    [Description("The connections to the database.")]
    public ConnectionSettings Connections { get; init; } = new();

    [Description("What only PostgreSQL has.")]
    public PostgresSettings Postgres { get; init; } = new();

    [Description("The REST dialect.")]
    public RestSettings Rest { get; init; } = new();

    [Description("The ex dialect.")]
    public ExSettings Ex { get; init; } = new();

    [Description("The files of SQL that become endpoints.")]
    public FunctionSettings Functions { get; init; } = new();

    [Description("The numbers for those who watch the server.")]
    public MetricsSettings Metrics { get; init; } = new();

    [Description("Who asks: the role and the settings with which calls run in PostgreSQL.")]
    public CallerSettings Callers { get; init; } = new();

    [Description("Which scripts of other origins may read answers in a browser.")]
    public CorsSettings Cors { get; init; } = new();

    [Description("Whether answers are compressed for callers who accept gzip or br.")]
    public bool Compression { get; init; } = true;

    [Description("The least important log entries that are written.")]
    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    [Description("Whether answers carry what the database's driver said. For development: it can show data and SQL.")]
    public bool DetailedErrors { get; init; }

    [Description(
        "The secret that signs cursors, at least 16 characters. Without one, cursors end when the server stops, and " +
        "servers beside each other do not know each other's.")]
    public string? CursorKey { get; init; }

    [Description("How long running requests may take to finish after the server was told to stop.")]
    [Range(1, 3_600_000)]
    public int DrainTimeoutMilliseconds { get; init; } = 30_000;
}

/// <summary>The server behind this one.</summary>
internal sealed record UpstreamSettings
{
    [Description("Where its ex dialect answers, such as http://10.0.0.7:8080/ex; without it a database is served.")]
    public string? Url { get; init; }

    [Description("How long it may take until it begins to answer; then the answer is 504.")]
    [Range(1, int.MaxValue)]
    public int TimeoutMilliseconds { get; init; } = 60_000;
}

/// <summary>Which tables are exposed; a name is <c>table</c> or <c>schema.table</c>.</summary>
internal sealed record TableSettings
{
    [Description("The only tables to expose, as table or schema.table; empty exposes all.")]
    public IReadOnlyList<string> Include { get; init; } = [];

    [Description("Tables that are not exposed, as table or schema.table; it wins over include.")]
    public IReadOnlyList<string> Exclude { get; init; } = [];
}

/// <summary>What columns of certain names do by themselves.</summary>
internal sealed record ConventionSettings
{
    [Description("The tables in which deleted_at, a timestamp that may be NULL, marks a row as deleted and hides it.")]
    public ConventionTables SoftDelete { get; init; } = new();

    [Description("The tables whose timestamps created_at and updated_at are filled by writes.")]
    public ConventionTables Timestamps { get; init; } = new();
}

/// <summary>The tables that keep a convention; a name is <c>table</c> or <c>schema.table</c>.</summary>
internal sealed record ConventionTables
{
    [Description("Whether any table keeps the convention.")]
    public bool Enabled { get; init; } = true;

    [Description("The only tables that keep it, as table or schema.table; empty means all with such a column.")]
    public IReadOnlyList<string> Include { get; init; } = [];

    [Description("Tables that do not keep it, as table or schema.table; it wins over include.")]
    public IReadOnlyList<string> Exclude { get; init; } = [];
}

/// <summary>What one request may ask for.</summary>
internal sealed record LimitSettings
{
    [Description("The rows of a list whose request names no limit.")]
    [Range(1, 1_000_000_000)]
    public int DefaultRows { get; init; } = 100;

    [Description("The most rows that a request may ask for; more is refused. At least defaultRows.")]
    [Range(1, 1_000_000_000)]
    public int MaxRows { get; init; } = 10_000;

    [Description("How deep related rows may be nested.")]
    [Range(1, 100)]
    public int MaxEmbedDepth { get; init; } = 5;

    [Description("The most related tables inside one row, each counted as often as it stands there.")]
    [Range(1, 1000)]
    public int MaxEmbeds { get; init; } = 64;

    [Description("The most conditions, with the operators that join them, in one request.")]
    [Range(1, 100_000)]
    public int MaxFilterNodes { get; init; } = 200;

    [Description("The most values in one list of a filter.")]
    [Range(1, 10_000_000)]
    public int MaxListLength { get; init; } = 10_000;

    [Description("The most requests in one batch.")]
    [Range(1, 100_000)]
    public int MaxBatchRequests { get; init; } = 1000;

    [Description("The largest request body in bytes.")]
    [Range(1, int.MaxValue)]
    public int MaxBodyBytes { get; init; } = 10 * 1024 * 1024;

    [Description("How long one statement may run before it is cancelled.")]
    [Range(1, int.MaxValue)]
    public int StatementTimeoutMilliseconds { get; init; } = 30_000;
}

/// <summary>How changes of the database's schema are noticed.</summary>
internal sealed record SchemaReloadSettings
{
    [Description("How often to look for changes of the schema; 0 for never, which leaves POST /__schema/reload and " +
        "SIGHUP.")]
    [Range(0, 86_400_000)]
    public int IntervalMilliseconds { get; init; } = 500;

    [Description("Whether POST /__schema/reload answers. Whoever can reach the server may use it.")]
    public bool Endpoint { get; init; } = true;
}

/// <summary>The connections to the database.</summary>
internal sealed record ConnectionSettings
{
    [Description("The most connections that are open at once. The default is four for each core, at least 8.")]
    [Range(1, 10_000)]
    public int Max { get; init; } = Math.Max(8, 4 * Environment.ProcessorCount);

    [Description("How long a request waits for a free connection before it is answered with 503.")]
    [Range(1, int.MaxValue)]
    public int WaitMilliseconds { get; init; } = 10_000;
}

/// <summary>What only PostgreSQL has.</summary>
internal sealed record PostgresSettings
{
    [Description("Which way reads go to PostgreSQL: wire, over connections of the server's own, or npgsql.")]
    public string Reads { get; init; } = "wire";
}

/// <summary>The numbers for those who watch the server.</summary>
internal sealed record MetricsSettings
{
    [Description("Whether GET /__metrics answers. Whoever can reach the server may ask.")]
    public bool Endpoint { get; init; } = true;
}

/// <summary>The REST dialect.</summary>
internal sealed record RestSettings
{
    [Description("Whether the REST dialect answers.")]
    public bool Enabled { get; init; } = true;

    [Description("The path under which its tables are found: / or a path such as /api.")]
    public string Mount { get; init; } = "/";

    [Description("What stands around rows in JSON unless a request says: none, drf or djangolang.")]
    public string Envelope { get; init; } = "none";

    [Description("Whether a row is changed or deleted by its key only with If-Match; without it the answer is 428.")]
    public bool RequireIfMatch { get; init; }

    [Description("Whether PUT creates the row that it names where there is none; otherwise the answer is 404.")]
    public bool PutCreates { get; init; }
}

/// <summary>The ex dialect.</summary>
internal sealed record ExSettings
{
    [Description("Whether the ex dialect answers.")]
    public bool Enabled { get; init; } = true;

    [Description("The path under which its tables are found, with any path between: / or a path such as /ex.")]
    public string Mount { get; init; } = "/ex";

    [Description("Whether PUT and DELETE without a filter change every row, as ex does; otherwise they are refused.")]
    public bool AllowEveryRow { get; init; } = true;

    [Description("Whether callers may send SQL of their own to :exec. Whoever can reach the server may then do " +
        "whatever the database's role may.")]
    public bool Exec { get; init; }
}

/// <summary>The files of SQL that become endpoints.</summary>
internal sealed record FunctionSettings
{
    [Description("The directory with the files, [mount]/[method]/[function].sql; without one there are none.")]
    public string? Directory { get; init; }

    [Description("The path under which they answer: / or a path such as /fn.")]
    public string Mount { get; init; } = "/fn";

    [Description("Whether changes of the files are noticed while the server runs.")]
    public bool Watch { get; init; } = true;

    [Description("How many bytes a caller may send to a function whose file does not say so itself.")]
    [Range(1, int.MaxValue)]
    public int MaxBodyBytes { get; init; } = 2048;

    [Description("Whether every value of a query string is an array; otherwise only one that comes more than once.")]
    public bool AlwaysArrays { get; init; }

    [Description("Whether http_status_code and http_headers stay in what callers get.")]
    public bool KeepControlKeys { get; init; }
}

/// <summary>Which scripts of other origins may read answers in a browser.</summary>
internal sealed record CorsSettings
{
    [Description("The origins, such as https://shop.example, or * for all; empty means none.")]
    public IReadOnlyList<string> Origins { get; init; } = [];

    [Description("The methods that they may use.")]
    public IReadOnlyList<string> Methods { get; init; } = ["GET", "HEAD", "QUERY", "POST", "PUT", "PATCH", "DELETE"];

    [Description("The request headers that they may send, or * for all.")]
    public IReadOnlyList<string> Headers { get; init; } = ["*"];

    [Description("The headers of answers that they may read.")]
    public IReadOnlyList<string> ExposedHeaders { get; init; } =
        ["Content-Range", "ETag", "Link", "Location", "Preference-Applied", "X-Total-Count"];

    [Description("Whether browsers may send cookies and other credentials; not together with the origin *.")]
    public bool Credentials { get; init; }

    [Description("How long a browser may rely on the answer to a preflight request.")]
    [Range(0, 86_400)]
    public int MaxAgeSeconds { get; init; } = 600;
}
