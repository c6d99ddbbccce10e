using System.Collections.Frozen;
using System.Globalization;
using Relata.Databases.Postgres;

namespace Relata.Server.Configuration;

/// <summary>What the environment says; a variable that is empty says nothing.</summary>
/// <param name="environment">The value of an environment variable, or null.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class EnvironmentSettings(Func<string, string?> environment, List<string> problems)
{
    /// <summary>
    /// Takes the database from <c>DATABASE_URL</c>, else from the <c>POSTGRES_</c> variables when one of them names a
    /// part.
    /// </summary>
    /// <param name="settings">The settings so far.</param>
    /// <param name="schemasAreOpen">Whether nothing with precedence names the schemas.</param>
    public Settings ApplyDatabase(Settings settings, bool schemasAreOpen)
    {
        if (Variable("DATABASE_URL") is { } text)
        {
            if (!DatabaseUrl.TryParse(text, out var url, out var problem)) problems.Add($"DATABASE_URL {problem}");
            return settings with { Database = url };
        }

        string?[] parts =
        [
            Variable("POSTGRES_HOST"), Variable("POSTGRES_PORT"), Variable("POSTGRES_USER"),
            Variable("POSTGRES_PASSWORD"), Variable("POSTGRES_DB"),
        ];
        if (parts.All(part => part is null)) return settings;
        if (!PostgresUrlReader.TryReadPort(parts[1] ?? "", out var port))
            problems.Add("POSTGRES_PORT must be a port from 1 to 65535");
        settings = settings with
        {
            Database = new PostgresUrl(PostgresUrlReader.Create(
                parts[0] ?? "", port, parts[2] ?? "postgres", parts[3] ?? "", parts[4] ?? "",
                FrozenDictionary<string, string>.Empty)),
        };
        return schemasAreOpen && Variable("POSTGRES_SCHEMA") is { } schemas
            ? settings with { Schemas = NameList.Read(schemas) }
            : settings;
    }

    /// <summary>Takes the port from <c>PORT</c>.</summary>
    public Settings ApplyListen(Settings settings)
    {
        if (Variable("PORT") is not { } text) return settings;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535)
            return settings with { Listen = $"http://127.0.0.1:{port}" };
        problems.Add("PORT must be a port from 0 to 65535");
        return settings;
    }

    private string? Variable(string name) =>
        environment(name)?.Trim() is { Length: > 0 } text ? text : null;
}
