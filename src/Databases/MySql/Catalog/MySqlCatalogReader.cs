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

    private static async Task<Introspection.Catalog> ReadAsync(
        MySqlSession session, IReadOnlyList<string> schemas, StatementLimit limit)
    {
        var rows = new MySqlCatalogRows(schemas);
        foreach (var schema in schemas)
        {
            await EachAsync(Exists, row =>
            {
                if (row.GetInt64(0) == 0) throw Unknown(schema);
            });
            await EachAsync(CatalogQuery.Read("tables.sql"), row => rows.AddTable(schema, row));
            await EachAsync(CatalogQuery.Read("checks.sql"), row => rows.AddJson(schema, row));
            await EachAsync(CatalogQuery.Read("columns.sql"), row => rows.AddColumn(schema, row));
            await EachAsync(CatalogQuery.Read("keys.sql"), row => rows.AddKeyColumn(schema, row));
            await EachAsync(CatalogQuery.Read("foreign-keys.sql"), row => rows.AddForeignKeyColumn(schema, row));

            async Task EachAsync(string query, Action<DbDataReader> add)
            {
                limit.Begins();
                await using var found =
                    await session.ReadAsync(query, [new BoundValue(DbType.String, schema)], limit.Stop);
                while (await found.ReadAsync(limit.Stop)) add(found);
            }
        }

        return rows.ToCatalog();
    }

    private static FailureException Unknown(string schema) => new Failure(
        FailureCode.DatabaseRefused, $"The server has no database \"{schema}\", or its user may not use it.")
        .AsException();
}
