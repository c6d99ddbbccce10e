using System.Text;
using Relata.Documentation.Tests.Pages;
using Relata.Support;

namespace Relata.Documentation.Tests.Examples;

/// <summary>
/// The server that the examples of a page speak to: over what the page's SQL makes, else over the sample; in SQLite unless
/// the page is about another database.
/// </summary>
internal sealed class PageServer : IAsyncDisposable
{
    private static readonly string[] OnPostgres = ["docs/databases/postgres.md", "docs/dialects/functions.md"];

    private readonly IAsyncDisposable database;
    private readonly RelataProcess process;
    private readonly TemporaryFolder functions;

    private PageServer(IAsyncDisposable database, RelataProcess process, TemporaryFolder functions) =>
        (this.database, this.process, this.functions) = (database, process, functions);

    /// <summary>Makes the database and starts the server.</summary>
    public static async Task<PageServer> StartAsync(Page page, CancellationToken stop)
    {
        var sql = string.Join('\n', page.Blocks("sql").SelectMany(block => block.Content));
        if (OnPostgres.Contains(page.Name))
        {
            var made = await TestPostgres.CreateDatabaseAsync(sql, stop);
            return await StartAsync(made, made.Url, page, stop);
        }

        if (page.Name == "docs/callers.md")
        {
            // Roles are those of all databases of a server.
            var made = await PostgresServer.CreateAsync(stop: stop);
            var url = (await made.CreateDatabaseAsync(sql, stop)).Url;
            return await StartAsync(made, url, page, stop);
        }

        if (page.Name == "docs/databases/mysql.md")
        {
            var made = await MySqlTestDatabase.CreateAsync(sql, stop);
            return await StartAsync(made, made.Url, null, stop);
        }

        var file = await SqliteFile.CreateAsync(sql.Length > 0 ? sql : await SampleAsync(stop), stop);
        return await StartAsync(new SqliteDisposal(file), file.Url, page, stop);
    }

    /// <summary>Makes the database in MariaDB and starts the server.</summary>
    public static async Task<PageServer> StartOnMariaDbAsync(Page page, CancellationToken stop)
    {
        var sql = string.Join('\n', page.Blocks("sql").SelectMany(block => block.Content));
        using var rows = await SqliteFile.CreateAsync(sql.Length > 0 ? sql : await SampleAsync(stop), stop);
        var schema = sql.Length > 0 ? Statements(sql, "CREATE") : await ReadAsync("schema.sql", stop);
        var made = await MariaDbPages.CreateAsync(schema, rows, stop);
        return await StartAsync(made, made.Url, null, stop);
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
        functions.Dispose();
    }

    private static async Task<PageServer> StartAsync(
        IAsyncDisposable database, string url, Page? page, CancellationToken stop)
    {
        var functions = new TemporaryFolder();
        try
        {
            if (page is not null)
                foreach (var (_, content) in page.Blocks("sql-file")) await WriteAsync(functions, content, stop);
            string[] arguments = page is null ? [] : ["--functions", FolderOf(page, functions)];
            var process = await RelataProcess.StartAsync(url, SettingsOf(page), arguments, stop: stop);
            return new PageServer(database, process, functions);
        }
        catch
        {
            await database.DisposeAsync();
            functions.Dispose();
            throw;
        }
    }

    private static string? SettingsOf(Page? page) =>
        page?.Blocks("json settings").Select(block => string.Join('\n', block.Content)).SingleOrDefault();

    /// <summary>Of pages that speak of the sample, its directory of functions.</summary>
    private static string FolderOf(Page page, TemporaryFolder own) =>
        page.Blocks("sql").Any() ? own.Path : Repository.PathOf("samples", "functions");

    /// <summary>The first line of a file's block is its path, in a comment.</summary>
    private static Task WriteAsync(TemporaryFolder folder, string[] content, CancellationToken stop)
    {
        var path = folder.File(content[0]["-- ".Length..]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return File.WriteAllLinesAsync(path, content, stop);
    }

    private static async Task<string> SampleAsync(CancellationToken stop)
    {
        var (schema, data) = (await ReadAsync("schema.sql", stop), await ReadAsync("data.sql", stop));
        return $"BEGIN;\n{schema}\n{data}\nCOMMIT; ANALYZE";
    }

    private static Task<string> ReadAsync(string file, CancellationToken stop) =>
        File.ReadAllTextAsync(Repository.PathOf("samples", "surveillance", file), stop);

    /// <summary>Those statements that begin with a word.</summary>
    private static string Statements(string sql, string word) => string.Concat(sql.Split(";\n")
        .Where(statement => statement.TrimStart().StartsWith(word, StringComparison.Ordinal))
        .Select(statement => $"{statement};\n"));

    private sealed class SqliteDisposal(SqliteFile file) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            file.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
