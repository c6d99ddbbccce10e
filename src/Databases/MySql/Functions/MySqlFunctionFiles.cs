using Relata.Databases.Contract.Functions;
using Relata.Databases.MySql.Sessions;
using Relata.Model.Failures;

namespace Relata.Databases.MySql.Functions;

/// <summary>Files of SQL on MariaDB: queries, and stored functions that take and return JSON.</summary>
/// <param name="sessions">The connections.</param>
internal sealed class MySqlFunctionFiles(MySqlSessionSource sessions) : IFunctionRegistry
{
    /// <inheritdoc/>
    public SqlLexis Lexis { get; } = new()
    {
        Backticks = true,
        Backslashes = true,
        HashComments = true,
        CompoundBodies = true,

        // The driver makes a parameter of a variable where it prepares a statement, and it prepares queries.
        OtherParameters = "?@",
    };

    /// <inheritdoc/>
    public async ValueTask<DescribedQuery> DescribeAsync(QueryDraft draft, CancellationToken stop)
    {
        var query = new MySqlQuery(draft);
        try
        {
            return await sessions.WithAsync(query.DescribeAsync, stop);
        }
        catch (FailureException e) when (MySqlRejection.IsAboutSql(e))
        {
            throw MySqlRejection.Of(e, query.Text, place => draft.OffsetOf(place, MySqlQuery.Placeholder));
        }
    }

    /// <inheritdoc/>
    public async ValueTask<CreatedFunction> CreateAsync(FunctionDraft draft, CancellationToken stop)
    {
        var routine = new MySqlRoutine(draft);
        try
        {
            return await sessions.WithAsync(routine.CreateAsync, stop);
        }
        catch (FailureException e) when (MySqlRejection.IsAboutSql(e))
        {
            throw MySqlRejection.Of(e, routine.Text, routine.OffsetOf);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DropAsync(CreatedFunction function, CancellationToken stop)
    {
        try
        {
            await sessions.WithAsync(
                (session, stop) => MySqlRoutine.DropAsync(session, function, stop), stop);
        }
        catch (FailureException e) when (MySqlRejection.IsAboutSql(e))
        {
            throw MySqlRejection.Of(e, "", static _ => 0);
        }
    }
}
