using System.Runtime.CompilerServices;
using System.Text.Json;
using Relata.Model.Failures;

namespace Relata.Client.Results;

/// <summary>Rows out of an answer, one after the other while it arrives.</summary>
internal static class RowStream
{
    /// <summary>Reads the rows and disposes the answer.</summary>
    /// <exception cref="FailureException">The answer breaks off, or is no array of objects.</exception>
    public static async IAsyncEnumerable<JsonElement> ReadAsync(
        Stream answer, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var _ = answer;
        await using var rows = JsonSerializer
            .DeserializeAsyncEnumerable<JsonElement>(answer, ColumnJson.Options, stop)
            .GetAsyncEnumerator(stop);
        while (await NextAsync(rows)) yield return rows.Current;
    }

    /// <summary>Reads the results of several requests, an array of arrays.</summary>
    /// <exception cref="FailureException">The answer breaks off, or is no such array.</exception>
    public static async Task<IReadOnlyList<Result>> ReadEachAsync(Stream answer, CancellationToken stop)
    {
        try
        {
            var results = await JsonSerializer.DeserializeAsync<JsonElement[]>(answer, ColumnJson.Options, stop) ?? [];
            return results.All(IsRows)
                ? [.. results.Select(rows => new Result(rows))]
                : throw new JsonException("A result is an array of objects.");
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw Broken(e);
        }
        catch (JsonException e)
        {
            throw new Failure(FailureCode.Internal, "The answer is no whole array of results.").AsException(e);
        }
    }

    private static bool IsRows(JsonElement result) => result.ValueKind == JsonValueKind.Array
        && result.EnumerateArray().All(row => row.ValueKind == JsonValueKind.Object);

    private static FailureException Broken(Exception cause) => new Failure(
        FailureCode.UpstreamUnavailable, "The connection broke before the answer was whole.").AsException(cause);

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<JsonElement> rows)
    {
        try
        {
            return await rows.MoveNextAsync() && (rows.Current.ValueKind == JsonValueKind.Object
                ? true
                : throw new JsonException("A row is an object."));
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw Broken(e);
        }
        catch (JsonException e)
        {
            throw new Failure(FailureCode.Internal, "The answer is no whole array of rows.").AsException(e);
        }
    }
}
