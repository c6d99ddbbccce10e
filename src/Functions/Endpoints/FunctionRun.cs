using Relata.Databases.Contract;
using Relata.Dialects.Contract;
using Relata.Dialects.Functions;
using Relata.Execution;
using Relata.Formats;
using Relata.Model.Failures;

namespace Relata.Functions.Endpoints;

/// <summary>Runs endpoints: a read as a stream, what may write in a transaction that is committed before the answer.
/// </summary>
/// <param name="database">Where they run.</param>
/// <param name="options">How they are served.</param>
/// <param name="time">The clock.</param>
internal sealed class FunctionRun(Database database, FunctionOptions options, TimeProvider time)
{
    private static readonly Envelope List = new(200, EnvelopeShape.Array);

    private readonly Executor executor =
        new(new ScriptCache(database.Compiler, database.Sessions), database.Sessions, time);

    /// <summary>Runs an endpoint once.</summary>
    /// <exception cref="FailureException">The answer is "no".</exception>
    public async ValueTask<Answer> RunAsync(
        FunctionEndpoint endpoint, ScriptRun run, IFormat format, CancellationToken stop)
    {
        if (endpoint is RoutineEndpoint)
        {
            var json = endpoint.MayWrite
                ? await TransactAsync(run, ReadJsonAsync, stop)
                : await ReadAsync(run, ReadJsonAsync, stop);
            return AnswerOf(endpoint, json);
        }

        if (endpoint.MayWrite)
            return await TransactAsync(run, (rows, stop) => GatherAsync(rows, run, format, stop), stop);
        var rows = await database.Sessions.ReadAsync(run, stop);
        return await StreamAsync(rows, run, format, stop);
    }

    private ValueTask<T> TransactAsync<T>(
        ScriptRun run, Func<Rows, CancellationToken, ValueTask<T>> read, CancellationToken stop) =>
        executor.TransactAsync(
            schemaVersion: 0,
            run.Caller,
            async transaction =>
            {
                await using var rows = await transaction.RunAsync(run, stop);
                var result = await read(rows, stop);
                await rows.EndAsync(stop);
                return result;
            },
            isRehearsal: false,
            stop);

    private async ValueTask<T> ReadAsync<T>(
        ScriptRun run, Func<Rows, CancellationToken, ValueTask<T>> read, CancellationToken stop)
    {
        await using var rows = await database.Sessions.ReadAsync(run, stop);
        return await read(rows, stop);
    }

    private static async ValueTask<ReadOnlyMemory<byte>> ReadJsonAsync(Rows rows, CancellationToken stop)
    {
        var cell = new TextCell();
        if (await rows.NextResultAsync(stop) && await rows.NextRowAsync(stop)) rows.WriteCell(0, cell);

        // The end is read too: a result that is left before its end has to be cancelled.
        await rows.NextRowAsync(stop);
        return cell.Written;
    }

    private Answer AnswerOf(FunctionEndpoint endpoint, ReadOnlyMemory<byte> json)
    {
        try
        {
            return FunctionAnswers.ToAnswer(FunctionAnswer.Read(json, options.KeepControlKeys));
        }
        catch (BadAnswerException e)
        {
            throw new Failure(
                FailureCode.FunctionFailed,
                $"What the function \"{endpoint.File.Function}\" answered cannot be sent: {e.Message}.")
                .AsException(e);
        }
    }

    private static async ValueTask<Answer> StreamAsync(
        Rows rows, ScriptRun run, IFormat format, CancellationToken stop)
    {
        try
        {
            if (run.Prepared.Script.Layout is not { } layout)
            {
                await rows.EndAsync(stop);
                await rows.DisposeAsync();
                return new Answer(204, null, null);
            }

            await rows.NextResultAsync(stop);
            var body = new ListBody(format, List, new ReadResult(rows, layout, null, 0, null));
            return new Answer(List.Status, format.ContentType, body);
        }
        catch
        {
            await rows.DisposeAsync();
            throw;
        }
    }

    private async ValueTask<Answer> GatherAsync(
        Rows rows, ScriptRun run, IFormat format, CancellationToken stop)
    {
        if (run.Prepared.Script.Layout is not { } layout) return new Answer(204, null, null);
        var buffer = new Utf8Buffer();
        try
        {
            var (writer, count) = (format.Open(EnvelopeShape.Array, buffer), 0);
            writer.Start();
            writer.Enter(layout);
            await rows.NextResultAsync(stop);
            for (; await rows.NextRowAsync(stop); count++)
            {
                writer.Write(rows);
                if (buffer.Length > options.MaxHeldBytes) throw TooMuch();
            }

            writer.End();
            return new Answer(List.Status, format.ContentType, new BufferedBody(buffer, count));
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    private FailureException TooMuch() => new Failure(
        FailureCode.LimitExceeded, $"The rows take more than the {options.MaxHeldBytes} bytes that are held here.")
        .AsException();
}
