using System.Text;
using Relata.Documentation.Tests.Pages;
using Relata.Support;

namespace Relata.Documentation.Tests.Examples;

/// <summary>
/// The server that the examples of a page speak to: over what the page's SQL makes, else over the sample.
/// </summary>
internal sealed class PageServer : IAsyncDisposable
{
    private readonly IAsyncDisposable database;
    private readonly RelataProcess process;

    private PageServer(IAsyncDisposable database, RelataProcess process) =>
        (this.database, this.process) = (database, process);

    /// <summary>Makes the database and starts the server.</summary>
    public static async Task<PageServer> StartAsync(Page page, CancellationToken stop)
    {
        var sql = string.Join('\n', page.Blocks("sql").SelectMany(block => block.Content));
        if (page.Name == "docs/databases/postgres.md")
        {
            var made = await TestPostgres.CreateDatabaseAsync(sql, stop);
            return await StartAsync(made, made.Url, stop);
        }

        var file = await SqliteFile.CreateAsync(sql.Length > 0 ? sql : await SampleAsync(stop), stop);
        return await StartAsync(new SqliteDisposal(file), file.Url, stop);
    }

    /// <summary>Sends what curl would send.</summary>
    public async Task<Answer> SendAsync(CurlCommand command, CancellationToken stop)
    {
        var address = new Uri(
            process.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + command.Target,
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(new HttpMethod(command.Method), address);
        request.Headers.Host = "127.0.0.1:8080";
        if (command.Body is { } body) request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        foreach (var (name, value) in command.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        using var message = await process.Client.SendAsync(request, stop);
        return await Answer.FromAsync(message, stop);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        await database.DisposeAsync();
    }

    private static async Task<PageServer> StartAsync(IAsyncDisposable database, string url, CancellationToken stop)
    {
        try
        {
            return new PageServer(database, await RelataProcess.StartAsync(url, stop: stop));
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    private static async Task<string> SampleAsync(CancellationToken stop)
    {
        var schema = await File.ReadAllTextAsync(Repository.PathOf("samples", "surveillance", "schema.sql"), stop);
        var data = await File.ReadAllTextAsync(Repository.PathOf("samples", "surveillance", "data.sql"), stop);
        return $"BEGIN;\n{schema}\n{data}\nCOMMIT; ANALYZE";
    }

    private sealed class SqliteDisposal(SqliteFile file) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            file.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
