using Relata.Databases.MySql.Sessions;
using Relata.Introspection;

namespace Relata.Databases.MySql.Catalog;

/// <summary>Looks whether what <c>information_schema</c> says has changed, on a connection of its own.</summary>
/// <remarks>
/// MariaDB counts no changes, and what changes back would look unchanged. So a look is held against what was read last,
/// and counts where it differs.
/// </remarks>
/// <param name="reader">Reads the catalogue for those who serve it.</param>
/// <param name="address">Where the server is, and the database that is exposed when none is named.</param>
/// <param name="options">How long anything may take.</param>
/// <param name="time">The clock.</param>
public sealed class MySqlSchemaWatch(
    MySqlCatalogReader reader, MySqlAddress address, MySqlSessionOptions options, TimeProvider time) : ISchemaWatch
{
    private MySqlSession? session;
    private long changes;

    /// <inheritdoc/>
    public async ValueTask<string> MarkAsync(IReadOnlyList<string> schemas, CancellationToken stop)
    {
        try
        {
            var asked = session ??= await MySqlSession.OpenAsync(address, options, time, stop);
            IReadOnlyList<string> named = schemas.Count == 0 ? [address.Database] : schemas;
            var found = await asked.DoAsync(limit => HashAsync(asked, named, limit), stop);
            if (found != reader.LastRead) changes++;
            return $"{found} {changes}";
        }
        catch
        {
            Leave();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask WaitAsync(TimeSpan longest, CancellationToken stop) => await Task.Delay(longest, time, stop);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Leave();
        return ValueTask.CompletedTask;
    }

    private static async Task<string> HashAsync(
        MySqlSession session, IReadOnlyList<string> schemas, StatementLimit limit)
    {
        using var hash = new CatalogHash();
        foreach (var schema in schemas)
        {
            foreach (var query in CatalogQuery.All)
            {
                await MySqlCatalogReader.EachAsync(
                    session, CatalogQuery.Read(query), schema, limit, row => hash.Add(query, row));
            }
        }

        return hash.End();
    }

    private void Leave()
    {
        session?.Close();
        session = null;
    }
}
