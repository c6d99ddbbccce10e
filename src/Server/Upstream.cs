using System.Net;
using Relata.Model.Failures;

namespace Relata.Server;

/// <summary>The server behind this one.</summary>
internal sealed class Upstream : IDisposable
{
    private static readonly TimeSpan PingTime = TimeSpan.FromSeconds(5);

    private readonly Uri ready;

    /// <summary>Nothing is asked yet.</summary>
    /// <param name="target">Where its ex dialect answers.</param>
    /// <param name="timeout">How long it may take until it begins to answer.</param>
    public Upstream(Uri target, TimeSpan timeout)
    {
        Target = target;
        ready = new Uri(target, "/__health/ready");
        Client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,

            // Which server is asked is said by the settings alone, and not by variables of the environment.
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        {
            Timeout = timeout,
        };
    }

    /// <summary>Where its ex dialect answers.</summary>
    public Uri Target { get; }

    /// <summary>Speaks to it.</summary>
    public HttpClient Client { get; }

    /// <summary>
    /// Asks for a sign of life. One that has no such path, because it is no Relata, gives it by saying so.
    /// </summary>
    /// <exception cref="FailureException">It does not answer, or says that it cannot answer calls.</exception>
    public async ValueTask PingAsync(CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(PingTime);
        try
        {
            using var answer = await Client.GetAsync(ready, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            if (answer.StatusCode < HttpStatusCode.InternalServerError) return;
        }
        catch (Exception e) when (e is HttpRequestException or IOException
            || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw Unavailable().AsException(e);
        }

        throw Unavailable().AsException();
    }

    /// <summary>Whether it answers now.</summary>
    public async Task<bool> IsThereAsync(CancellationToken stop)
    {
        try
        {
            await PingAsync(stop);
            return true;
        }
        catch (FailureException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Client.Dispose();

    private static Failure Unavailable() =>
        new(FailureCode.UpstreamUnavailable, "The upstream server cannot be reached.");
}
