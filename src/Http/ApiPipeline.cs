using Relata.Dialects.Contract;
using Relata.Execution;
using Relata.Formats;
using Relata.Http.Calls;
using Relata.Introspection;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning;
using Relata.Planning.Plans;

namespace Relata.Http;

/// <summary>The whole way of a call, from what was said to what is answered. Every stage may refuse; nothing else decides.</summary>
/// <param name="live">The schema snapshot that is current.</param>
/// <param name="planner">Request to plan.</param>
/// <param name="executor">Plan to rows.</param>
/// <param name="formats">Rows to bytes.</param>
/// <param name="options">What the operator set.</param>
public sealed class ApiPipeline(
    LiveSchema live, Planner planner, Executor executor, OfferedFormats formats, RelataOptions options)
{
    private const int Tries = 3;

    /// <summary>
    /// Answers a call; from the start once more when it met tables that have changed, since nothing was stored or sent then.
    /// </summary>
    /// <exception cref="FailureException">The answer is "no".</exception>
    public async ValueTask<Answer> AnswerAsync(IDialect dialect, ApiCall call, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            var schema = live.Snapshot; // one consistent view for the whole call
            try
            {
                return await AnswerAsync(dialect, call, schema, stop);
            }
            catch (FailureException e) when (e.Failure.Code == FailureCode.SchemaChanged && attempt < Tries)
            {
                if (await live.ReloadAsync(schema, stop) == schema) throw;
            }
        }
    }

    private async ValueTask<Answer> AnswerAsync(
        IDialect dialect, ApiCall call, DatabaseSchema schema, CancellationToken stop)
    {
        if (call.Method == "OPTIONS") return Answer.OfMethods(dialect.Methods(call, schema));
        var (request, envelope) = dialect.Parse(call, schema);
        var format = formats.For(envelope.Suffix, call.Header("Accept"));
        var conditions = ConditionsOf(call, ref request);
        var plan = planner.Plan(request, schema);
        if (plan is not ReadPlan read || request is not Read)
            return await WriteAsync(plan, conditions, format, envelope, schema.Version, stop);
        var result = await executor.ReadAsync(read, schema.Version, stop);
        var answer = await ReadAnswer.CreateAsync(format, envelope, read, result, stop);
        return conditions is null ? answer : await conditions.ApplyAsync(answer);
    }

    /// <summary>The call's conditions. A write that has some needs its row read first.</summary>
    private Preconditions? ConditionsOf(ApiCall call, ref Request request)
    {
        var conditions = Preconditions.Of(call);
        var isMatched = conditions is { HasMatch: true };
        if (isMatched && !request.NamesOneRow)
            throw new Failure(FailureCode.NotApplicable, "If-Match is about one row, and this call names none.").AsException();
        if (!isMatched && options.RequireIfMatch && request is Update { Key: not null } or Delete { Key: not null })
        {
            throw new Failure(FailureCode.PreconditionRequired, "A row is changed only in the state that the caller knows.")
            {
                Hint = "Send the row's ETag in If-Match.",
            }.AsException();
        }

        if (conditions is not null) request = request with { ReadsFirst = request.NamesOneRow };
        return conditions;
    }

    private async ValueTask<Answer> WriteAsync(
        Plan plan,
        Preconditions? conditions,
        IFormat format,
        Envelope envelope,
        int schemaVersion,
        CancellationToken stop)
    {
        var written = new WrittenRows(format, envelope, plan);
        try
        {
            await executor.TransactAsync(schemaVersion, WorkAsync, isRehearsal: false, stop);
            if (envelope.Shape is EnvelopeShape.Array or EnvelopeShape.Row) return written.ToAnswer();
        }
        catch
        {
            written.Dispose();
            throw;
        }

        written.Dispose();
        return new Answer(envelope.Status, null, null);

        async ValueTask<long> WorkAsync(Transaction transaction)
        {
            if (plan.Before is { } before) await RequireAsync(transaction, before, conditions!, stop);
            var changed = await transaction.WriteAsync(
                plan, (rows, layouts) => written.ConsumeAsync(rows, layouts, stop), stop);
            var missing = envelope.Shape switch
            {
                EnvelopeShape.Row => written.Count == 0,
                EnvelopeShape.NothingForRow => changed == 0,
                EnvelopeShape.Array or EnvelopeShape.Nothing => false,
            };
            return missing ? throw (await WhyMissingAsync(transaction, plan, stop)).AsException() : changed;
        }
    }

    /// <summary>Without a row the answer is the same as without the conditions, and these are passed over (RFC 9110, section 13.2.1).</summary>
    private static async ValueTask RequireAsync(
        Transaction transaction, ReadPlan row, Preconditions conditions, CancellationToken stop)
    {
        var found = await transaction.ReadAsync(row, stop);
        await using var rows = found.Rows;
        if (await rows.NextRowAsync(stop)) conditions.Require(EntityTag.HashOfRow(row.Table, rows));
        await rows.EndAsync(stop);
    }

    /// <summary>A row that is there all the same was passed over because a column that only the database fills differs.</summary>
    private static async ValueTask<Failure> WhyMissingAsync(Transaction transaction, Plan plan, CancellationToken stop)
    {
        if (plan.Unguarded is not { } byKey) return ReadAnswer.NoSuchRow();
        var found = await transaction.ReadAsync(byKey, stop);
        await using var rows = found.Rows;
        return await rows.NextRowAsync(stop)
            ? new Failure(FailureCode.GeneratedColumn, "A column that only the database fills, or the key, holds another value than the one sent.")
            {
                Hint = "Leave such columns out, or send them as they were read.",
            }
            : ReadAnswer.NoSuchRow();
    }
}
