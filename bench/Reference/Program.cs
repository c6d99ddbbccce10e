// The measure for Relata's throughput: the requests of `bench/run`, written by hand.
// dotnet Relata.Reference.dll --database "Host=…;Username=…" --urls http://127.0.0.1:8080

using Microsoft.AspNetCore.Mvc;
using Npgsql;
using Relata.Reference;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();

var connection = new NpgsqlConnectionStringBuilder(builder.Configuration["database"]) { MaxAutoPrepare = 20 };
await using var database = new NpgsqlSlimDataSourceBuilder(connection.ConnectionString).EnableArrays().Build();
var items = new ItemEndpoints(database);
var owners = new OwnerEndpoints(database);
var functions = new FunctionEndpoints(database);
var tenants = new TenantEndpoints(database);
var big = new BigEndpoint(database);

await using var app = builder.Build();
app.MapGet(
    "/item/{id:int}",
    (int id, HttpResponse response, CancellationToken stop) => items.OneAsync(id, response, stop));
app.MapGet(
    "/item",
    (
        [FromQuery(Name = "owner_id")] int owner,
        int limit,
        int? depth,
        HttpResponse response,
        CancellationToken stop) => items.OfOwnerAsync(owner, limit, withOwner: depth == 2, response, stop));
app.MapGet(
    "/owner",
    (
        int limit,
        int offset,
        [FromQuery(Name = "item__limit")] int each,
        HttpResponse response,
        CancellationToken stop) => owners.ListAsync(limit, offset, each, response, stop));
app.MapGet(
    "/tenant_item/{id:int}",
    (int id, HttpRequest request, HttpResponse response, CancellationToken stop) =>
        tenants.OneAsync(id, request, response, stop));
app.MapGet(
    "/big",
    (int limit, HttpResponse response, CancellationToken stop) => big.ListAsync(limit, response, stop));
app.MapGet(
    "/fn/item",
    (HttpRequest request, HttpResponse response, CancellationToken stop) =>
        functions.CallAsync("SELECT one_item($1)", request, response, stop));
app.MapGet(
    "/fn/items",
    (HttpRequest request, HttpResponse response, CancellationToken stop) =>
        functions.CallAsync("SELECT items_of_owner($1)", request, response, stop));
await app.RunAsync();
