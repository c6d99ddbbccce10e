using Relata.Conformance;

namespace Relata.Databases.Postgres.Tests.Tables;

/// <summary>Rows that a trigger keeps from being stored, without an error.</summary>
public sealed class KeptAwayTests(KeptAwayTests.Triggers server)
    : Specification(server), IClassFixture<KeptAwayTests.Triggers>
{
    [Fact]
    public async Task A_row_that_is_kept_away_is_said_to_be()
    {
        await Post("/kept", """{"id":1,"words":"x"}""").ShouldFail(422, "database-refused",
            "The database stored no row: a trigger or a rule of the table kept it away.");
        await Put("/kept/1", """{"words":"x"}""").ShouldFail(409, "unique-violation",
            "The row was not created: one that is not seen holds its key, or a trigger kept it away.", at: "path 6 1");
        await Get("/kept?id=1").ShouldAnswer(200, "[]");
    }

    [Fact]
    public async Task Of_an_array_those_that_are_stored_are_answered() =>
        await Post("/kept", """[{"id":2,"words":"x"},{"id":3,"words":"stay"}]""")
            .ShouldAnswer(201, """[{"id":3,"words":"stay"}]""");

    public sealed class Triggers() : ScriptServer("""
        CREATE TABLE kept (id int PRIMARY KEY, words text);
        CREATE FUNCTION keep_away() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN IF NEW.words = 'stay' THEN RETURN NEW; END IF; RETURN NULL; END $$;
        CREATE TRIGGER keep_away BEFORE INSERT ON kept FOR EACH ROW EXECUTE FUNCTION keep_away();
        """, """{ "rest": { "putCreates": true } }""");
}
