using System.Text;
using Relata.Client;
using Relata.Model.Failures;

namespace Relata.Conformance.Client;

/// <summary>How a client reaches the database.</summary>
public enum ClientWay
{
    /// <summary>By SQL.</summary>
    Sql,

    /// <summary>By HTTP, through a server.</summary>
    Http,
}

/// <summary>
/// A part of what a client does. The bytes that are expected stand here once, so every way to every database gives the
/// same.
/// </summary>
/// <param name="server">The server over the database.</param>
/// <param name="way">How the client reaches it.</param>
public abstract class ClientSpecification(ConformanceServer server, ClientWay way) : Specification(server), IAsyncDisposable
{
    private RelataClient? client;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (client is not null) await client.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The client.</summary>
    protected async Task<RelataClient> ClientAsync()
    {
        var http = (await Server.ProcessAsync(Stop)).Client;
        return client ??= way switch
        {
            ClientWay.Http => RelataClient.ForHttp(http, new Uri(http.BaseAddress!, "/ex/v1")),
            ClientWay.Sql when Server.Url.StartsWith("sqlite:", StringComparison.Ordinal) =>
                RelataClient.ForSqlite(Server.Url["sqlite:".Length..]),
            ClientWay.Sql when Server.Url.StartsWith("mysql:", StringComparison.Ordinal) => RelataClient.ForMySql(Server.Url),
            ClientWay.Sql => RelataClient.ForPostgres(Server.Url),
        };
    }

    /// <summary>The answer to a request or a batch, as text.</summary>
    protected async Task<string> Answer(Batch batch) =>
        Encoding.UTF8.GetString(await (await ClientAsync()).ExecuteJsonAsync(batch, Stop));

    /// <summary>The failure with which a request or a batch ends.</summary>
    protected async Task<Failure> Refusal(Batch batch) =>
        (await Should.ThrowAsync<FailureException>(() => Answer(batch))).Failure;
}
