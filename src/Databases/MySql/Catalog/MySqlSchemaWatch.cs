using System.Data;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Relata.Databases.MySql.Sessions;
using Relata.Databases.MySql.Types;
using Relata.Introspection;

namespace Relata.Databases.MySql.Catalog;

/// <summary>Looks whether what <c>information_schema</c> says has changed, on a connection of its own.</summary>
/// <param name="address">Where the server is, and the database that is exposed when none is named.</param>
/// <param name="options">How long anything may take.</param>
/// <param name="time">The clock.</param>
public sealed class MySqlSchemaWatch(MySqlAddress address, MySqlSessionOptions options, TimeProvider time)
    : ISchemaWatch
{
    private static readonly string[] Queries =
        ["tables.sql", "checks.sql", "columns.sql", "keys.sql", "foreign-keys.sql"];

    private MySqlSession? session;

    /// <inheritdoc/>
    public async ValueTask<string> MarkAsync(IReadOnlyList<string> schemas, CancellationToken stop)
    {
        try
        {
            var asked = session ??= await MySqlSession.OpenAsync(address, options, time, stop);
            IReadOnlyList<string> named = schemas.Count == 0 ? [address.Database] : schemas;
            return await asked.DoAsync(limit => MarkAsync(asked, named, limit), stop);
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

    private static async Task<string> MarkAsync(
        MySqlSession session, IReadOnlyList<string> schemas, StatementLimit limit)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var schema in schemas)
        {
            foreach (var query in Queries)
            {
                limit.Begins();
                await using var rows = await session.ReadAsync(
                    CatalogQuery.Read(query), [new BoundValue(DbType.String, schema)], limit.Stop);
                while (await rows.ReadAsync(limit.Stop))
                {
                    for (var i = 0; i < rows.FieldCount; i++)
                    {
                        // How many rows there seem to be changes all the time.
                        if (query == "tables.sql" && i == 2) continue;
                        var cell = rows.IsDBNull(i)
                            ? "\0"
                            : Convert.ToString(rows.GetValue(i), CultureInfo.InvariantCulture)!;
                        hash.AppendData(Encoding.UTF8.GetBytes(cell + "\u001f"));
                    }
                }
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private void Leave()
    {
        session?.Close();
        session = null;
    }
}
