using System.Text.Json;
using Relata.Dialects.Contract;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Dialects.Rest;

/// <summary>
/// Tables as resources: <c>GET /camera?is_online=true</c>, <c>PATCH /camera/7</c>. Its surface is that of djangolang
/// and of Django REST Framework; <c>docs/dialects/rest.md</c> describes it.
/// </summary>
/// <param name="options">What the operator set.</param>
public sealed class RestDialect(RestOptions options) : IDialect
{
    private static readonly string[] ListOptions =
    [
        "limit", "offset", "page", "page_size", "cursor", "order_by", "order", "ordering", "fields", "depth", "count",
        "envelope", "group_by", "aggregates", "having", "distinct",
    ];

    private static readonly string[] ItemOptions = ["fields", "depth", "envelope"];
    private static readonly string[] InsertOptions = ["fields", "depth", "on_conflict", "resolution", "envelope"];
    private static readonly string[] ChoiceOptions = ["limit", "offset", "order_by", "order", "ordering"];
    private static readonly string[] ChangeOptions = ["fields", "depth", "envelope"];
    private static readonly string[] ChangeManyOptions = ["fields", "depth", "__all", .. ChoiceOptions, "envelope"];

    /// <inheritdoc/>
    public string Name => "rest";

    /// <inheritdoc/>
    public string? ShapeOfHeaders(ApiCall call) => call.Header("Prefer") ?? "";

    /// <inheritdoc/>
    public ParsedBatch? ParseBatch(ApiCall call) => RestBatch.Read(call, options.MaxBatchRequests, Parse);

    /// <inheritdoc/>
    public ParsedCall Parse(ApiCall call, DatabaseSchema schema)
    {
        var prefer = RestPrefer.Read(call.Header("Prefer"));
        if (RestClaim.Read(call, schema, options.Time) is { } claim) return prefer.Apply(claim);
        var path = RestPath.Read(call.Path, schema, options.Suffixes);
        var parsed = prefer.Apply(Parse(call, path, prefer, schema));
        return path.Suffix is null ? parsed : parsed with { Envelope = parsed.Envelope with { Suffix = path.Suffix } };
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Methods(ApiCall call, DatabaseSchema schema) =>
        call.Path.TrimEnd('/') == RestBatch.Path
            ? BatchBody.Methods
            : RestClaim.Methods(call.Path, schema) ?? Allowed(RestPath.Read(call.Path, schema, options.Suffixes));

    private ParsedCall Parse(ApiCall call, RestPath path, RestPrefer prefer, DatabaseSchema schema) =>
        (call.Method, path.Key) switch
        {
            ("GET" or "QUERY", null) => List(call, path, prefer, schema),
            ("GET", _) => Item(call, path, schema),
            ("POST", null) when path.Table.Writes.HasFlag(TableWrites.Insert) => Insert(call, path, schema),
            ("PUT", not null) when CanChange(path, TableWrites.Update) =>
                Update(call, path, schema, UpdateMode.Replace),
            ("PATCH", _) when CanChange(path, TableWrites.Update) => Update(call, path, schema, UpdateMode.Merge),
            ("DELETE", _) when CanChange(path, TableWrites.Delete) => Delete(call, path, schema, prefer),
            _ => throw NotAllowed(call, path).AsException(),
        };

    private ParsedCall List(ApiCall call, RestPath path, RestPrefer prefer, DatabaseSchema schema)
    {
        var relations = new RestRelations(schema, path.Table);
        var query = RestQuery.Read(call.Query, path.Table, schema, ListOptions, filters: true, relations);
        var paging = RestPaging.Read(query, call, options.DefaultRows);
        var frame = RestEnvelope.Read(query, options.Envelope, isList: true);
        var read = new Read(path.Found)
        {
            Selection = Selection(query, relations),
            Filter = query.Filter,
            Summary = RestSummary.Read(query, path.Table),
            Order = query.Order,
            Page = paging.Page,
            Count = RestCount.Read(query, prefer.Count, isFramed: frame is not null),
            CountAt = query.At("count"),
        };
        return new ParsedCall(read, new Envelope(200, EnvelopeShape.Array)
        {
            Links = paging.Links,
            Frame = frame,
            Origin = frame is null ? "" : call.Headers.Origin,
        });
    }

    private ParsedCall Item(ApiCall call, RestPath path, DatabaseSchema schema)
    {
        if (path.Table.PrimaryKey is null) throw NotAllowed(call, path).AsException();
        var relations = new RestRelations(schema, path.Table);
        var query = RestQuery.Read(call.Query, path.Table, schema, ItemOptions, filters: false, relations);
        var read = new Read(path.Found) { Key = path.Key, Selection = Selection(query, relations) };
        return new ParsedCall(read, new Envelope(200, EnvelopeShape.Row) { Frame = Frame(query) });
    }

    private ParsedCall Insert(ApiCall call, RestPath path, DatabaseSchema schema)
    {
        var relations = new RestRelations(schema, path.Table);
        var query = RestQuery.Read(call.Query, path.Table, schema, InsertOptions, filters: false, relations);
        var payload = PayloadReader.Rows(call.Body);
        var insert = new Insert(path.Found, payload)
        {
            Selection = Selection(query, relations),
            OnConflict = OnConflict(query),
        };
        var frame = Frame(query);
        if (payload.IsArray) return new ParsedCall(insert, new Envelope(201, EnvelopeShape.Array) { Frame = frame });

        // An ignored row is answered by an array without it: there is no row to answer alone.
        if (insert.OnConflict?.Resolution == ConflictResolution.Ignore)
            return new ParsedCall(insert, new Envelope(200, EnvelopeShape.Array) { Frame = frame });
        var location = path.Table.PrimaryKey is null ? null : Address(call, path);
        return new ParsedCall(insert, new Envelope(201, EnvelopeShape.Row) { Location = location, Frame = frame });
    }

    /// <summary>The address of the path's table.</summary>
    private static string Address(ApiCall call, RestPath path) =>
        $"{call.Mount}/{PercentEncoding.EncodePathPart(path.Asked.Text)}";

    private ParsedCall Update(ApiCall call, RestPath path, DatabaseSchema schema, UpdateMode mode)
    {
        var one = path.Key is not null;
        if (!one && call.Body is { ValueKind: JsonValueKind.Array }) return UpdateEach(call, path, schema);
        var creates = options.PutCreates && mode == UpdateMode.Replace;
        var relations = new RestRelations(schema, path.Table);
        var query = RestQuery.Read(
            call.Query, path.Table, schema, one ? ChangeOptions : ChangeManyOptions, filters: !one, relations);
        var update = new Update(path.Found, PayloadReader.One(call.Body), mode)
        {
            Key = path.Key,
            Filter = query.Filter,
            Choice = Choice(query),
            EveryRow = query.Flag("__all"),
            CreatesAbsent = creates,
            Selection = Selection(query, relations),
        };
        var envelope = new Envelope(200, one ? EnvelopeShape.Row : EnvelopeShape.Array) { Frame = Frame(query) };
        return new ParsedCall(
            update, creates ? envelope with { MayCreate = true, Location = Address(call, path) } : envelope);
    }

    /// <summary>Each object names its own row, so there is nothing left for a filter to say.</summary>
    private ParsedCall UpdateEach(ApiCall call, RestPath path, DatabaseSchema schema)
    {
        var relations = new RestRelations(schema, path.Table);
        var query = RestQuery.Read(call.Query, path.Table, schema, ChangeOptions, filters: false, relations);
        var update = new UpdateEach(path.Found, PayloadReader.Rows(call.Body))
        {
            Selection = Selection(query, relations),
        };
        return new ParsedCall(update, new Envelope(200, EnvelopeShape.Array) { Frame = Frame(query) });
    }

    private ParsedCall Delete(ApiCall call, RestPath path, DatabaseSchema schema, RestPrefer prefer)
    {
        var one = path.Key is not null;
        string[] known =
        [
            .. one ? Array.Empty<string>() : ["__all", .. ChoiceOptions],
            .. prefer.WantsRows ? ["fields", "envelope"] : Array.Empty<string>(),
        ];
        var query = RestQuery.Read(call.Query, path.Table, schema, known, filters: !one);
        var delete = new Delete(path.Found)
        {
            Key = path.Key,
            Filter = query.Filter,
            Choice = Choice(query),
            EveryRow = query.Flag("__all"),
            Selection = prefer.WantsRows ? new Selection(query.Fields, []) : Model.Requests.Selection.Nothing,
        };
        return new ParsedCall(delete, prefer.WantsRows
            ? new Envelope(200, one ? EnvelopeShape.Row : EnvelopeShape.Array) { Frame = Frame(query) }
            : new Envelope(204, one ? EnvelopeShape.NothingForRow : EnvelopeShape.Nothing));
    }

    private EnvelopeFrame? Frame(RestQuery query) => RestEnvelope.Read(query, options.Envelope, isList: false);

    private Selection Selection(RestQuery query, RestRelations relations) =>
        relations.Select(query.Fields, query.Integer("depth"), query.At("depth"), options);

    private static RowChoice? Choice(RestQuery query)
    {
        var (limit, offset) = (query.Integer("limit"), query.Integer("offset"));
        return limit is null && offset is null && query.Order.Count == 0
            ? null
            : new RowChoice(query.Order, limit, offset);
    }

    private static OnConflict? OnConflict(RestQuery query)
    {
        var columns = query.Names("on_conflict");
        var resolution = query.Choice("resolution", "", "merge", "ignore");
        if (columns is null && resolution.Length == 0) return null;
        return new OnConflict(
            columns ?? [], resolution == "ignore" ? ConflictResolution.Ignore : ConflictResolution.Merge);
    }

    /// <summary>A list can be changed without a key; a row cannot be named without one.</summary>
    private static bool CanChange(RestPath path, TableWrites write) =>
        path.Table.Writes.HasFlag(write) && (path.Key is null || path.Table.PrimaryKey is not null);

    private static Failure NotAllowed(ApiCall call, RestPath path)
    {
        var (table, allow) = (path.Table, Allowed(path));
        if (path.Key is not null && table.PrimaryKey is null)
        {
            return new Failure(FailureCode.MethodNotAllowed,
                $"\"{table.Name.Name}\" has no primary key, so its rows cannot be named one by one.")
            {
                At = path.Key.At,
                Allow = allow,
            };
        }

        return Refusals.NotPossible(call, allow);
    }

    private static List<string> Allowed(RestPath path)
    {
        var (writes, item) = (path.Table.Writes, path.Key is not null);
        if (item && path.Table.PrimaryKey is null) return ["OPTIONS"];
        var allow = new List<string> { "GET", "HEAD", "OPTIONS" };
        if (!item) allow.Add("QUERY");
        if (item ? RestClaim.IsAt(path) : writes.HasFlag(TableWrites.Insert)) allow.Add("POST");
        if (writes.HasFlag(TableWrites.Update) && item) allow.Add("PUT");
        if (writes.HasFlag(TableWrites.Update)) allow.Add("PATCH");
        if (writes.HasFlag(TableWrites.Delete)) allow.Add("DELETE");
        return allow;
    }
}
