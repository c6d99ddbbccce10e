using System.Net.Http.Headers;
using System.Text;

namespace Relata.Conformance;

/// <summary>
/// A part of what every database must answer in the same way. Each database's tests run it through a subclass of one
/// line.
/// </summary>
/// <param name="server">The server that is asked.</param>
public abstract class Specification(ConformanceServer server)
{
    /// <summary>The server that is asked.</summary>
    protected ConformanceServer Server { get; } = server;

    /// <summary>Whether what was read stays the same for a moment.</summary>
    protected virtual bool IsStill => true;

    /// <summary>Ends with the test.</summary>
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The rows with these identifiers, as <c>fields=id</c> answers them.</summary>
    /// <param name="ids">The identifiers with commas between them.</param>
    protected static string Ids(string ids) =>
        $"[{string.Join(',', ids.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => $$"""{"id":{{id}}}"""))}]";

    /// <summary>Sends a GET.</summary>
    protected Task<Answer> Get(string target) => Send("GET", target);

    /// <summary>Sends a POST.</summary>
    protected Task<Answer> Post(string target, string body) => Send("POST", target, body);

    /// <summary>Sends a PUT.</summary>
    protected Task<Answer> Put(string target, string body) => Send("PUT", target, body);

    /// <summary>Sends a PATCH.</summary>
    protected Task<Answer> Patch(string target, string body) => Send("PATCH", target, body);

    /// <summary>Sends a DELETE.</summary>
    protected Task<Answer> Delete(string target) => Send("DELETE", target);

    /// <summary>Sends a request with the header Prefer.</summary>
    protected Task<Answer> Prefer(string prefer, string method, string target, string? body = null) =>
        Send(method, target, body is null ? null : Encoding.UTF8.GetBytes(body), headers: [$"Prefer: {prefer}"]);

    /// <summary>Sends a request.</summary>
    /// <param name="method">The method.</param>
    /// <param name="target">Path and query; what cannot stand in a URI is encoded, percent signs stay.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="type">The body's media type.</param>
    /// <param name="accept">The header Accept; null for none.</param>
    protected Task<Answer> Send(
        string method, string target, string? body, string? type = "application/json", string? accept = null) =>
        Send(method, target, body is null ? null : Encoding.UTF8.GetBytes(body), type, accept);

    /// <summary>Sends a request.</summary>
    /// <param name="method">The method.</param>
    /// <param name="target">Path and query; what cannot stand in a URI is encoded, percent signs stay.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="type">The body's media type.</param>
    /// <param name="accept">The header Accept; null for none.</param>
    /// <param name="expectContinue">Whether the body waits until the server asks for it.</param>
    /// <param name="headers">Further headers as <c>Name: value</c>.</param>
    protected async Task<Answer> Send(
        string method,
        string target,
        byte[]? body = null,
        string? type = "application/json",
        string? accept = null,
        bool expectContinue = false,
        params IReadOnlyList<string> headers)
    {
        var answer = await SendOnce(method, target, body, type, accept, expectContinue, headers);
        var isRead = answer.Status == 200 && method == "GET" && body is null;
        if (!isRead || !IsStill || !Server.IsAskedAgain(target)) return answer;
        var again = await SendOnce(method, target, body, type, accept, expectContinue, headers);
        again.Status.ShouldBe(answer.Status);
        again.Bytes.ShouldBe(answer.Bytes, $"the second answer to {target} is another one");
        foreach (var name in answer.Headers.Keys.Where(name => name != "Date"))
            again.Header(name).ShouldBe(answer.Header(name), $"{name} of {target}");
        return answer;
    }

    private async Task<Answer> SendOnce(
        string method,
        string target,
        byte[]? body,
        string? type,
        string? accept,
        bool expectContinue,
        IReadOnlyList<string> headers)
    {
        var client = (await Server.ProcessAsync(Stop)).Client;
        using var request = new HttpRequestMessage(new HttpMethod(method), Target.Of(client.BaseAddress!, target));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            if (type is not null) request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        request.Headers.ExpectContinue = expectContinue;
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        foreach (var header in headers)
            request.Headers.TryAddWithoutValidation(header.Split(": ")[0], header[(header.IndexOf(':') + 2)..]).ShouldBeTrue();
        using var message = await client.SendAsync(request, Stop);
        return await Answer.FromAsync(message, Stop);
    }
}
