using Npgsql;
using NpgsqlTypes;
using Relata.Databases.Postgres.Catalog;

namespace Relata.Databases.Postgres.Functions;

/// <summary>A function as the catalogue has it.</summary>
/// <param name="Identity">
/// The function with its schema and the types of its parameters, as <c>DROP</c> takes it.
/// </param>
/// <param name="Target">The function with its schema, as a call takes it.</param>
/// <param name="Name">Its bare name.</param>
/// <param name="IsNew">Whether this transaction has made or replaced it.</param>
/// <param name="Fits">Whether it takes one json or jsonb and answers one text, json or jsonb.</param>
/// <param name="Argument">The type of its first parameter.</param>
/// <param name="IsVolatile">Whether it may change something.</param>
/// <param name="Mark">What is written about it.</param>
internal sealed record PostgresRoutine(
    string Identity,
    string Target,
    string Name,
    bool IsNew,
    bool Fits,
    string Argument,
    bool IsVolatile,
    RoutineMark Mark)
{
    private static readonly string Query = CatalogQuery.Read("functions.sql");

    /// <summary>The functions of a name, and all that the transaction has made.</summary>
    public static async ValueTask<List<PostgresRoutine>> FindAsync(
        NpgsqlConnection connection, string name, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(Query, connection);
        command.Parameters.Add(new NpgsqlParameter { Value = name, NpgsqlDbType = NpgsqlDbType.Text });
        await using var rows = await command.ExecuteReaderAsync(stop);
        var found = new List<PostgresRoutine>();
        while (await rows.ReadAsync(stop))
        {
            found.Add(new PostgresRoutine(
                rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetBoolean(3),
                !rows.IsDBNull(4) && rows.GetBoolean(4), rows.IsDBNull(5) ? "" : rows.GetString(5),
                rows.GetBoolean(6), RoutineMark.In(rows.IsDBNull(7) ? null : rows.GetString(7))));
        }

        return found;
    }
}

/// <summary>
/// The comment on a function, whose last line says that it was made here and from which file: <c>relata: path</c>.
/// </summary>
/// <param name="Comment">What else is written; null for nothing.</param>
/// <param name="Path">The file; null when the function was not made here.</param>
internal readonly record struct RoutineMark(string? Comment, string? Path)
{
    private const string Start = "relata: ";

    /// <summary>Finds the mark in a comment.</summary>
    public static RoutineMark In(string? comment)
    {
        if (comment is null) return default;
        var line = comment.LastIndexOf('\n') + 1;
        if (string.CompareOrdinal(comment, line, Start, 0, Start.Length) != 0) return new(comment, null);
        return new(line == 0 ? null : comment[..(line - 1)], comment[(line + Start.Length)..]);
    }

    /// <summary>The comment with a mark.</summary>
    public string With(string path) => (Comment is null ? "" : Comment + "\n") + Start + path;
}
