using Npgsql;
using Relata.Conformance;
using Relata.Support;

namespace Relata.Databases.Postgres.Tests.Lookups;

/// <summary>
/// Lookups that need the extension <c>pg_trgm</c>: without it, with it in a schema that is on no search path, and after it moved.
/// </summary>
public sealed class TrigramTests(TrigramTests.Names server) : Specification(server), IClassFixture<TrigramTests.Names>
{
    [Fact]
    public async Task Finds_similar_texts_wherever_the_extension_is()
    {
        await Get("/person?name__trigram_similar=Jonson&fields=id").ShouldFail(400, "not-applicable",
            "\"trigram_similar\" needs the extension \"pg_trgm\", which is not installed or not open to the server.",
            "The database's owner can install it.", "query 0 4");

        await ExecuteAsync("CREATE EXTENSION pg_trgm SCHEMA \"odd \"\" tools\"");
        await Poll.UntilAsync(async () => (await Get("/person?name__trigram_similar=Jonson")).Status == 200, stop: Stop);
        await Get("/person?name__trigram_similar=Jonson&fields=id").ShouldAnswer(200, Ids("1,2"));
        await Get("/person?name__trigram_similar=Johnsen Gat&fields=id").ShouldAnswer(200, Ids("2,3"));
        await Get("/person?name__trigram_word_similar=Gate&fields=id").ShouldAnswer(200, Ids("3,4"));
        await Get("/person?name__trigram_strict_word_similar=Gate&fields=id").ShouldAnswer(200, Ids("3"));
        await Get("/person?not=(name__trigram_word_similar=Gate)&fields=id").ShouldAnswer(200, Ids("1,2"));
        await Get("/person?code__trigram_similar=abcd&fields=id").ShouldAnswer(200, Ids("1"));
        await Get("/person?name__trigram_similar=' %25 \\ OR&fields=id").ShouldAnswer(200, "[]");
        await Get("/person?id__trigram_similar=1").ShouldFail(400, "not-applicable",
            "\"id\" is of type integer; \"trigram_similar\" needs a text column.", null, "query 0 2");

        await Get("/badge?person__name__trigram_similar=Jonson&fields=id").ShouldAnswer(200, Ids("1,2"));
        await Get("/team?person__name__trigram_word_similar=Gate&fields=id").ShouldAnswer(200, Ids("7"));
        await Get("/badge?or=(person__name__trigram_similar=\"Johnsen (Gat\",id=1)&fields=id").ShouldAnswer(200, Ids("1,2,3"));
        await Get("/team/7?fields=id&person__fields=id&person__objects__or=(name__trigram_similar=\"Jonson,\",id=5)")
            .ShouldAnswer(200, $$"""{"id":7,"referenced_by_person_team_id_objects":{{Ids("1,2,5")}}}""");

        await ExecuteAsync("ALTER EXTENSION pg_trgm SET SCHEMA public");
        await Poll.UntilAsync(async () => (await Get("/person?name__trigram_similar=Jonson")).Status == 200, stop: Stop);
        await Get("/person?name__trigram_similar=Jonson&fields=id").ShouldAnswer(200, Ids("1,2"));
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = (NpgsqlConnection)Server.Connect();
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Stop);
    }

    /// <summary>A server over a database that has not got the extension yet.</summary>
    public sealed class Names() : ScriptServer("""
        CREATE SCHEMA "odd "" tools";
        CREATE TABLE team (id integer PRIMARY KEY);
        INSERT INTO team VALUES (7), (8);
        CREATE TABLE person (id integer PRIMARY KEY, name text, code varchar(10), team_id integer DEFAULT 7 REFERENCES team);
        INSERT INTO person VALUES
            (1, 'Jonsson', 'abcde'), (2, 'Johnson', 'xyz'), (3, 'Johnsen at the gate', NULL), (4, 'Gateways', 'x'), (5, NULL, NULL);
        CREATE TABLE badge (id integer PRIMARY KEY REFERENCES person);
        INSERT INTO badge SELECT id FROM person;
        """);
}
