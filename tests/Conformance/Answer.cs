using System.Text;
using Relata.Support;

namespace Relata.Conformance;

/// <summary>What the server answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">Every header, by its name in any case.</param>
/// <param name="Bytes">The body.</param>
public sealed record Answer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Bytes)
{
    private static readonly UTF8Encoding Strict =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The body as text; no UTF-8 is a failure of the test.</summary>
    public string Body => Strict.GetString(Bytes);

    /// <summary>A header's value; null when it is missing.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>Takes over a message.</summary>
    public static async Task<Answer> FromAsync(HttpResponseMessage message, CancellationToken stop)
    {
        var headers = message.Headers.Concat(message.Content.Headers)
            .ToDictionary(
                header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer((int)message.StatusCode, headers, await message.Content.ReadAsByteArrayAsync(stop));
    }
}

/// <summary>What is expected of answers.</summary>
[ShouldlyMethods]
public static class AnswerAssertions
{
    private static readonly string[] SqlAndDriver =
        ["SELECT ", "INSERT INTO", "UPDATE \"", "DELETE FROM", "Npgsql", "SQLite Error", "Exception"];

    /// <summary>Holds when status and body are these, the body to the byte, and it is sent as JSON.</summary>
    public static async Task<Answer> ShouldAnswer(this Task<Answer> asking, int status, string body)
    {
        var answer = await asking;
        answer.Body.ShouldBeJson(body);
        answer.Status.ShouldBe(status);
        answer.Header("Content-Type").ShouldBe("application/json");
        return answer;
    }

    /// <summary>Holds when the answer is a success without a body.</summary>
    public static async Task<Answer> ShouldAnswerNothing(this Task<Answer> asking)
    {
        var answer = await asking;
        answer.Body.ShouldBe("");
        answer.Status.ShouldBe(204);
        answer.Header("Content-Type").ShouldBeNull();
        return answer;
    }

    /// <summary>Holds when the answer is this problem, to the byte.</summary>
    /// <param name="asking">The request.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The failure's public name.</param>
    /// <param name="detail">The sentence.</param>
    /// <param name="hint">The hint; null when there is none.</param>
    /// <param name="at">The position as <c>part offset length</c>; null when there is none.</param>
    public static async Task<Answer> ShouldFail(
        this Task<Answer> asking, int status, string code, string detail, string? hint = null, string? at = null)
    {
        var answer = await asking.ShouldFail(status, code);
        var place = at?.Split(' ') is [var part, var offset, var length]
            ? $$""","at":{"part":"{{part}}","offset":{{offset}},"length":{{length}}}"""
            : "";
        var advice = hint is null ? "" : $",\"hint\":{Quoted(hint)}";
        var title = char.ToUpperInvariant(code[0]) + code[1..].Replace('-', ' ');
        answer.Body.ShouldBeJson(
            $$"""{"type":"urn:relata:failure:{{code}}","title":"{{title}}","status":{{status}},"detail":{{Quoted(detail)}},"code":"{{code}}"{{advice}}{{place}}}""");
        return answer;
    }

    /// <summary>
    /// Holds when the answer is a problem of this kind. How a database's constraint is worded is its own affair, but
    /// nothing of the SQL or of the driver may show.
    /// </summary>
    public static async Task<Answer> ShouldFail(this Task<Answer> asking, int status, string code)
    {
        var answer = await asking;
        var problem = answer.Body.ShouldBeJson();
        ((string?)problem["code"]).ShouldBe(code, answer.Body);
        answer.Status.ShouldBe(status);
        ((int?)problem["status"]).ShouldBe(status);
        answer.Header("Content-Type").ShouldBe("application/problem+json");
        foreach (var word in SqlAndDriver)
            answer.Body.ShouldNotContain(word, Case.Sensitive);
        return answer;
    }

    private static string Quoted(string text) =>
        $"\"{string.Concat(text.Select(letter => letter switch
        {
            '"' or '\\' => $"\\{letter}",
            < ' ' => $"\\u{(int)letter:x4}",
            _ => letter.ToString(),
        }))}\"";
}
