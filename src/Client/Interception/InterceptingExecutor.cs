using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Relata.Client.Results;
using Relata.Model.Failures;
using Relata.Model.Requests;

namespace Relata.Client.Interception;

/// <summary>Lets interceptors and processors see what goes to another executor and what comes back.</summary>
/// <param name="Inner">The executor; whoever made it disposes it.</param>
internal sealed record InterceptingExecutor(IRequestExecutor Inner) : IRequestExecutor
{
    /// <summary>They see a request one after the other.</summary>
    public ImmutableArray<Interceptor> Interceptors { get; init; } = [];

    /// <summary>They see a row one after the other.</summary>
    public ImmutableArray<RowProcessor> Processors { get; init; } = [];

    /// <summary>What is known about whoever asks.</summary>
    public RequestContext Context { get; init; } = RequestContext.Empty;

    /// <inheritdoc/>
    public async Task<Stream> ExecuteAsync(Batch batch, CancellationToken stop)
    {
        var requests = new List<Request>(batch.Requests.Count);
        foreach (var request in batch.Requests) requests.Add(await InterceptAsync(request, stop));
        var answer = await Inner.ExecuteAsync(batch with { Requests = requests }, stop);
        if (Processors.IsEmpty || requests is not [.., var last]) return answer;
        return batch.AnswersEach
            ? await ProcessEachAsync(answer, requests, stop)
            : await ProcessAsync(answer, last, stop);
    }

    /// <inheritdoc/>
    public Task<Stream> ExecSqlAsync(RawSql statement, CancellationToken stop) =>
        Interceptors.IsEmpty && Processors.IsEmpty
            ? Inner.ExecSqlAsync(statement, stop)
            : throw new Failure(
                FailureCode.Forbidden, "A statement in a database's own words passes no interceptors and processors.")
                .AsException();

    /// <summary>Nothing: the executor belongs to the client that it was made for.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async ValueTask<Request> InterceptAsync(Request request, CancellationToken stop)
    {
        foreach (var interceptor in Interceptors) request = await interceptor(request, Context, stop);
        return request;
    }

    private async Task<Stream> ProcessAsync(Stream answer, Request request, CancellationToken stop)
    {
        var processed = new MemoryStream();
        await JsonSerializer.SerializeAsync(processed, RowsAsync(answer, request, stop), ColumnJson.Options, stop);
        processed.Position = 0;
        return processed;
    }

    private async Task<Stream> ProcessEachAsync(Stream answer, List<Request> requests, CancellationToken stop)
    {
        await using var _ = answer;
        var results = await RowStream.ReadEachAsync(answer, stop);
        var processed = results.Select((result, i) => result.Rows
            .Select(row => Process(row.Json, requests[i]))
            .OfType<JsonObject>());
        return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(processed, ColumnJson.Options));
    }

    private async IAsyncEnumerable<JsonObject> RowsAsync(
        Stream answer, Request request, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var json in RowStream.ReadAsync(answer, stop))
            if (Process(json, request) is { } row) yield return row;
    }

    private JsonObject? Process(JsonElement json, Request request)
    {
        var row = JsonObject.Create(json);
        foreach (var processor in Processors) row = row is null ? null : processor(request, row);
        return row;
    }
}
