using Relata.Dialects.Functions;
using Relata.Formats;
using Relata.Model.Callers;
using Relata.Model.Failures;

namespace Relata.Functions.Endpoints;

/// <summary>Answers calls: finds the endpoint, and runs it again where it met a change.</summary>
/// <param name="collection">The files.</param>
/// <param name="run">Runs endpoints.</param>
internal sealed class FunctionCalls(QueryCollection collection, FunctionRun run)
{
    private const int Tries = 3;

    /// <summary>Answers a call.</summary>
    public async ValueTask<Answer> AnswerAsync(
        string path,
        string method,
        FunctionArgument argument,
        IFormat format,
        Caller? caller,
        CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            var endpoint = Enter(path, method);
            try
            {
                var bound = endpoint.Bind(argument) with { Caller = caller, NeedsPrimary = attempt > 1 };
                return await run.RunAsync(endpoint, bound, format, stop);
            }
            catch (FailureException e) when (IsOfOperator(e.Failure))
            {
                if (attempt == Tries || !await MayFitAsync(endpoint, e.Failure.Code, attempt, stop))
                    throw Failed(endpoint, e);
            }
            catch (FailureException e) when (e.Failure.Code is FailureCode.Forbidden && !endpoint.MayWrite)
            {
                // The function may write by now, and its file says so.
                if (attempt == Tries || !await collection.IsReplacedAsync(endpoint, stop)) throw;
            }
            finally
            {
                endpoint.Leave();
            }
        }
    }

    /// <summary>
    /// What a caller's own request cannot bring about: the SQL does not fit the database, now or for good.
    /// </summary>
    private static bool IsOfOperator(Failure failure) => failure.Code is FailureCode.SchemaChanged
        or FailureCode.NotApplicable or FailureCode.Internal or FailureCode.GeneratedColumn;

    /// <summary>
    /// Whether the next try may meet something else: only then, since a call that fails may have been a long one.
    /// </summary>
    private async ValueTask<bool> MayFitAsync(
        FunctionEndpoint endpoint, FailureCode code, int attempt, CancellationToken stop)
    {
        if (code is FailureCode.SchemaChanged)
        {
            if (endpoint is QueryEndpoint) await collection.RefreshAsync(endpoint, stop);
            return true;
        }

        if (code is not FailureCode.NotApplicable || endpoint is not RoutineEndpoint) return false;

        // The function is another one by now, or a standby has yet to hear of it.
        return await collection.IsReplacedAsync(endpoint, stop) || (attempt == 1 && !endpoint.MayWrite);
    }

    private static FailureException Failed(FunctionEndpoint endpoint, FailureException cause) => new Failure(
        FailureCode.FunctionFailed,
        $"The function \"{endpoint.File.Function}\" failed; the operator finds the reason in the log.")
        .AsException(cause.InnerException ?? cause);

    private FunctionEndpoint Enter(string path, string method)
    {
        while (true)
        {
            var endpoint = Find(path, method);
            if (endpoint.TryEnter()) return endpoint;
        }
    }

    private FunctionEndpoint Find(string path, string method)
    {
        var table = collection.Table;
        var methods = table.Find(path) ?? throw FunctionRefusals.NoMount(path, "", table.Mounts).AsException();
        return methods.For(method) ?? throw FunctionRefusals.NotPossible(method, methods.Allowed).AsException();
    }
}
