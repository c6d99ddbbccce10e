using System.Data;
using System.Data.Common;
using Relata.Databases.MySql.Sessions;
using Relata.Databases.MySql.Types;
using Relata.Introspection;
using Relata.Model.Failures;

namespace Relata.Databases.MySql.Catalog;

/// <summary>Reads what <c>information_schema</c> says of databases, in a fixed number of statements for each.</summary>
/// <param name="address">Where the server is, and the database that is exposed when none is named.</param>
/// <param name="options">How long anything may take.</param>
/// <param name="time">The clock.</param>
public sealed class MySqlCatalogReader(MySqlAddress address, MySqlSessionOptions options, TimeProvider time)
    : ICatalogReader
{
    private const string Exists = "SELECT COUNT(*) FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = @p0";

    /// <summary>What was read last, as a <see cref="CatalogHash"/>; null before that.</summary>
    internal string? LastRead { get; private set; }

    /// <inheritdoc/>
    public async ValueTask<Introspection.Catalog> ReadAsync(IReadOnlyList<string> schemas, CancellationToken stop)
    {
        IReadOnlyList<string> named = schemas.Count == 0 ? [address.Database] : schemas;
        var session = await MySqlSession.OpenAsync(address, options, time, stop);
        try
        {
            return await session.DoAsync(limit => ReadAsync(session, named, limit), stop);
        }
        finally
        {
            session.Close();
        }
    }

    private async Task<Introspection.Catalog> ReadAsync(
        MySqlSession session, IReadOnlyList<string> schemas, StatementLimit limit)
    {
        var rows = new MySqlCatalogRows(schemas);
        using var hash = new CatalogHash();
        foreach (var schema in schemas)
        {
            await EachAsync(session, Exists, schema, limit, row =>
            {
                if (row.GetInt64(0) == 0) throw Unknown(schema);
            });
            foreach (var query in CatalogQuery.All)
            {
                await EachAsync(session, CatalogQuery.Read(query), schema, limit, row =>
                {
                    hash.Add(query, row);
                    rows.Add(query, schema, row);
                });
            }
        }

        LastRead = hash.End();
        return rows.ToCatalog();
    }

    /// <summary>Runs a query about a database.</summary>
    internal static async Task EachAsync(
        MySqlSession session, string query, string schema, StatementLimit limit, Action<DbDataReader> add)
    {
        limit.Begins();
        await using var rows = await session.ReadAsync(query, [new BoundValue(DbType.String, schema)], limit.Stop);
        while (await rows.ReadAsync(limit.Stop)) add(rows);
    }

    private static FailureException Unknown(string schema) => new Failure(
        FailureCode.DatabaseRefused, $"The server has no database \"{schema}\", or its user may not use it.")
        .AsException();
}
