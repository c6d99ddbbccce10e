using System.Net;
using System.Text;

namespace Relata.Scenarios.Stage;

/// <summary>What became of a request.</summary>
/// <param name="Status">The status; 0 when the connection ended before the answer did.</param>
/// <param name="NamesRetryAfter">Whether the answer said when to come back.</param>
/// <param name="Text">The body, or how the connection ended.</param>
internal sealed record Outcome(HttpStatusCode Status, bool NamesRetryAfter, string Text)
{
    /// <summary>Whether the answer is what was asked for.</summary>
    public bool IsGood => (int)Status is >= 200 and < 300;

    /// <summary>Whether the answer is the one of a server without a database: come back later.</summary>
    public bool IsUnavailable => Status == HttpStatusCode.ServiceUnavailable && NamesRetryAfter;

    /// <summary>Whether the answer is that the database took too long.</summary>
    public bool IsTimeout => Status == HttpStatusCode.GatewayTimeout;

    /// <summary>Whether the connection ended before the answer did.</summary>
    public bool IsCutOff => Status == 0;

    /// <summary>Asks for a path.</summary>
    public static async Task<Outcome> GetAsync(HttpClient client, string path, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(client, request, stop);
    }

    /// <summary>Posts JSON to a path.</summary>
    public static Task<Outcome> PostAsync(HttpClient client, string path, string json, CancellationToken stop) =>
        SendAsync(client, HttpMethod.Post, path, json, stop);

    /// <summary>Sends JSON to a path.</summary>
    public static async Task<Outcome> SendAsync(
        HttpClient client, HttpMethod method, string path, string json, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return await SendAsync(client, request, stop);
    }

    /// <summary>Sends a request.</summary>
    public static async Task<Outcome> SendAsync(HttpClient client, HttpRequestMessage request, CancellationToken stop)
    {
        try
        {
            using var answer = await client.SendAsync(request, stop);
            var text = await answer.Content.ReadAsStringAsync(stop);
            return new Outcome(answer.StatusCode, answer.Headers.RetryAfter is not null, text);
        }
        catch (HttpRequestException broken)
        {
            return new Outcome(0, false, broken.ToString());
        }
    }
}
