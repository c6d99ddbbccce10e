using System.Text.Json;

namespace Relata.Conformance.Hostile;

/// <summary>Whether an answer is one that may be given to a hostile request.</summary>
internal static class HostileVerdict
{
    /// <summary>
    /// Kestrel's largest request line, which it refuses without a body (KestrelServerLimits.MaxRequestLineSize).
    /// </summary>
    private const int LongestLine = 8192;

    private const string LinesOfJson = "application/x-ndjson";
    private const string Metrics = "text/plain; version=0.0.4; charset=utf-8";
    private const string Csv = "text/csv; charset=utf-8";

    /// <summary>What is wrong with an answer; null when it is as it should be.</summary>
    public static string? Find(HostileRequest request, Answer answer)
    {
        try
        {
            return answer.Status switch
            {
                >= 200 and < 300 when request.MustFail => "succeeded where only a refusal is right",
                304 when request.Headers.Any(line => line.StartsWith("If-None-Match:", StringComparison.Ordinal)) =>
                    answer.Bytes.Length == 0 ? null : "has a body with 304",
                201 when answer.Bytes.Length == 0 && request.Headers.Any(line => line.Contains("return=minimal", StringComparison.Ordinal)) => null,
                204 => answer.Bytes.Length == 0 ? null : "has a body with 204",
                >= 200 and < 300 => Success(request, answer),
                414 when request.Target.Length > LongestLine - 100 => null,
                >= 400 and < 500 when request.MustSucceed => "was refused where only a success is right",
                >= 400 and < 500 => Refusal(request, answer),
                _ => "is neither a success nor a refusal",
            };
        }
        catch (Exception cause) when (cause is JsonException or ArgumentException or InvalidOperationException or KeyNotFoundException)
        {
            return $"has a body that is not well formed: {cause.Message}";
        }
    }

    private static string? Success(HostileRequest request, Answer answer)
    {
        if (answer.Header("Content-Type") is Metrics) return null;
        if (answer.Header("Content-Type") is not ("application/json" or LinesOfJson or Csv)) return "is of no known format";
        if (request.Method == "HEAD") return answer.Bytes.Length == 0 ? null : "has a body for HEAD";
        if (answer.Header("Content-Type") == Csv) return answer.Body.EndsWith("\r\n", StringComparison.Ordinal) ? null : "ends amid a line";
        var text = answer.Header("Content-Type") == LinesOfJson ? ArrayOf(answer.Body) : answer.Body;
        using var body = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 128 });
        var root = body.RootElement;
        if (root.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)) return "is neither an object nor an array";
        var rows = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().ToArray() : [];
        if (request.Target.EndsWith("/:batch?results=all", StringComparison.Ordinal))
            rows = [.. rows.SelectMany(result => result.EnumerateArray())];
        if (!rows.All(row => row.ValueKind == JsonValueKind.Object)) return "holds something that is no row";
        if (request.Expected is not { } expected) return null;
        if (request.Method is "GET" or "QUERY") return text == expected ? null : $"is not {Short(expected)}";
        var actual = (root.ValueKind == JsonValueKind.Array ? root[0] : root).GetProperty("words").GetString();
        return actual == expected ? null : $"is not {Short(expected)}";
    }

    private static string ArrayOf(string lines) =>
        $"[{string.Join(',', lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))}]";

    private static string? Refusal(HostileRequest request, Answer answer)
    {
        if (request.Method == "HEAD") return answer.Bytes.Length == 0 ? null : "has a body for HEAD";

        // The web server itself refuses what is no HTTP, before Relata sees it.
        if (answer.Bytes.Length == 0)
            return answer.Status is 400 or 413 or 414 or 417 or 431 || !request.Target.StartsWith('/') ? null : "says nothing";
        if (request.Target.StartsWith("/ex/", StringComparison.Ordinal)) return RefusalOfEx(request, answer);
        if (answer.Header("Content-Type") != "application/problem+json") return "is no problem";
        using var body = JsonDocument.Parse(answer.Body);
        var problem = body.RootElement;
        if (problem.GetProperty("status").GetInt32() != answer.Status) return "contradicts its status";
        if (problem.GetProperty("code").GetString() is not { Length: > 0 } code) return "has no code";
        if (problem.GetProperty("type").GetString() != $"urn:relata:failure:{code}") return "has another type than code";
        if (problem.GetProperty("detail").GetString() is not { Length: > 0 }) return "says nothing";
        if (answer.Status == 405 && answer.Header("Allow") is null) return "does not say what is allowed";
        return request.Target.StartsWith('/') && problem.TryGetProperty("at", out var at)
            ? Place(request, at)
            : null;
    }

    private static string? RefusalOfEx(HostileRequest request, Answer answer)
    {
        if (answer.Header("Content-Type") != "application/json") return "is no error";
        using var body = JsonDocument.Parse(answer.Body);
        var error = body.RootElement;
        if (error.GetProperty("error_code").GetInt32() != answer.Status) return "contradicts its status";
        if (error.GetProperty("error_message").GetString() is not { Length: > 0 }) return "says nothing";
        if (error.GetProperty("code").GetString() is not { Length: > 0 }) return "has no code";
        if (answer.Status == 405 && answer.Header("Allow") is null) return "does not say what is allowed";
        return error.TryGetProperty("at", out var at) ? Place(request, at) : null;
    }

    private static string? Place(HostileRequest request, JsonElement at)
    {
        var target = request.Target;
        var (offset, length) = (at.GetProperty("offset").GetInt32(), at.GetProperty("length").GetInt32());
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var longest = at.GetProperty("part").GetString() switch
        {
            "path" => question < 0 ? target.Length : question,
            "query" => question < 0 ? 0 : target.Length - question - 1,
            "body" => request.Body?.Length ?? 0,

            // What a header says is counted in its letters, of which there are no more than bytes.
            ['h', 'e', 'a', 'd', 'e', 'r', ' ', .. var header] =>
                request.Headers.Where(line => line.StartsWith(header, StringComparison.Ordinal)).Sum(line => line.Length),

            // What stands in a request of a batch was written as JSON, with its escapes.
            ['r', 'e', 'q', 'u', 'e', 's', 't', 's', '[', ..] => request.Body?.Length ?? 0,
            var other => throw new ArgumentException($"There is no part \"{other}\"."),
        };
        return offset >= 0 && length >= 0 && offset + length <= longest ? null : "points outside of what was sent";
    }

    private static string Short(string text) => text.Length > 500 ? $"{text[..500]}…" : text;
}
