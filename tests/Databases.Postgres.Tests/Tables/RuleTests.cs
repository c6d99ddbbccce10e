using Relata.Conformance;

namespace Relata.Databases.Postgres.Tests.Tables;

/// <summary>
/// The conventions beside rules and triggers of the database that do the same: a rule that marks rows instead of deleting them,
/// triggers that fill the timestamps and let no mark be changed, unique indexes among what is deleted and what is not.
/// </summary>
public sealed class RuleTests(RuleTests.Rules server) : Specification(server), IClassFixture<RuleTests.Rules>
{
    private const string Old = "2001-01-01T00:00:00Z";

    [Fact]
    public async Task A_row_is_marked_once()
    {
        await Insert("a1");
        await Delete("/camera/a1").ShouldAnswerNothing();
        await Delete("/camera/a1").ShouldFail(404, "row-not-found");
        await Get("/camera/a1").ShouldFail(404, "row-not-found");
        await Get("/camera?id=a1&deleted_at__isnull=false&fields=id").ShouldAnswer(200, Text("a1"));
        (await Stored("id = 'a1' AND deleted_at = updated_at AND created_at < updated_at")).ShouldBe(1);
    }

    [Fact]
    public async Task Marked_rows_are_answered_and_counted()
    {
        await Insert("b1", "b2", "b3", "b4");
        await Prefer("return=representation", "DELETE", "/camera/b1?fields=id").ShouldAnswer(200, """{"id":"b1"}""");
        await Prefer("return=representation", "DELETE", "/camera?id__in=b1,b2,b3&fields=note")
            .ShouldAnswer(200, """[{"note":null},{"note":null}]""");
        await Prefer("max-affected=1", "DELETE", "/camera?id__startswith=b").ShouldAnswerNothing();
        (await Get("/camera?id__startswith=b&count=exact")).Header("X-Total-Count").ShouldBe("0");
        (await Stored("id LIKE 'b%'")).ShouldBe(4);
        await Insert("b5", "b6");
        await Prefer("max-affected=1", "DELETE", "/camera?id__startswith=b").ShouldFail(400, "too-many-affected");
        await Prefer("tx=rollback", "DELETE", "/camera?id__startswith=b").ShouldAnswerNothing();
        await Delete("/camera?id__startswith=b&ordering=-id&limit=1").ShouldAnswerNothing();
        await Get("/camera?id__startswith=b&fields=id").ShouldAnswer(200, Text("b5"));
    }

    [Fact]
    public async Task A_row_is_restored_and_a_mark_does_not_change()
    {
        await Insert("c1");
        await Delete("/camera/c1").ShouldAnswerNothing();
        await Patch("/camera/c1", """{"name":"x"}""").ShouldFail(404, "row-not-found");

        // The trigger keeps the mark that is there.
        await Patch("/camera/c1?fields=id", $$"""{"deleted_at":"{{Old}}"}""").ShouldAnswer(200, """{"id":"c1"}""");
        (await Stored("id = 'c1' AND deleted_at > '2024-01-01'")).ShouldBe(1);
        await Patch("/camera/c1?fields=id,deleted_at", """{"deleted_at":null}""")
            .ShouldAnswer(200, """{"id":"c1","deleted_at":null}""");
        await Get("/camera/c1?fields=id").ShouldAnswer(200, """{"id":"c1"}""");
        await Patch("/camera?id=c1&fields=deleted_at", $$"""{"deleted_at":"{{Old}}"}""")
            .ShouldAnswer(200, $$"""[{"deleted_at":"{{Old}}"}]""");
    }

    [Fact]
    public async Task Timestamps_are_those_of_the_triggers()
    {
        var posted = await Post("/camera?fields=created_at,updated_at,deleted_at",
            $$"""{"id":"d1","name":"d1","created_at":"{{Old}}","updated_at":"{{Old}}","deleted_at":"{{Old}}"}""");
        posted.Status.ShouldBe(201, posted.Body);
        posted.Body.ShouldNotContain("2001");
        posted.Body.ShouldContain("\"deleted_at\":null");
        await Patch("/camera/d1?fields=name,note", """{"name":"d2","created_at":"2001-01-01","updated_at":"2001-01-01"}""")
            .ShouldAnswer(200, """{"name":"d2","note":null}""");
        await Patch("/camera?fields=note", """[{"id":"d1","note":"n"}]""").ShouldAnswer(200, """[{"note":"n"}]""");
        await Put("/camera/d1?fields=name,note", """{"name":"d3"}""").ShouldAnswer(200, """{"name":"d3","note":null}""");
        (await Stored("id = 'd1' AND created_at > '2024-01-01' AND updated_at > created_at")).ShouldBe(1);
    }

    [Fact]
    public async Task A_name_is_free_once_its_row_is_deleted()
    {
        await Insert("e1");
        await Post("/camera", """{"id":"e2","name":"e1"}""").ShouldFail(409, "unique-violation");
        await Delete("/camera/e1").ShouldAnswerNothing();
        await Post("/camera?on_conflict=name&fields=id", """{"id":"e2","name":"e1"}""").ShouldAnswer(201, """{"id":"e2"}""");
        await Post("/camera?on_conflict=name&fields=id,note", """{"name":"e1","note":"n"}""")
            .ShouldAnswer(201, """{"id":"e2","note":"n"}""");
        await Patch("/camera/e1", """{"deleted_at":null}""").ShouldFail(409, "unique-violation");
    }

    [Fact]
    public async Task Claims_begin_with_a_time_that_is_long_ago()
    {
        await Insert("f1", "f2");
        await Delete("/camera/f2").ShouldAnswerNothing();
        const string until = """{"until":"2999-01-01T00:00:00Z"}""";
        await Post("/camera/claim?id__startswith=f&fields=id,claimed_until", until)
            .ShouldAnswer(200, """{"id":"f1","claimed_until":"2999-01-01T00:00:00Z"}""");
        await Post("/camera/claim?id__startswith=f", until).ShouldAnswerNothing();
        await Post("/camera/f2/claim", until).ShouldFail(404, "row-not-found");
        await Post("/camera/f1/segment_producer_claim?fields=id", until).ShouldAnswer(200, """{"id":"f1"}""");
        (await Stored("id = 'f1' AND updated_at > created_at AND claimed_until > '2998-01-01'")).ShouldBe(1);
    }

    private static string Text(params string[] ids) =>
        $"[{string.Join(',', ids.Select(id => $$"""{"id":"{{id}}"}"""))}]";

    private async Task Insert(params string[] ids)
    {
        var answer = await Post("/camera",
            $"[{string.Join(',', ids.Select(id => $$"""{"id":"{{id}}","name":"{{id}}"}"""))}]");
        answer.Status.ShouldBe(201, answer.Body);
    }

    private async Task<long> Stored(string condition) =>
        (long)(await server.ScalarAsync($"SELECT count(*) FROM camera WHERE {condition}", Stop))!;

    /// <summary>A server over a table that does by itself what the conventions do.</summary>
    public sealed class Rules() : ScriptServer("""
        CREATE TABLE camera (
            id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
            created_at timestamptz NOT NULL DEFAULT now(),
            updated_at timestamptz NOT NULL DEFAULT now(),
            deleted_at timestamptz NULL DEFAULT NULL,
            name text NOT NULL CHECK (trim(name) != ''),
            note text,
            claimed_until timestamptz NOT NULL DEFAULT to_timestamp(0),
            segment_producer_claimed_until timestamptz NOT NULL DEFAULT to_timestamp(0));
        CREATE UNIQUE INDEX camera_unique_name_not_deleted ON camera (name) WHERE deleted_at IS NULL;
        CREATE UNIQUE INDEX camera_unique_name_deleted ON camera (name, deleted_at) WHERE deleted_at IS NOT NULL;

        CREATE FUNCTION create_camera() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.created_at = now();
            NEW.updated_at = now();
            NEW.deleted_at = NULL;
            RETURN NEW;
        END $$;
        CREATE TRIGGER create_camera BEFORE INSERT ON camera FOR EACH ROW EXECUTE FUNCTION create_camera();

        CREATE FUNCTION update_camera() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.created_at = OLD.created_at;
            NEW.updated_at = now();
            IF OLD.deleted_at IS NOT NULL AND NEW.deleted_at IS NOT NULL THEN
                NEW.deleted_at = OLD.deleted_at;
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER update_camera BEFORE UPDATE ON camera FOR EACH ROW EXECUTE FUNCTION update_camera();

        CREATE RULE delete_camera AS ON DELETE TO camera DO INSTEAD
            UPDATE camera SET deleted_at = now() WHERE id = OLD.id AND deleted_at IS NULL;
        """);
}
