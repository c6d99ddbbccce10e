using System.Globalization;
using System.Text.Json;
using Relata.Model.Failures;

namespace Relata.Dialects.Contract;

/// <summary>
/// What batches have in common: their method, the object around their requests, and how many they are.
/// </summary>
public static class BatchBody
{
    /// <summary>The member that holds the requests.</summary>
    public const string Requests = "requests";

    /// <summary>The methods of a path at which batches are taken.</summary>
    public static IReadOnlyList<string> Methods { get; } = ["OPTIONS", "POST"];

    /// <summary>Refuses a call that is no POST.</summary>
    /// <exception cref="FailureException">It is none.</exception>
    public static void RequirePost(ApiCall call)
    {
        if (call.Method != "POST") throw Refusals.NotPossible(call, Methods).AsException();
    }

    /// <summary>The requests of a batch.</summary>
    /// <param name="body">The body, an object around them.</param>
    /// <param name="most">The most that there may be.</param>
    /// <exception cref="FailureException">It is no such object, or has more.</exception>
    public static IReadOnlyList<JsonElement> Read(JsonElement? body, int most)
    {
        if (body is not { ValueKind: JsonValueKind.Object } batch
            || !batch.TryGetProperty(Requests, out var requests)
            || requests.ValueKind != JsonValueKind.Array || batch.EnumerateObject().Count() > 1)
        {
            throw new Failure(
                FailureCode.MalformedBody, "A batch is an object with \"requests\", an array, and nothing else.")
                .AsException();
        }

        RequireAtMost(most, requests.GetArrayLength());
        return [.. requests.EnumerateArray()];
    }

    /// <summary>Refuses a batch that is too large.</summary>
    /// <param name="most">The most requests that it may have.</param>
    /// <param name="count">How many it has.</param>
    /// <exception cref="FailureException">It has more.</exception>
    public static void RequireAtMost(int most, int count)
    {
        if (count <= most) return;
        throw new Failure(FailureCode.LimitExceeded, string.Create(
            CultureInfo.InvariantCulture, $"The batch has {count} requests, and at most {most} are done at once."))
        {
            Hint = "limits.maxBatchRequests is the server's setting, SqlOptions.MaxBatchRequests that of a client " +
                "over SQL.",
        }.AsException();
    }

    /// <summary>The place of a request in its batch, and of something inside it.</summary>
    /// <param name="request">Its number, from 0.</param>
    /// <param name="inside">The place inside the request; null for the request itself.</param>
    public static Position Place(int request, Position? inside)
    {
        var part = string.Create(CultureInfo.InvariantCulture, $"{Requests}[{request}]");
        return inside is { } at ? at with { Part = $"{part}.{at.Part}" } : new Position(part, 0, 0);
    }
}
