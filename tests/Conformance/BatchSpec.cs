namespace Relata.Conformance;

/// <summary>Several requests in one transaction.</summary>
public abstract class BatchSpec(ConformanceServer server) : Specification(server)
{
    [Fact]
    public async Task Answers_each_request_in_order() => await Post("/__batch",
        """
        {"requests":[
          {"method":"POST","path":"/draft?fields=id,title","body":{"id":10,"title":"a"}},
          {"method":"GET","path":"/draft/10?fields=title"},
          {"method":"PATCH","path":"/draft?id=10&fields=label","body":{"label":"l"}},
          {"method":"DELETE","path":"/draft/10"},
          {"method":"GET","path":"/draft?id=10"}]}
        """)
        .ShouldAnswer(200,
            """{"results":[{"status":201,"headers":{"Location":"/draft/10"},"body":{"id":10,"title":"a"}},{"status":200,"body":{"title":"a"}},{"status":200,"body":[{"label":"l"}]},{"status":204},{"status":200,"body":[]}]}""");

    [Fact]
    public async Task A_later_request_refers_to_what_an_earlier_one_answered()
    {
        await Post("/__batch",
            """
            {"requests":[
              {"method":"POST","path":"/draft?fields=id","body":{"id":20,"title":"parent"}},
              {"method":"POST","path":"/draft?fields=id,parent_id","body":[{"id":21,"title":"child","parent_id":{"$ref":"0.id"}}]},
              {"method":"PATCH","path":"/draft/${1.0.parent_id}?fields=id,label","body":{"label":"a child"}},
              {"method":"GET","path":"/draft?parent_id=${0.id}&fields=id"}]}
            """)
            .ShouldAnswer(200,
                """{"results":[{"status":201,"headers":{"Location":"/draft/20"},"body":{"id":20}},{"status":201,"body":[{"id":21,"parent_id":20}]},{"status":200,"body":{"id":20,"label":"a child"}},{"status":200,"body":[{"id":21}]}]}""");
    }

    [Fact]
    public async Task A_reference_is_a_value_and_never_syntax()
    {
        await Post("/__batch",
            """
            {"requests":[
              {"method":"POST","path":"/shelf?fields=room","body":{"room":"p,q/r?s&t=\"u\" %2C","label":"v"}},
              {"method":"GET","path":"/shelf/${0.room},v?fields=label"},
              {"method":"GET","path":"/shelf?room=${0.room}&fields=label"},
              {"method":"DELETE","path":"/shelf?room=${0.room}"}]}
            """)
            .ShouldAnswer(200,
                """{"results":[{"status":201,"headers":{"Location":"/shelf/p%2Cq%2Fr%3Fs%26t%3D%22u%22%20%252C,v"},"body":{"room":"p,q/r?s&t=\"u\" %2C"}},{"status":200,"body":{"label":"v"}},{"status":200,"body":[{"label":"v"}]},{"status":204}]}""");
        await Post("/__batch", """{"requests":[{"method":"POST","path":"/draft?fields=id","body":{"id":25,"title":{"$ref":"#/a"}}}]}""")
            .ShouldFail(400, "bad-value");
    }

    [Fact]
    public async Task A_failure_undoes_everything_and_says_where()
    {
        var answer = await Post("/__batch",
            """
            {"requests":[
              {"method":"POST","path":"/draft","body":{"id":30,"title":"a"}},
              {"method":"POST","path":"/draft","body":{"id":1,"title":"there"}}]}
            """).ShouldFail(409, "unique-violation");
        answer.Body.ShouldContain(""" "at":{"part":"requests[1]","offset":0,"length":0} """.Trim());
        await Get("/draft/30").ShouldFail(404, "row-not-found");
        answer = await Post("/__batch", """{"requests":[{"method":"GET","path":"/draft?titel=x"}]}""").ShouldFail(400, "unknown-column");
        answer.Body.ShouldContain(""" "at":{"part":"requests[0].query","offset":0,"length":5} """.Trim());
        await Post("/__batch", """{"requests":[{"method":"DELETE","path":"/draft/30"}]}""").ShouldFail(404, "row-not-found");
    }

    [Fact]
    public async Task Is_rehearsed_and_bounded_as_a_whole()
    {
        const string Two = """
            {"requests":[
              {"method":"POST","path":"/draft","body":{"id":40,"title":"a"}},
              {"method":"POST","path":"/draft","body":{"id":41,"title":"b"}}]}
            """;
        var answer = await Prefer("tx=rollback", "POST", "/__batch", Two);
        (answer.Status, answer.Header("Preference-Applied")).ShouldBe((200, "tx=rollback"));
        await Get("/draft?id__in=40,41").ShouldAnswer(200, "[]");
        await Prefer("max-affected=1", "POST", "/__batch", Two).ShouldFail(400, "too-many-affected");
        await Get("/draft?id__in=40,41").ShouldAnswer(200, "[]");
        (await Prefer("max-affected=2", "POST", "/__batch", Two)).Status.ShouldBe(200);
        await Get("/draft?id__in=40,41&fields=id").ShouldAnswer(200, Ids("40,41"));
    }

    [Fact]
    public async Task A_request_has_preferences_of_its_own()
    {
        await Post("/__batch",
            """{"requests":[{"method":"POST","path":"/draft","body":{"id":50,"title":"a"},"headers":{"prefer":"return=minimal"}}]}""")
            .ShouldAnswer(200,
                """{"results":[{"status":201,"headers":{"Location":"/draft/50","Preference-Applied":"return=minimal"}}]}""");
        await Post("/__batch",
            """{"requests":[{"method":"DELETE","path":"/draft/50","headers":{"Prefer":"tx=rollback"}}]}""")
            .ShouldFail(400, "malformed-body");
    }

    [Theory]
    [InlineData("""[]""", "malformed-body")]
    [InlineData("""{"requests":{}}""", "malformed-body")]
    [InlineData("""{"requests":[],"more":1}""", "malformed-body")]
    [InlineData("""{"requests":[1]}""", "malformed-body")]
    [InlineData("""{"requests":[{"method":"GET"}]}""", "malformed-body")]
    [InlineData("""{"requests":[{"method":"HEAD","path":"/draft"}]}""", "malformed-body")]
    [InlineData("""{"requests":[{"method":"get","path":"/draft"}]}""", "malformed-body")]
    [InlineData("""{"requests":[{"method":"GET","path":"draft"}]}""", "malformed-body")]
    [InlineData("""{"requests":[{"method":"GET","path":"/draft","bdy":1}]}""", "malformed-body")]
    [InlineData("""{"requests":[{"method":"GET","path":"/draft/${0.id}"}]}""", "bad-value")]
    [InlineData("""{"requests":[{"method":"GET","path":"/place/1"},{"method":"GET","path":"/place/${0.nmae}"}]}""", "bad-value")]
    [InlineData("""{"requests":[{"method":"GET","path":"/place/1"},{"method":"GET","path":"/place/${0}"}]}""", "bad-value")]
    [InlineData("""{"requests":[{"method":"GET","path":"/place/1"},{"method":"GET","path":"/${0.name}"}]}""", "malformed-body")]
    [InlineData("""{"requests":[{"method":"GET","path":"/place/1"},{"method":"GET","path":"/place?${0.name}=1"}]}""", "malformed-body")]
    [InlineData("""{"requests":[{"method":"GET","path":"/place.csv"}]}""", "not-acceptable")]
    public async Task Refuses_what_is_no_batch(string body, string code)
    {
        var answer = await Post("/__batch", body);
        answer.Body.ShouldContain($"\"code\":\"{code}\"");
    }

    [Fact]
    public async Task Takes_nothing_but_a_post_and_no_more_than_it_may()
    {
        await Get("/__batch").ShouldFail(405, "method-not-allowed");
        await Post("/__batch", """{"requests":[]}""").ShouldAnswer(200, """{"results":[]}""");
        var many = string.Join(',', Enumerable.Repeat("""{"method":"GET","path":"/place/1"}""", 101));
        await Post("/__batch", $$"""{"requests":[{{many}}]}""").ShouldFail(400, "limit-exceeded");
        await Post("/__batch", """{"requests":[{"method":"POST","path":"/__batch","body":{"requests":[]}}]}""").ShouldFail(404, "unknown-table");
    }
}
