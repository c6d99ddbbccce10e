using System.Text.Json;
using Relata.Dialects.Contract;
using Relata.Support;

namespace Relata.Sql.Tests.Golden;

/// <summary>
/// A folder below <c>tests/Golden</c>: a request, and what it leads to on each database. That is <c>postgres.sql</c> or
/// <c>postgres.failure.txt</c>, in place of the latter one <c>failure.txt</c> if it fails alike everywhere, or
/// <c>postgres.skip.txt</c>, which says why the case does not concern that database.
/// </summary>
/// <param name="name">The case as <c>topic/case</c>.</param>
internal sealed class GoldenCase(string name)
{
    private const string EveryFailure = "failure.txt";

    private readonly string folder = Path.Combine(Root, name);

    /// <summary>Every case.</summary>
    public static IEnumerable<string> Names => Directory
        .EnumerateFiles(Root, "request.http", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Root, Path.GetDirectoryName(file)!).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    private static string Root { get; } = Repository.PathOf("tests", "Golden");

    /// <summary>The request as a call of a dialect that is mounted at the root.</summary>
    public ApiCall ReadCall()
    {
        var text = File.ReadAllText(Path.Combine(folder, "request.http"));
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var (head, body) = end < 0 ? (text, "") : (text[..end], text[end..].Trim());
        var (line, headers) = head.Trim().Split('\n') is [var first, .. var others] ? (first, others) : ("", []);
        var (method, target) = line.Split(' ', 2) is [var verb, var rest] ? (verb, rest) : throw new FormatException(line);
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = question < 0 ? (target, "") : (target[..question], target[(question + 1)..]);
        return new ApiCall(method, "", path, query, body.Length == 0 ? null : JsonElement.Parse(body))
        {
            Headers = CallHeaders.Of(
                headers.Select(header => header.Split(": ", 2)).ToDictionary(header => header[0], header => header[1]), ""),
        };
    }

    /// <summary>Why the case does not concern a database; null when it does.</summary>
    public string? SkipReason(GoldenDatabase database) => Read($"{database.Name}.skip.txt");

    /// <summary>What the folder says.</summary>
    public GoldenAnswer Expected(GoldenDatabase database) =>
        new(Read($"{database.Name}.sql"), Read($"{database.Name}.{EveryFailure}") ?? Read(EveryFailure));

    /// <summary>Makes the folder say what happens now.</summary>
    public void Write(IReadOnlyList<(GoldenDatabase Database, GoldenAnswer Answer)> answers)
    {
        var failure = answers.Select(entry => entry.Answer.Failure).Distinct().ToArray() is [{ } same] ? same : null;
        Write(EveryFailure, failure);
        foreach (var (database, answer) in answers)
        {
            Write($"{database.Name}.sql", answer.Sql);
            Write($"{database.Name}.{EveryFailure}", failure is null ? answer.Failure : null);
        }
    }

    private string? Read(string file) => Path.Combine(folder, file) is var path && File.Exists(path) ? File.ReadAllText(path) : null;

    private void Write(string file, string? text)
    {
        var path = Path.Combine(folder, file);
        if (text is null) File.Delete(path);
        else File.WriteAllText(path, text);
    }
}
