using System.Text.Json.Nodes;

namespace Relata.Server.Configuration;

/// <summary>
/// Brings the sources of the settings together: the command line wins over the file, the file over the environment.
/// </summary>
/// <param name="environment">The value of an environment variable, or null.</param>
/// <param name="readFile">The text of a file.</param>
internal sealed class SettingsLoader(
    Func<string, string?> environment, Func<string, CancellationToken, Task<string>> readFile)
{
    /// <summary>Loads from this process's environment and the file system.</summary>
    public static SettingsLoader OfThisProcess { get; } =
        new(Environment.GetEnvironmentVariable, File.ReadAllTextAsync);

    /// <summary>The settings in force.</summary>
    /// <exception cref="UsageException">Something that is in force is wrong.</exception>
    public async Task<Settings> LoadAsync(GivenOptions given, CancellationToken stop)
    {
        var document = given.Config is null ? [] : await ReadAsync(given.Config, stop);
        var settings = SettingsFile.Bind(document);
        var problems = new List<string>();
        if (given.Upstream is { } upstream) settings = WithUpstream(settings, upstream, problems);
        problems.AddRange(SettingsRules.Problems(settings).Select(problem => $"{given.Config}: {problem}"));
        var variables = new EnvironmentSettings(environment, problems);

        if (settings.Upstream.Url is not null)
        {
            problems.AddRange(UpstreamRules.Problems(document).Select(problem => $"{given.Config}: {problem}"));
            problems.AddRange(UpstreamRules.Problems(given));
        }
        else if (given.Database is { } database)
        {
            settings = settings with { Database = ReadDatabase(database, problems) };
        }
        else if (!document.ContainsKey("database"))
        {
            settings = variables.ApplyDatabase(settings, schemasAreOpen: !document.ContainsKey("schemas"));
        }

        if (settings.Upstream.Url is null && document.ContainsKey("upstream"))
            problems.Add($"{given.Config}: upstream needs a url, in the file or by --upstream");
        if (given.Listen is { } listen)
            settings = settings with { Listen = CheckListen(listen, problems) };
        else if (!document.ContainsKey("listen"))
            settings = variables.ApplyListen(settings);

        if (given.Schemas is { } schemas) settings = settings with { Schemas = ReadNames(schemas, problems) };
        if (given.Functions is { } functions)
            settings = settings with { Functions = settings.Functions with { Directory = functions } };
        if (given.PostgresReads is { } reads) settings = WithReads(settings, reads, problems);
        if (problems.Count == 0) problems.AddRange(PostgresRules.Problems(settings, document, given));
        if (UpstreamRules.IsItself(settings)) problems.Add("the upstream server is the one that is started");
        return problems.Count == 0 ? settings : throw new UsageException(problems);
    }

    private async Task<JsonObject> ReadAsync(string path, CancellationToken stop)
    {
        string text;
        try
        {
            text = await readFile(path, stop);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException([$"--config: {failure.Message}"]);
        }

        return new SettingsFile(path).Read(text);
    }

    private static DatabaseUrl? ReadDatabase(string text, List<string> problems)
    {
        if (!DatabaseUrl.TryParse(text, out var url, out var problem)) problems.Add($"--database {problem}");
        return url;
    }

    private static Settings WithUpstream(Settings settings, string text, List<string> problems)
    {
        if (UpstreamRules.Problem(text) is { } problem)
        {
            problems.Add($"--upstream {problem}");
            return settings;
        }

        return settings with { Upstream = settings.Upstream with { Url = text } };
    }

    private static Settings WithReads(Settings settings, string text, List<string> problems)
    {
        if (PostgresRules.Problem(text) is { } problem)
        {
            problems.Add($"--postgres-reads {problem}");
            return settings;
        }

        return settings with { Postgres = settings.Postgres with { Reads = text } };
    }

    private static string CheckListen(string text, List<string> problems)
    {
        if (ListenUrl.Problem(text) is { } problem) problems.Add($"--listen {problem}");
        return text;
    }

    private static string[] ReadNames(string text, List<string> problems)
    {
        var names = NameList.Read(text);
        if (names.Length == 0) problems.Add("--schemas must name at least one schema");
        return names;
    }
}
