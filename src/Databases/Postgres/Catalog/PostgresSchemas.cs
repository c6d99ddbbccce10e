using Npgsql;
using Relata.Model.Failures;

namespace Relata.Databases.Postgres.Catalog;

/// <summary>A schema that is exposed.</summary>
internal readonly record struct PostgresSchema(uint Oid, string Name)
{
    public bool IsUsable { get; init; }

    public bool IsDefault { get; init; }
}

/// <summary>Finds the schemas to expose.</summary>
internal static class PostgresSchemas
{
    /// <summary>
    /// The schemas of those names in their order; of no names, the first schema on the role's search path.
    /// </summary>
    public static async ValueTask<IReadOnlyList<PostgresSchema>> ReadAsync(
        NpgsqlConnection connection, IReadOnlyList<string> names, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(CatalogQuery.Read("schemas.sql"), connection);
        await using var rows = await command.ExecuteReaderAsync(stop);
        var known = new List<PostgresSchema>();
        while (await rows.ReadAsync(stop))
        {
            known.Add(new PostgresSchema(rows.GetFieldValue<uint>(0), rows.GetString(1))
            {
                IsUsable = rows.GetBoolean(2),
                IsDefault = rows.GetBoolean(3),
            });
        }

        return names.Count == 0 ? [Default(known)] : [.. names.Distinct().Select(name => Find(name, known))];
    }

    private static PostgresSchema Default(List<PostgresSchema> known) =>
        known.Find(schema => schema.IsDefault) is { Oid: not 0 } found
            ? found
            : throw new Failure(
                FailureCode.DatabaseRefused, "No schema on the role's search path exists; name the schemas to expose.")
                .AsException();

    private static PostgresSchema Find(string name, List<PostgresSchema> known) =>
        known.Find(schema => schema.Name == name) switch
        {
            { Oid: 0 } => throw new Failure(FailureCode.DatabaseRefused, $"The database has no schema \"{name}\".")
            {
                Hint = NearestName.Hint(name, known.Where(schema => schema.IsUsable).Select(schema => schema.Name)),
            }.AsException(),
            { IsUsable: false } => throw new Failure(
                FailureCode.Forbidden, $"The database's role may not use the schema \"{name}\".")
            {
                Hint = "Grant USAGE on the schema to the role.",
            }.AsException(),
            var found => found,
        };
}
