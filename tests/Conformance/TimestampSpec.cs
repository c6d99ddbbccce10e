using System.Globalization;
using System.Text.Json.Nodes;

namespace Relata.Conformance;

/// <summary>The columns <c>created_at</c> and <c>updated_at</c>, which nobody has to send.</summary>
public abstract class TimestampSpec(ConformanceServer server) : Specification(server)
{
    private const string LongAgo = "2001-02-03T04:05:06";

    [Fact]
    public async Task An_insert_says_when_it_was()
    {
        var row = await Sent(Post("/task", """{"title":"one"}"""));
        Near(row["created_at"]);
        Near(row["updated_at"]);
        ((string?)row["created_at"])!.ShouldEndWith("Z");
    }

    [Fact]
    public async Task An_array_says_it_in_every_row()
    {
        var answer = await Post("/task", """[{"title":"a1"},{"title":"a2","created_at":"2001-02-03T04:05:06Z"},{"title":"a3"}]""");
        answer.Status.ShouldBe(201);
        var rows = JsonNode.Parse(answer.Body)!.AsArray();
        Near(rows[0]!["created_at"]);
        ((string?)rows[1]!["created_at"]).ShouldBe(LongAgo + "Z");
        foreach (var row in rows) Near(row!["updated_at"]);
    }

    [Fact]
    public async Task What_is_sent_is_stored()
    {
        var id = await Old();
        await Get($"/task/{id}?fields=created_at,updated_at").ShouldAnswer(200,
            $$"""{"created_at":"{{LongAgo}}Z","updated_at":"{{LongAgo}}"}""");
        await Patch($"/task/{id}?fields=updated_at", """{"updated_at":"2002-01-01T00:00:00"}""").ShouldAnswer(200,
            """{"updated_at":"2002-01-01T00:00:00"}""");
    }

    [Fact]
    public async Task A_change_says_when_it_was_and_keeps_when_the_row_came()
    {
        var id = await Old();
        var row = await Sent(Patch($"/task/{id}", """{"note":"n"}"""));
        ((string?)row["created_at"]).ShouldBe(LongAgo + "Z");
        Near(row["updated_at"]);
    }

    [Fact]
    public async Task A_replacement_says_when_it_was_and_keeps_when_the_row_came()
    {
        var id = await Old();
        var row = await Sent(Put($"/task/{id}", $$"""{"title":"put {{id}}"}"""));
        ((string?)row["created_at"]).ShouldBe(LongAgo + "Z");
        Near(row["updated_at"]);
    }

    [Fact]
    public async Task A_row_that_is_sent_back_whole_says_when_that_was()
    {
        var read = (await Get($"/task/{await Old()}")).Body;
        read.ShouldContain($"\"updated_at\":\"{LongAgo}\"");
        var row = JsonNode.Parse(read)!.AsObject();
        row["note"] = "changed";
        var answered = await Sent(Put($"/task/{row["id"]}", row.ToJsonString()));
        Near(answered["updated_at"]);
        row["updated_at"] = answered["updated_at"]!.DeepClone();
        JsonNode.DeepEquals(answered, row).ShouldBeTrue(answered.ToJsonString());
        Near((await Sent(Put($"/task/{row["id"]}", answered.ToJsonString())))["updated_at"]);
        await Put($"/task/{row["id"]}", """{"title":"x","updated_at":"yesterday"}""").ShouldFail(400, "bad-value");
    }

    [Fact]
    public async Task A_change_of_nothing_is_none()
    {
        var id = await Old();
        await Patch($"/task/{id}?fields=updated_at", "{}").ShouldAnswer(200, $$"""{"updated_at":"{{LongAgo}}"}""");
    }

    [Fact]
    public async Task A_merge_is_a_change()
    {
        var id = await Old();
        var row = await Sent(Post("/task?on_conflict=id", $$"""{"id":{{id}},"title":"merged {{id}}"}"""));
        ((string?)row["created_at"]).ShouldBe(LongAgo + "Z");
        Near(row["updated_at"]);
    }

    [Fact]
    public async Task A_delete_is_a_change()
    {
        var id = await Old();
        await Delete($"/task/{id}").ShouldAnswerNothing();
        var answer = await Get($"/task?id={id}&deleted_at__isnotnull=true");
        Near(JsonNode.Parse(answer.Body)![0]!["updated_at"]);
        Near(JsonNode.Parse(answer.Body)![0]!["deleted_at"]);
    }

    private static void Near(JsonNode? moment)
    {
        var at = DateTimeOffset.Parse((string)moment!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        (DateTimeOffset.UtcNow - at).Duration().ShouldBeLessThan(TimeSpan.FromHours(1));
    }

    private static async Task<JsonNode> Sent(Task<Answer> sending)
    {
        var answer = await sending;
        answer.Status.ShouldBeInRange(200, 201, answer.Body);
        return JsonNode.Parse(answer.Body)!;
    }

    private async Task<int> Old() => (int)(await Sent(Post("/task",
        $$"""{"title":"{{Guid.NewGuid()}}","created_at":"{{LongAgo}}Z","updated_at":"{{LongAgo}}"}""")))["id"]!;
}
