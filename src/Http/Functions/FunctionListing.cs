using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Relata.Formats;
using Relata.Functions.Files;
using QueryCollection = Relata.Functions.QueryCollection;

namespace Relata.Http.Functions;

/// <summary>The document of <c>GET /__functions</c>: every file, what it answers, and what is wrong with it.</summary>
/// <param name="collection">The files.</param>
/// <param name="mount">The path of the dialect.</param>
/// <param name="isDetailed">
/// Whether everybody reads what the database said; otherwise only who calls from the server's own machine, and not by
/// way of a proxy there.
/// </param>
public sealed class FunctionListing(QueryCollection collection, string mount, bool isDetailed)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] SignsOfProxy = ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"];

    /// <summary>The document for a caller.</summary>
    public Answer ToAnswer(HttpRequest request)
    {
        var (buffer, files) = (new Utf8Buffer(), collection.Files);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("functions");
            foreach (var file in files) Write(json, file, isDetailed || IsLocal(request));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return new Answer(200, "application/json", new BufferedBody(buffer, files.Count));
    }

    private void Write(Utf8JsonWriter json, FileState file, bool showsDetail)
    {
        json.WriteStartObject();
        json.WriteString("file", file.Path);
        if (file.Endpoint is { } endpoint)
        {
            json.WriteString("path", $"{mount}/{endpoint.File.Mount}");
            json.WriteString("method", endpoint.File.Method);
            json.WriteString("function", endpoint.File.Function);
        }

        json.WriteString("state", (file.Endpoint, file.Problem) switch
        {
            (_, null) => "serves",
            (null, _) => "kept out",
            _ => "earlier version serves",
        });
        if (file.Problem is { } problem && showsDetail)
        {
            json.WriteStartObject("problem");
            if (problem.Line is { } line) json.WriteNumber("line", line);
            json.WriteString("message", problem.Message);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static bool IsLocal(HttpRequest request) =>
        request.HttpContext.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !SignsOfProxy.Any(request.Headers.ContainsKey);
}
