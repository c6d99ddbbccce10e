using Microsoft.AspNetCore.Http;
using Relata.Dialects.Functions;
using Relata.Formats;
using Relata.Functions.Endpoints;
using Relata.Http.Calls;
using Relata.Model.Callers;
using QueryCollection = Relata.Functions.QueryCollection;

namespace Relata.Http.Functions;

/// <summary>Answers requests for files of SQL: finds the endpoint, and reads as much as that takes.</summary>
/// <param name="collection">The files.</param>
/// <param name="rows">The formats of rows.</param>
/// <param name="json">The format in which functions answer.</param>
public sealed class FunctionHandler(QueryCollection collection, OfferedFormats rows, IFormat json)
{
    private readonly OfferedFormats values = new([json]);

    /// <summary>The files.</summary>
    public QueryCollection Collection => collection;

    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="mount">The path of the dialect, for places.</param>
    /// <param name="target">What is asked for behind that.</param>
    /// <param name="caller">Who asks; null for the role of the connections to the database.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="Relata.Model.Failures.FailureException">The answer is "no".</exception>
    public async ValueTask<Answer> AnswerAsync(
        HttpRequest request, string mount, Target target, Caller? caller, CancellationToken stop)
    {
        var table = collection.Table;
        var methods = table.Find(target.Path)
            ?? throw FunctionRefusals.NoMount(target.Path, mount, table.Mounts).AsException();
        if (HttpMethods.IsOptions(request.Method)) return Answer.OfMethods(methods.Allowed);

        var endpoint = methods.For(request.Method)
            ?? throw FunctionRefusals.NotPossible(request.Method, methods.Allowed).AsException();
        string? accept = request.Headers.Accept.Count == 0 ? null : request.Headers.Accept.ToString();
        var format = (endpoint.AnswersRows ? rows : values).For(suffix: null, accept);
        // The sender leaves the body of a HEAD out.
        var method = HttpMethods.IsHead(request.Method) ? HttpMethods.Get : request.Method;
        using var argument = await ReadAsync(request, method, target.Query, endpoint, stop);
        return await collection.AnswerAsync(target.Path, method, argument, format, caller, stop);
    }

    private async ValueTask<FunctionArgument> ReadAsync(
        HttpRequest request, string method, string query, FunctionEndpoint endpoint, CancellationToken stop)
    {
        var limit = endpoint.Terms.Limit ?? collection.Options.MaxBodyBytes;
        if (HttpMethods.IsGet(method))
        {
            if (CallReader.MayHaveBody(request)) throw FunctionRefusals.BodyBesideQuery().AsException();
            if (query.Length > limit) throw FunctionRefusals.TooLarge(limit).AsException();
            return FunctionArgument.OfQuery(
                query, collection.Options.AlwaysArrays, takesStyle: !endpoint.AnswersRows);
        }

        if (query.Length > 0) throw FunctionRefusals.QueryBesideBody(method, query).AsException();
        return FunctionArgument.OfBody(await CallReader.ReadJsonTextAsync(request, limit, stop));
    }
}
