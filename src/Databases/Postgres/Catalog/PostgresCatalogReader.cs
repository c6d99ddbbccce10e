using Npgsql;
using NpgsqlTypes;
using Relata.Databases.Postgres.Sessions;
using Relata.Introspection;
using Relata.Model.Failures;

namespace Relata.Databases.Postgres.Catalog;

/// <summary>
/// Reads PostgreSQL's system catalogues in two round trips: one for the schemas, one for what is in them.
/// </summary>
/// <param name="open">Opens a connection; the catalogue shows what its role may see.</param>
public sealed class PostgresCatalogReader(Func<CancellationToken, ValueTask<NpgsqlConnection>> open) : ICatalogReader
{
    /// <inheritdoc/>
    public async ValueTask<Introspection.Catalog> ReadAsync(IReadOnlyList<string> schemas, CancellationToken stop)
    {
        try
        {
            return await ReadCatalogAsync(schemas, stop);
        }
        catch (Exception e) when (e is not FailureException)
        {
            throw PostgresFailures.WhileConnecting(e, stop);
        }
    }

    private async ValueTask<Introspection.Catalog> ReadCatalogAsync(
        IReadOnlyList<string> schemas, CancellationToken stop)
    {
        await using var connection = await open(stop);
        var exposed = await PostgresSchemas.ReadAsync(connection, schemas, stop);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var file in (string[])["relations.sql", "types.sql", "columns.sql", "constraints.sql"])
            batch.BatchCommands.Add(Of(file, exposed));
        batch.BatchCommands[1].Parameters.Add(Oids([]));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(CatalogQuery.Read("extensions.sql")));

        // With nothing else on the path, the database writes the names in its expressions with their schemas. This ends
        // with the batch, which is a transaction.
        batch.BatchCommands.Add(
            new NpgsqlBatchCommand("SELECT pg_catalog.set_config('search_path', 'pg_catalog', true)"));
        batch.BatchCommands.Add(Of("indexes.sql", exposed));
        await using var rows = await batch.ExecuteReaderAsync(stop);
        var answer = new PostgresCatalogRows();
        while (await rows.ReadAsync(stop)) answer.AddRelation(rows);
        await rows.NextResultAsync(stop);
        while (await rows.ReadAsync(stop)) answer.AddType(rows);
        await rows.NextResultAsync(stop);
        while (await rows.ReadAsync(stop)) answer.AddColumn(rows);
        await rows.NextResultAsync(stop);
        while (await rows.ReadAsync(stop)) answer.AddConstraint(rows);
        await rows.NextResultAsync(stop);
        while (await rows.ReadAsync(stop)) answer.AddExtension(rows);
        await rows.NextResultAsync(stop);
        await rows.NextResultAsync(stop);
        while (await rows.ReadAsync(stop)) answer.AddIndex(rows);
        return answer.ToCatalog([.. exposed.Select(schema => schema.Name)]);
    }

    private static NpgsqlBatchCommand Of(string file, IReadOnlyList<PostgresSchema> exposed) =>
        new(CatalogQuery.Read(file))
    {
        Parameters = { Oids(exposed.Select(schema => schema.Oid)) },
    };

    /// <summary>Identifiers as a parameter.</summary>
    internal static NpgsqlParameter Oids(IEnumerable<uint> oids) => new()
    {
        Value = oids.ToArray(),
        NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Oid,
    };
}
