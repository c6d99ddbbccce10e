namespace Relata.Conformance;

/// <summary>The header Prefer: what is answered of a write, how much it may change, and whether it only seems to.</summary>
public abstract class PreferSpec(ConformanceServer server) : Specification(server)
{
    [Fact]
    public async Task Answers_nothing_of_what_it_writes()
    {
        var posted = await Prefer("return=minimal", "POST", "/draft", """{"id":10,"title":"a"}""");
        (posted.Status, posted.Body, posted.Header("Location")).ShouldBe((201, "", "/draft/10"));
        posted.Header("Preference-Applied").ShouldBe("return=minimal");
        var many = await Prefer("return=minimal", "POST", "/draft", """[{"id":11,"title":"b"},{"id":12,"title":"c"}]""");
        (many.Status, many.Body).ShouldBe((201, ""));
        await Prefer("return=minimal", "PATCH", "/draft/10", """{"label":"p"}""").ShouldAnswerNothing();
        await Prefer("return=headers-only", "PUT", "/draft/11", """{"title":"put"}""").ShouldAnswerNothing();
        await Prefer("return=minimal", "PATCH", "/draft?id__in=10,12", """{"state":"s"}""").ShouldAnswerNothing();
        await Get("/draft?id__range=10,12&fields=id,title,state,label").ShouldAnswer(200,
            """[{"id":10,"title":"a","state":"s","label":"p"},{"id":11,"title":"put","state":"new","label":null},{"id":12,"title":"c","state":"s","label":null}]""");
    }

    [Fact]
    public async Task Answers_nothing_and_still_says_that_there_is_no_row()
    {
        await Prefer("return=minimal", "PATCH", "/draft/999", """{"label":"p"}""").ShouldFail(404, "row-not-found");
        await Prefer("return=minimal", "PATCH", "/draft/999", "{}").ShouldFail(404, "row-not-found");
        await Prefer("return=minimal", "PATCH", "/draft/1", "{}").ShouldAnswerNothing();
        await Prefer("return=minimal", "PATCH", "/draft/1", """{"twice":1}""").ShouldFail(400, "generated-column");
    }

    [Fact]
    public async Task Answers_the_rows_that_it_deletes()
    {
        await Insert(20, 21, 22);
        var one = await Prefer("return=representation", "DELETE", "/draft/20?fields=id,title")
            .ShouldAnswer(200, """{"id":20,"title":"t"}""");
        one.Header("Preference-Applied").ShouldBe("return=representation");
        await Prefer("return=representation", "DELETE", "/draft/20").ShouldFail(404, "row-not-found");
        await Prefer("return=representation", "DELETE", "/draft?id__in=21,22&fields=title")
            .ShouldAnswer(200, """[{"title":"t"},{"title":"t"}]""");
        await Prefer("return=representation", "DELETE", "/draft?id__in=21,22").ShouldAnswer(200, "[]");
        await Delete("/draft/1?fields=id").ShouldFail(400, "unknown-option");
    }

    [Fact]
    public async Task Answers_the_rows_that_it_marks_as_deleted()
    {
        (await Post("/task", """{"id":1,"title":"one"}""")).Status.ShouldBe(201);
        await Prefer("return=representation", "DELETE", "/task/1?fields=id,title").ShouldAnswer(200, """{"id":1,"title":"one"}""");
        await Get("/task/1").ShouldFail(404, "row-not-found");
    }

    [Fact]
    public async Task Shows_what_it_would_do_and_does_not()
    {
        var posted = await Prefer("tx=rollback", "POST", "/draft?fields=id,state", """{"id":30,"title":"a"}""")
            .ShouldAnswer(201, """{"id":30,"state":"new"}""");
        posted.Header("Preference-Applied").ShouldBe("tx=rollback");
        await Get("/draft/30").ShouldFail(404, "row-not-found");
        await Insert(31);
        await Prefer("tx=rollback", "PATCH", "/draft/31?fields=title", """{"title":"new"}""")
            .ShouldAnswer(200, """{"title":"new"}""");
        await Prefer("tx=rollback", "DELETE", "/draft/31").ShouldAnswerNothing();
        await Get("/draft/31?fields=title").ShouldAnswer(200, """{"title":"t"}""");
    }

    [Fact]
    public async Task Shows_the_failures_that_it_would_meet()
    {
        await Prefer("tx=rollback", "POST", "/draft", """{"id":1,"title":"a"}""").ShouldFail(409, "unique-violation");
        await Prefer("tx=rollback", "POST", "/draft", """{"title":"a","parent_id":999}""").ShouldFail(409, "foreign-key-violation");
        await Prefer("tx=rollback", "DELETE", "/draft/999").ShouldFail(404, "row-not-found");
    }

    [Fact]
    public async Task Keeps_what_it_does_when_it_is_told_so()
    {
        var answer = await Prefer("tx=commit", "POST", "/draft?fields=id", """{"id":35,"title":"a"}""").ShouldAnswer(201, """{"id":35}""");
        answer.Header("Preference-Applied").ShouldBe("tx=commit");
        await Get("/draft/35?fields=id").ShouldAnswer(200, """{"id":35}""");
    }

    [Fact]
    public async Task Changes_no_more_than_it_may()
    {
        await Insert(40, 41, 42);
        var target = "/draft?id__in=40,41,42";
        await Prefer("max-affected=2", "PATCH", target, """{"label":"x"}""").ShouldFail(400, "too-many-affected",
            "The request would change 3 rows, and its preference \"max-affected\" allows 2.");
        await Prefer("max-affected=2", "DELETE", target).ShouldFail(400, "too-many-affected");
        await Prefer("max-affected=1", "POST", "/draft", """[{"id":43,"title":"a"},{"id":44,"title":"b"}]""")
            .ShouldFail(400, "too-many-affected");
        await Get("/draft?id__range=40,44&fields=id,label").ShouldAnswer(200,
            """[{"id":40,"label":null},{"id":41,"label":null},{"id":42,"label":null}]""");
        var patched = await Prefer("max-affected=3", "PATCH", target + "&fields=label", """{"label":"x"}""");
        patched.Status.ShouldBe(200);
        patched.Header("Preference-Applied").ShouldBe("max-affected=3");
        await Prefer("max-affected=0", "DELETE", "/draft/40").ShouldFail(400, "too-many-affected");
    }

    [Fact]
    public async Task Merges_and_replaces_no_more_than_it_may()
    {
        await Insert(45, 46);
        const string merged = """[{"id":45,"title":"m"},{"id":46,"title":"m"}]""";
        await Prefer("max-affected=1", "POST", "/draft?resolution=merge", merged).ShouldFail(400, "too-many-affected",
            "The request would change 2 rows, and its preference \"max-affected\" allows 1.");
        await Prefer("max-affected=0", "PUT", "/draft/45", """{"title":"p"}""").ShouldFail(400, "too-many-affected");
        await Get("/draft?id__in=45,46&fields=title").ShouldAnswer(200, """[{"title":"t"},{"title":"t"}]""");
        await Prefer("max-affected=0", "POST", "/draft?resolution=ignore", merged).ShouldAnswer(201, "[]");
        await Prefer("max-affected=2", "POST", "/draft?resolution=merge&fields=id,title", merged).ShouldAnswer(201, merged);
        await Prefer("max-affected=1", "PUT", "/draft/45?fields=title", """{"title":"p"}""").ShouldAnswer(200, """{"title":"p"}""");
    }

    [Fact]
    public async Task Counts_a_list()
    {
        var list = await Prefer("count=exact", "GET", "/place?limit=1&fields=id");
        list.Header("X-Total-Count").ShouldBe("3");
        list.Header("Preference-Applied").ShouldBe("count=exact");
        (await Prefer("count=exact", "GET", "/place?count=none")).Header("X-Total-Count").ShouldBeNull();
    }

    [Fact]
    public async Task Reads_several_preferences()
    {
        var answer = await Prefer(
            "RETURN = \"minimal\"; a=b , tx=rollback,, wait=10;x=\"a,b\", return=representation", "POST", "/draft",
            """{"id":50,"title":"a"}""");
        (answer.Status, answer.Body).ShouldBe((201, ""));
        answer.Header("Preference-Applied").ShouldBe("return=minimal, tx=rollback");
    }

    [Fact]
    public async Task Says_that_the_primary_answers_a_read()
    {
        var list = await Prefer("read=primary, count=exact", "GET", "/place?id=1&fields=id")
            .ShouldAnswer(200, """[{"id":1}]""");
        list.Header("Preference-Applied").ShouldBe("read=primary, count=exact");
        var posted = await Prefer("read=primary", "PATCH", "/draft/1?fields=id", """{"label":"p"}""")
            .ShouldAnswer(200, """{"id":1}""");
        posted.Header("Preference-Applied").ShouldBeNull();
    }

    [Fact]
    public async Task Passes_over_what_it_does_not_know_unless_it_shall_not()
    {
        var answer = await Prefer("respond-async, wait=3", "GET", "/place/1?fields=id").ShouldAnswer(200, """{"id":1}""");
        answer.Header("Preference-Applied").ShouldBeNull();
        (await Prefer("handling=lenient, retrn=minimal", "GET", "/place/1")).Status.ShouldBe(200);
        await Prefer("handling=strict, retrn=minimal", "GET", "/place/1").ShouldFail(400, "unknown-option",
            "There is no preference \"retrn\".", "Did you mean \"return\"?");
    }

    [Theory]
    [InlineData("tx=rolback", "tx")]
    [InlineData("return=some", "return")]
    [InlineData("return", "return")]
    [InlineData("max-affected=many", "max-affected")]
    [InlineData("max-affected=-1", "max-affected")]
    [InlineData("max-affected", "max-affected")]
    [InlineData("count=planned", "count")]
    [InlineData("handling=harsh", "handling")]
    [InlineData("read=standby", "read")]
    public async Task Refuses_a_value_that_a_preference_does_not_have(string prefer, string name)
    {
        var answer = await Prefer(prefer, "DELETE", "/place/3").ShouldFail(400, "bad-value");
        answer.Body.ShouldContain($"The preference \\\"{name}\\\" is ");
        (await Get("/place/3")).Status.ShouldBe(200);
    }

    private async Task Insert(params int[] ids) => (await Post("/draft",
        $"[{string.Join(',', ids.Select(id => $$"""{"id":{{id}},"title":"t"}"""))}]")).Status.ShouldBe(201);
}
