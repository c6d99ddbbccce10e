using Microsoft.AspNetCore.Authentication;
using Relata.Databases.Sqlite;
using Relata.Databases.Sqlite.Sessions;
using Relata.Http.Functions;
using Relata.Samples.FunctionsApp;

// Files of SQL as endpoints of one's own web application, behind its own authentication:
//     dotnet run --project samples/functions-app -- notes.db
var builder = WebApplication.CreateBuilder();
builder.Services.AddRelataFunctions(
    _ => SqliteDatabase.Create(args is [var path, ..] ? path : "notes.db", new SqliteSessionOptions(), TimeProvider.System));
builder.Services.AddAuthentication(KeyAuthentication.Name)
    .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.Name, configureOptions: null);
builder.Services.AddAuthorizationBuilder()
    .AddPolicy("writers", policy => policy.RequireAssertion(
        context => context.User.IsInRole("writer")
            || context.Resource is HttpContext { Request.Method: "GET" or "HEAD" or "OPTIONS" }));

var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
app.MapGroup("/api")
    .MapRelataFunctions(
        Path.Combine(AppContext.BaseDirectory, "functions"),
        track: (exception, request) => app.Logger.LogWarning("{Path}: {Problem}", request.Path, exception.Message))
    .RequireAuthorization()
    .RequireAuthorization("writers");
await app.RunAsync();
