using System.Runtime.CompilerServices;
using Relata.Databases.Contract;
using Relata.Dialects.Contract;
using Relata.Execution;
using Relata.Formats;
using Relata.Http.Calls;
using Relata.Model.Callers;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning.Plans;

namespace Relata.Http;

/// <summary>
/// The whole way of a call, from what was said to what is answered. Every stage may refuse; nothing else decides.
/// </summary>
/// <param name="engine">Request to rows.</param>
/// <param name="formats">Rows to bytes.</param>
/// <param name="options">What the operator set.</param>
public sealed class ApiPipeline(Engine engine, OfferedFormats formats, RelataOptions options)
{
    private readonly KnownCalls known = new();

    /// <summary>Answers a call, against one consistent view of the schema.</summary>
    /// <exception cref="FailureException">The answer is "no".</exception>
    public ValueTask<Answer> AnswerAsync(IDialect dialect, ApiCall call, CancellationToken stop) =>
        engine.RunAsync(schema => AnswerAsync(dialect, call, schema, stop), stop);

    private ValueTask<Answer> AnswerAsync(
        IDialect dialect, ApiCall call, DatabaseSchema schema, CancellationToken stop) =>
        known.Find(dialect, call, schema) is { } found
            ? ReadAsync(call, found, stop)
            : AnswerAnewAsync(dialect, call, schema, stop);

    private async ValueTask<Answer> AnswerAnewAsync(
        IDialect dialect, ApiCall call, DatabaseSchema schema, CancellationToken stop)
    {
        if (call.Method == "OPTIONS") return Answer.OfMethods(dialect.Methods(call, schema));
        if (dialect.ParseBatch(call) is { } batch)
        {
            if (Preconditions.Of(call) is { } about) throw NamesNoRow(about).AsException();
            return await AnswerAsync(batch, call.Caller, schema, stop);
        }

        if (dialect.ParseSql(call) is { } statement)
        {
            if (Preconditions.Of(call) is { } about) throw NamesNoRow(about).AsException();
            if (call.Caller is not null) throw IsNoCallers().AsException();
            return await RawAnswer.RunAsync(engine.Raw, statement, engine.Limits.MaxRows, stop);
        }

        var parsed = dialect.Parse(call, schema);
        var format = formats.For(parsed.Envelope.Suffix, call.Header("Accept"));
        var (plan, conditions) = PlanOf(call, parsed, schema);
        if (plan is not ReadPlan read || parsed.Request is not Read)
        {
            var work = new WriteWork(plan, conditions, format, parsed);
            return await WriteAsync(work, call.Caller, parsed.Terms.IsRehearsal, schema.Version, stop);
        }

        var planned = new PlannedRead(parsed, read, engine.Executor.ScriptOf(read, schema.Version));
        known.Keep(dialect, call, schema, planned);
        return await ReadAsync(call, planned, format, conditions, stop);
    }

    /// <summary>Answers a call that differs from one before in its values only.</summary>
    private ValueTask<Answer> ReadAsync(ApiCall call, PlannedRead read, CancellationToken stop)
    {
        var format = formats.For(read.Parsed.Envelope.Suffix, call.Header("Accept"));
        var request = read.Parsed.Request;
        return ReadAsync(call, read, format, ConditionsOf(call, ref request), stop);
    }

    // Nearly every read waits in here, and its state need not be made anew for each.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Answer> ReadAsync(
        ApiCall call, PlannedRead read, IFormat format, Preconditions? conditions, CancellationToken stop)
    {
        var (parsed, plan, prepared) = read;
        var result = await engine.Executor.ReadAsync(plan, prepared, call.Caller, parsed.NeedsPrimary, stop);
        var answer = await ReadAnswer.CreateAsync(format, parsed.Envelope, plan, result, stop);
        return conditions is null ? answer : await conditions.ApplyAsync(answer);
    }

    private async ValueTask<Answer> AnswerAsync(
        ParsedBatch batch, Caller? caller, DatabaseSchema schema, CancellationToken stop)
    {
        var work = new BatchWork(batch, (transaction, call, stop) => AnswerInAsync(transaction, call, schema, stop));
        await engine.Executor.TransactAsync(
            schema.Version, caller, transaction => work.RunAsync(transaction, stop), batch.Terms.IsRehearsal, stop);
        return work.ToAnswer();
    }

    /// <summary>Answers one call of a batch, in JSON.</summary>
    private async ValueTask<(Answer Answer, long Changed)> AnswerInAsync(
        Transaction transaction, BatchedCall batched, DatabaseSchema schema, CancellationToken stop)
    {
        var (call, parsed) = (batched.Call, batched.Parse(schema));
        var format = formats.For(suffix: null, accept: null);
        if (parsed.Envelope.Suffix is { } suffix && suffix != format.Suffix)
            throw new Failure(FailureCode.NotAcceptable, "Answers inside a batch are JSON.").AsException();
        var (plan, conditions) = PlanOf(call, parsed, schema);
        if (plan is ReadPlan read && parsed.Request is Read)
        {
            var result = await transaction.ReadAsync(read, stop);
            var answer = await ReadAnswer.CreateAsync(format, parsed.Envelope, read, result, stop);
            return (conditions is null ? answer : await conditions.ApplyAsync(answer), 0);
        }

        var work = new WriteWork(plan, conditions, format, parsed);
        try
        {
            var changed = await work.RunAsync(transaction, stop);
            return (work.ToAnswer(), changed);
        }
        catch
        {
            work.Dispose();
            throw;
        }
    }

    private (Plan Plan, Preconditions? Conditions) PlanOf(ApiCall call, ParsedCall parsed, DatabaseSchema schema)
    {
        var request = parsed.Request;
        var conditions = ConditionsOf(call, ref request);
        return (engine.Planner.Plan(request, schema), conditions);
    }

    /// <summary>The call's conditions. A write that has some needs its row read first.</summary>
    private Preconditions? ConditionsOf(ApiCall call, ref Request request)
    {
        var conditions = Preconditions.Of(call);
        var isMatched = conditions is { HasMatch: true };
        if (conditions is not null && !request.NamesOneRow && (isMatched || request is not Read))
            throw NamesNoRow(conditions).AsException();
        var creates = request is Update { CreatesAbsent: true } && conditions is { DemandsNoRow: true };
        if (!isMatched && !creates && options.RequireIfMatch
            && request is Update { Key: not null } or Delete { Key: not null } or UpdateEach)
        {
            throw new Failure(
                FailureCode.PreconditionRequired, "A row is changed only in the state that the caller knows.")
            {
                Hint = request is UpdateEach
                    ? "Change the rows one by one, each with its ETag in If-Match."
                    : "Send the row's ETag in If-Match.",
            }.AsException();
        }

        if (conditions is not null) request = request with { ReadsFirst = request.NamesOneRow };
        return conditions;
    }

    /// <summary>Says that a call has conditions, and no row that they could be about.</summary>
    internal static Failure NamesNoRow(Preconditions conditions) => new(
        FailureCode.NotApplicable,
        $"{(conditions.HasMatch ? "If-Match" : "If-None-Match")} is about one row, and this call names none.");

    /// <summary>Says that a statement of a caller's own, which could take any role back, is not run.</summary>
    private static Failure IsNoCallers() => new(
        FailureCode.NotApplicable, "Statements of callers are not run where calls have a role or settings.");

    private async ValueTask<Answer> WriteAsync(
        WriteWork work, Caller? caller, bool isRehearsal, int schemaVersion, CancellationToken stop)
    {
        try
        {
            await engine.Executor.TransactAsync(
                schemaVersion, caller, transaction => work.RunAsync(transaction, stop), isRehearsal, stop);
            return work.ToAnswer();
        }
        catch
        {
            work.Dispose();
            throw;
        }
    }
}
