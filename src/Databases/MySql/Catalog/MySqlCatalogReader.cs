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
        using var session = await MySqlSession.OpenAsync(address, options, time, stop);
        return await session.DoAsync(_ => Read(session, named), stop);
    }

    private static Introspection.Catalog Read(MySqlSession session, IReadOnlyList<string> schemas)
    {
        var rows = new MySqlCatalogRows(schemas);
        foreach (var schema in schemas)
        {
            Read(session, Exists, schema, row =>
            {
                if (row.GetInt64(0) == 0) throw Unknown(schema);
            });
            Read(session, CatalogQuery.Read("tables.sql"), schema, row => rows.AddTable(schema, row));
            Read(session, CatalogQuery.Read("columns.sql"), schema, row => rows.AddColumn(schema, row));
            Read(session, CatalogQuery.Read("keys.sql"), schema, row => rows.AddKeyColumn(schema, row));
            Read(session, CatalogQuery.Read("foreign-keys.sql"), schema, row => rows.AddForeignKeyColumn(schema, row));
        }

        return rows.ToCatalog();
    }

    private static void Read(MySqlSession session, string query, string schema, Action<DbDataReader> add)
    {
        var command = session.Prepare(query, new BoundValue(DbType.String, schema));
        using var rows = command.ExecuteReader();
        while (rows.Read()) add(rows);
    }

    private static FailureException Unknown(string schema) => new Failure(
        FailureCode.DatabaseRefused, $"The server has no database \"{schema}\", or its user may not use it.")
        .AsException();
}
