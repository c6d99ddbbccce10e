namespace Relata.Databases.Contract.Functions;

/// <summary>What a database does with the operator's files of SQL.</summary>
/// <remarks>
/// What is wrong with the SQL arrives as a <see cref="SqlRejectedException"/>, every other trouble as a
/// <see cref="Relata.Model.Failures.FailureException"/>.
/// </remarks>
public interface IFunctionRegistry
{
    /// <summary>How SQL is read here.</summary>
    SqlLexis Lexis { get; }

    /// <summary>Finds out what a query takes and answers; runs nothing of it.</summary>
    ValueTask<DescribedQuery> DescribeAsync(QueryDraft draft, CancellationToken stop);

    /// <summary>
    /// Creates a function, or replaces it, as a whole or not at all. Calls that run end on the old version.
    /// </summary>
    ValueTask<CreatedFunction> CreateAsync(FunctionDraft draft, CancellationToken stop);

    /// <summary>
    /// Drops a function if it still is what was created from that file, and was not there before.
    /// </summary>
    ValueTask DropAsync(CreatedFunction function, CancellationToken stop);
}
