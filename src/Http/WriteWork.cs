using System.Globalization;
using Relata.Dialects.Contract;
using Relata.Execution;
using Relata.Formats;
using Relata.Http.Calls;
using Relata.Model.Failures;
using Relata.Planning.Plans;

namespace Relata.Http;

/// <summary>
/// A write on its way: what it does in a transaction, as often as that is tried, and then its answer.
/// </summary>
/// <param name="plan">What is written.</param>
/// <param name="conditions">What the call demands of the row as it is; null for nothing.</param>
/// <param name="format">How rows are answered.</param>
/// <param name="call">What the answer looks like, and the terms on which is written.</param>
internal sealed class WriteWork(Plan plan, Preconditions? conditions, IFormat format, ParsedCall call) : IDisposable
{
    private readonly WrittenRows written = new(format, call.Envelope, plan);

    /// <summary>
    /// How often a row that is neither met nor inserted is looked for: it came in between, or it is one that is not
    /// seen.
    /// </summary>
    private const int Looks = 3;

    /// <summary>Writes.</summary>
    /// <returns>How many rows were changed.</returns>
    /// <exception cref="FailureException">Nothing may stay of the transaction.</exception>
    public async ValueTask<long> RunAsync(Transaction transaction, CancellationToken stop)
    {
        var changed = await ChangeAsync(transaction, stop);
        written.RequireChanged(changed);
        if (call.Terms.MaxAffected is { } most && changed > most) throw TooMany(changed, most);
        await written.ReadBackAsync(transaction, stop);
        return changed;
    }

    private async ValueTask<long> ChangeAsync(Transaction transaction, CancellationToken stop)
    {
        for (var look = 1; ; look++)
        {
            // Where the caller's conditions hold for no row, one that came since then is not to be changed.
            var isThere = plan.Before is not { } before || await RequireAsync(transaction, before, stop);
            if (isThere || plan.IfAbsent is null)
            {
                var changed = await WriteAsync(transaction, plan, stop);
                if (written.Deleted is { } row) conditions!.Require(row);
                if (!IsMissing(changed)) return changed;
            }

            if (plan.IfAbsent is not { Insert: { } insert } || look == Looks)
                throw (await WhyMissingAsync(transaction, stop)).AsException();
            if (await CreateAsync(transaction, insert, stop) is > 0 and var created) return created;
        }
    }

    /// <summary>
    /// PostgreSQL leaves alone who holds the key, but refuses the row if it meets another unique value of the same new
    /// row first (https://www.postgresql.org/docs/current/sql-insert.html#SQL-ON-CONFLICT).
    /// </summary>
    private async ValueTask<long> CreateAsync(Transaction transaction, InsertPlan insert, CancellationToken stop)
    {
        try
        {
            return await WriteAsync(transaction, insert, stop);
        }
        catch (FailureException e) when (e.Failure.Code == FailureCode.UniqueViolation)
        {
            throw (e.Failure with { MayBeRace = true }).AsException(e.InnerException);
        }
    }

    private ValueTask<long> WriteAsync(Transaction transaction, Plan write, CancellationToken stop)
    {
        written.AreCreated = write.Inserts;
        return transaction.WriteAsync(write, (rows, layouts) => written.ConsumeAsync(rows, layouts, stop), stop);
    }

    private bool IsMissing(long changed) => call.Envelope.Shape switch
    {
        EnvelopeShape.Row => written.Count == 0,
        EnvelopeShape.NothingForRow => changed == 0 && written.Count == 0,
        EnvelopeShape.Array or EnvelopeShape.Nothing or EnvelopeShape.MaybeRow => false,
    };

    /// <summary>The answer, which owns the rows from now on.</summary>
    public Answer ToAnswer() => written.ToAnswer();

    /// <summary>Frees the rows if no answer owns them.</summary>
    public void Dispose() => written.Dispose();

    /// <summary>
    /// Without a row the answer is the same as without the conditions, and these are passed over (RFC 9110, section
    /// 13.2.1), unless the row would be created.
    /// </summary>
    /// <returns>Whether there is a row.</returns>
    private async ValueTask<bool> RequireAsync(Transaction transaction, ReadPlan row, CancellationToken stop)
    {
        var found = await transaction.ReadAsync(row, stop);
        await using var rows = found.Rows;
        var isThere = await rows.NextRowAsync(stop);
        if (isThere) conditions!.Require(EntityTag.HashOfRow(row.Table, rows));
        else if (plan.IfAbsent is not null) conditions!.RequireNoRow();
        await rows.EndAsync(stop);
        return isThere;
    }

    /// <summary>
    /// A row that is there all the same was passed over because a column that only the database fills differs.
    /// </summary>
    private async ValueTask<Failure> WhyMissingAsync(Transaction transaction, CancellationToken stop)
    {
        var absent = plan.IfAbsent?.Refusal ?? (plan.Inserts ? NotStored() : ReadAnswer.NoSuchRow());
        if (plan.Unguarded is not { } byKey) return absent;
        var found = await transaction.ReadAsync(byKey, stop);
        await using var rows = found.Rows;
        return await rows.NextRowAsync(stop)
            ? plan.Refusal ?? new Failure(
                FailureCode.GeneratedColumn,
                "A column that only the database fills, or the key, holds another value than the one sent.")
            {
                Hint = "Leave such columns out, or send them as they were read.",
            }
            : absent;
    }

    private static Failure NotStored() =>
        new(FailureCode.DatabaseRefused, "The database stored no row: a trigger or a rule of the table kept it away.");

    /// <summary>Says that more rows would change than may.</summary>
    public static FailureException TooMany(long changed, long most) =>
        new Failure(FailureCode.TooManyAffected, string.Create(CultureInfo.InvariantCulture,
            $"The request would change {changed} rows, and its preference \"max-affected\" allows " +
            $"{most}.")).AsException();
}
