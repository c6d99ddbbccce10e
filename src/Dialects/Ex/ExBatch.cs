using System.Text.Json;
using Relata.Dialects.Contract;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Dialects.Ex;

/// <summary>
/// Reads <c>POST /:batch</c>: <c>{"requests":[{"action":"INSERT","resource":"resources","values":{"name":"a"}}]}</c>.
/// </summary>
/// <param name="options">What the operator set.</param>
internal sealed class ExBatch(ExOptions options)
{
    /// <summary>The batch that a call holds; null when it is none.</summary>
    public ParsedBatch? Read(ApiCall call)
    {
        if (ExRoute.LastOf(call).Text != ExRoute.Batch) return null;
        BatchBody.RequirePost(call);
        new ExHeaders(call).RefuseEach("a batch");
        var requests = Requests(call.Body);
        return new ParsedBatch([.. requests.Select(request => Entry(call, request))], WriteTerms.Usual)
        {
            Answer = WantsAll(call.Query) ? BatchAnswer.EveryBody : BatchAnswer.LastBody,
        };
    }

    /// <summary>The requests of such a call, read without a schema; null when it is none.</summary>
    public ExReading? ReadBlindly(ApiCall call)
    {
        if (Read(call) is not { } batch) return null;
        var requests = Requests(call.Body);
        return new ExReading(
            [.. requests.Select((request, i) => ReadBlindly(request, i))],
            IsBatch: true,
            AnswersEach: batch.Answer == BatchAnswer.EveryBody);
    }

    private Request ReadBlindly(JsonElement request, int index)
    {
        try
        {
            return Parse(request, schema: null).Request;
        }
        catch (FailureException e)
        {
            throw (e.Failure with { At = BatchBody.Place(index, e.Failure.At) }).AsException(e.InnerException);
        }
    }

    /// <summary>An array without the object around it is taken, too.</summary>
    private IReadOnlyList<JsonElement> Requests(JsonElement? body)
    {
        if (body is not { ValueKind: JsonValueKind.Array } array) return BatchBody.Read(body, options.MaxBatchRequests);
        BatchBody.RequireAtMost(options.MaxBatchRequests, array.GetArrayLength());
        return [.. array.EnumerateArray()];
    }

    private static bool WantsAll(string query)
    {
        bool? all = null;
        foreach (var pair in QueryScanner.Scan(query))
        {
            if (pair.Key.Text != "results")
                throw new Failure(FailureCode.UnknownOption, $"\"{pair.Key.Text}\" means nothing here.")
                {
                    At = pair.Key.At,
                    Hint = "Known here: results.",
                }.AsException();
            if (all is not null)
                throw new Failure(FailureCode.MalformedSyntax, "The option \"results\" is given twice.")
                {
                    At = pair.Key.At,
                }.AsException();
            all = pair.Value switch
            {
                "all" => true,
                "last" => false,
                _ => throw new Failure(FailureCode.BadValue, $"\"results\" is all or last, not \"{pair.Value}\".")
                {
                    At = pair.At,
                }.AsException(),
            };
        }

        return all ?? false;
    }

    private Func<IReadOnlyList<JsonElement>, BatchedCall> Entry(ApiCall outer, JsonElement request)
    {
        var call = new ApiCall("POST", outer.Mount, outer.Path, "", request);
        return _ => new BatchedCall(call, schema => Parse(request, schema));
    }

    private ParsedCall Parse(JsonElement request, DatabaseSchema? schema)
    {
        if (request.ValueKind != JsonValueKind.Object) throw Malformed("A request of a batch is an object.");
        var members = request.EnumerateObject().ToDictionary(member => member.Name, StringComparer.Ordinal);
        var action = Required(members, ExMember.Action).ToUpperInvariant() switch
        {
            ExActionName.Query => ExAction.Query,
            ExActionName.Delete => ExAction.Delete,
            ExActionName.Insert => ExAction.Insert,
            ExActionName.Update => ExAction.Update,
            var other => throw Malformed($"An action is QUERY, DELETE, INSERT or UPDATE, not \"{other}\"."),
        };
        var resource = new Name(Required(members, ExMember.Resource), null);
        var table = ExRoute.Find(resource, schema);
        if (!ExDialect.IsPossible(action, table))
        {
            throw new Failure(
                FailureCode.MethodNotAllowed, $"\"{resource.Text}\" takes no {action.ToString().ToUpperInvariant()}.")
            {
                Allow = BatchBody.Methods,
            }.AsException();
        }

        return new ExBatchRequest(new ExCommand(action, resource, table))
            .Read(members.Values)
            .ToCall(options.AllowsEveryRow);
    }

    private static string Required(Dictionary<string, JsonProperty> members, string name) =>
        members.TryGetValue(name, out var member)
            ? PayloadReader.Text(member)
            : throw Malformed($"A request of a batch has an \"{name}\".");

    private static FailureException Malformed(string message) =>
        new Failure(FailureCode.MalformedBody, message).AsException();
}
