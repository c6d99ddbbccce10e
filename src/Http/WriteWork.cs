using System.Globalization;
using Relata.Dialects.Contract;
using Relata.Execution;
using Relata.Formats;
using Relata.Http.Calls;
using Relata.Model.Failures;
using Relata.Planning.Plans;

namespace Relata.Http;

/// <summary>A write on its way: what it does in a transaction, as often as that is tried, and then its answer.</summary>
/// <param name="plan">What is written.</param>
/// <param name="conditions">What the call demands of the row as it is; null for nothing.</param>
/// <param name="format">How rows are answered.</param>
/// <param name="call">What the answer looks like, and the terms on which is written.</param>
internal sealed class WriteWork(Plan plan, Preconditions? conditions, IFormat format, ParsedCall call) : IDisposable
{
    private readonly WrittenRows written = new(format, call.Envelope, plan);

    /// <summary>Writes.</summary>
    /// <returns>How many rows were changed.</returns>
    /// <exception cref="FailureException">Nothing may stay of the transaction.</exception>
    public async ValueTask<long> RunAsync(Transaction transaction, CancellationToken stop)
    {
        if (plan.Before is { } before) await RequireAsync(transaction, before, stop);
        var changed = await transaction.WriteAsync(
            plan, (rows, layouts) => written.ConsumeAsync(rows, layouts, stop), stop);
        var missing = call.Envelope.Shape switch
        {
            EnvelopeShape.Row => written.Count == 0,
            EnvelopeShape.NothingForRow => changed == 0 && written.Count == 0,
            EnvelopeShape.Array or EnvelopeShape.Nothing or EnvelopeShape.MaybeRow => false,
        };
        if (missing) throw (await WhyMissingAsync(transaction, stop)).AsException();
        written.RequireChanged(changed);
        if (call.Terms.MaxAffected is { } most && changed > most) throw TooMany(changed, most);
        await written.ReadBackAsync(transaction, stop);
        return changed;
    }

    /// <summary>The answer, which owns the rows from now on.</summary>
    public Answer ToAnswer() => written.ToAnswer();

    /// <summary>Frees the rows if no answer owns them.</summary>
    public void Dispose() => written.Dispose();

    /// <summary>
    /// Without a row the answer is the same as without the conditions, and these are passed over (RFC 9110, section 13.2.1).
    /// </summary>
    private async ValueTask RequireAsync(Transaction transaction, ReadPlan row, CancellationToken stop)
    {
        var found = await transaction.ReadAsync(row, stop);
        await using var rows = found.Rows;
        if (await rows.NextRowAsync(stop)) conditions!.Require(EntityTag.HashOfRow(row.Table, rows));
        await rows.EndAsync(stop);
    }

    /// <summary>A row that is there all the same was passed over because a column that only the database fills differs.</summary>
    private async ValueTask<Failure> WhyMissingAsync(Transaction transaction, CancellationToken stop)
    {
        if (plan.Unguarded is not { } byKey) return ReadAnswer.NoSuchRow();
        var found = await transaction.ReadAsync(byKey, stop);
        await using var rows = found.Rows;
        return await rows.NextRowAsync(stop)
            ? plan.Refusal ?? new Failure(
                FailureCode.GeneratedColumn,
                "A column that only the database fills, or the key, holds another value than the one sent.")
            {
                Hint = "Leave such columns out, or send them as they were read.",
            }
            : ReadAnswer.NoSuchRow();
    }

    /// <summary>Says that more rows would change than may.</summary>
    public static FailureException TooMany(long changed, long most) =>
        new Failure(FailureCode.TooManyAffected, string.Create(CultureInfo.InvariantCulture,
            $"The request would change {changed} rows, and its preference \"max-affected\" allows {most}.")).AsException();
}
