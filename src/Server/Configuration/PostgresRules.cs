using System.Text.Json.Nodes;
using Relata.Databases.Postgres.Sessions;

namespace Relata.Server.Configuration;

/// <summary>The rules for what can be set about PostgreSQL alone.</summary>
internal static class PostgresRules
{
    private static readonly string[] Names =
        [.. Enum.GetNames<PostgresReads>().Select(name => name.ToLowerInvariant())];

    /// <summary>What is wrong with a way of reads, worded to follow the setting's name; null when nothing is.</summary>
    public static string? Problem(string reads) =>
        Names.Contains(reads) ? null : $"must be one of {string.Join(", ", Names)}";

    /// <summary>The way of reads by its name, which was checked.</summary>
    public static PostgresReads ReadsOf(Settings settings) =>
        Enum.Parse<PostgresReads>(settings.Postgres.Reads, ignoreCase: true);

    /// <summary>What means nothing because another database is served, each as a phrase.</summary>
    public static IEnumerable<string> Problems(Settings settings, JsonObject document, GivenOptions given)
    {
        if (settings.Upstream.Url is not null || settings.Database is PostgresUrl) yield break;
        if (given.PostgresReads is not null)
            yield return "--postgres-reads means nothing here: the database is not PostgreSQL";
        if (document["postgres"] is JsonObject { Count: > 0 })
            yield return $"{given.Config}: postgres.reads means nothing here: the database is not PostgreSQL";
    }
}
