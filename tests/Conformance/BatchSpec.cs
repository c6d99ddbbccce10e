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
    public async Task Rows_are_claimed_and_released()
    {
        var until = $$"""{"until":"{{Server.DayToCome}}T00:00:00Z","by":"w"}""";
        await Post("/__batch", $$"""
            {"requests":[
              {"method":"POST","path":"/job?fields=id","body":[{"id":1,"queue":"batch"},{"id":2,"queue":"batch"}]},
              {"method":"POST","path":"/job/claim?queue=batch&limit=5&fields=id,claimed_by","body":{{until}} },
              {"method":"POST","path":"/job/claim?queue=batch","body":{{until}} },
              {"method":"DELETE","path":"/job/${1.0.id}/claim?by=w"},
              {"method":"POST","path":"/job/claim?queue=batch&fields=id","body":{{until}} },
              {"method":"POST","path":"/job/${4.id}/claim?fields=claimed_until","body":{"until":"{{Server.DayToCome}}T12:00:00Z","by":"w"} }]}
            """).ShouldAnswer(200,
                $$$"""{"results":[{"status":201,"body":[{"id":1},{"id":2}]},{"status":200,"body":[{"id":1,"claimed_by":"w"},{"id":2,"claimed_by":"w"}]},{"status":204},{"status":204},{"status":200,"body":{"id":1}},{"status":200,"body":{"claimed_until":"{{{Server.DayToCome}}}T12:00:00Z"}}]}""");
        await Post("/job/claim?queue=batch", until).ShouldAnswerNothing();
    }

    [Fact]
    public async Task A_claim_is_undone_with_everything_else()
    {
        (await Post("/job", $$"""[{"id":10,"queue":"undone"},{"id":11,"queue":"taken","claimed_until":"{{Server.DayToCome}}T00:00:00Z","claimed_by":"v"}]"""))
            .Status.ShouldBe(201);
        var answer = await Post("/__batch", """
            {"requests":[
              {"method":"POST","path":"/job/claim?queue=undone","body":{"for_seconds":3600,"by":"w"}},
              {"method":"POST","path":"/job/11/claim","body":{"for_seconds":3600,"by":"w"}}]}
            """).ShouldFail(409, "claimed");
        answer.Body.ShouldContain(""" "at":{"part":"requests[1]","offset":0,"length":0} """.Trim());
        await Get("/job/10?fields=claimed_until,claimed_by").ShouldAnswer(200, """{"claimed_until":null,"claimed_by":null}""");
    }

    [Fact]
    public async Task Rows_are_merged_and_ignored()
    {
        await Post("/__batch", """
            {"requests":[
              {"method":"POST","path":"/draft?fields=id","body":{"id":70,"title":"a","code":"c70","label":"l"}},
              {"method":"POST","path":"/draft?on_conflict=code&fields=id,title,label","body":{"code":"c70","title":"b"}},
              {"method":"POST","path":"/draft?on_conflict=code&resolution=ignore&fields=id","body":{"code":"c70","title":"c"}},
              {"method":"POST","path":"/draft?resolution=merge&fields=id,title,parent_id","body":[
                {"id":71,"title":"d","parent_id":{"$ref":"1.id"}},{"id":{"$ref":"1.id"},"title":"e"}]}]}
            """).ShouldAnswer(200,
                """{"results":[{"status":201,"headers":{"Location":"/draft/70"},"body":{"id":70}},{"status":201,"headers":{"Location":"/draft/70"},"body":{"id":70,"title":"b","label":"l"}},{"status":200,"body":[]},{"status":201,"body":[{"id":71,"title":"d","parent_id":70},{"id":70,"title":"e","parent_id":null}]}]}""");
        await Get("/draft?id__in=70,71&fields=title,label").ShouldAnswer(200, """[{"title":"e","label":"l"},{"title":"d","label":null}]""");
        await Post("/__batch", """
            {"requests":[
              {"method":"POST","path":"/draft?on_conflict=code","body":{"code":"c70","title":"f"}},
              {"method":"POST","path":"/draft?on_conflict=title","body":{"title":"g"}}]}
            """).ShouldFail(400, "not-applicable");
        await Get("/draft/70?fields=title").ShouldAnswer(200, """{"title":"e"}""");
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

    [Fact]
    public async Task A_request_has_conditions_of_its_own()
    {
        (await Post("/draft", """[{"id":60,"title":"a"},{"id":61,"title":"b"}]""")).Status.ShouldBe(201);
        var (first, second) = ((await Get("/draft/60")).Header("ETag")!, (await Get("/draft/61")).Header("ETag")!);
        var answer = await Post("/__batch", Two(first, first)).ShouldFail(412, "precondition-failed");
        answer.Body.ShouldContain(""" "at":{"part":"requests[1]","offset":0,"length":0} """.Trim());
        (await Get("/draft/60")).Header("ETag").ShouldBe(first);
        await Post("/__batch", Two(first, second)).ShouldAnswer(200,
            """{"results":[{"status":200,"body":{"title":"x"}},{"status":204}]}""");

        // What one request changes, the next one sees.
        await Post("/__batch", Two(first, second)).ShouldFail(412, "precondition-failed");
        var tag = (await Get("/draft/60")).Header("ETag")!;
        await Post("/__batch", $$"""
            {"requests":[
              {"method":"GET","path":"/draft/60","headers":{"If-None-Match":{{Quoted(tag)}} } },
              {"method":"GET","path":"/draft/60?fields=id","headers":{"If-None-Match":"\"other\""} },
              {"method":"PATCH","path":"/draft/60?fields=id","body":{"state":"s"},"headers":{"if-match":"*"} }]}
            """).ShouldAnswer(200, """{"results":[{"status":304},{"status":200,"body":{"id":60}},{"status":200,"body":{"id":60}}]}""");
        foreach (var method in new[] { "GET", "PATCH", "DELETE" })
        {
            await Post("/__batch", $$"""
                {"requests":[{"method":"{{method}}","path":"/draft/60","body":{"state":"t"},"headers":{"If-Match":{{Quoted(tag)}} } }]}
                """).ShouldFail(412, "precondition-failed");
        }

        (await Get("/draft/60?fields=state")).Body.ShouldBe("""{"state":"s"}""");

        static string Quoted(string tag) => $"\"{tag.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

        static string Two(string first, string second) => $$"""
            {"requests":[
              {"method":"PATCH","path":"/draft/60?fields=title","body":{"title":"x"},"headers":{"If-Match":{{Quoted(first)}} } },
              {"method":"DELETE","path":"/draft/61","headers":{"If-Match":{{Quoted(second)}} } }]}
            """;
    }

    [Fact]
    public async Task Conditions_are_about_one_row_of_one_request()
    {
        const string list = "If-Match is about one row, and this call names none.";
        await Post("/__batch", """{"requests":[{"method":"GET","path":"/draft","headers":{"If-Match":"*"}}]}""")
            .ShouldFail(400, "not-applicable", list, at: "requests[0] 0 0");
        await Send("POST", "/__batch", """{"requests":[]}"""u8.ToArray(), headers: ["If-Match: *"])
            .ShouldFail(400, "not-applicable", list);
        await Post("/__batch", """{"requests":[{"method":"GET","path":"/draft","headers":{"If-Mach":"*"}}]}""")
            .ShouldFail(400, "malformed-body", "A request of a batch has no header \"If-Mach\".", "Did you mean \"If-Match\"?",
                "requests[0] 0 0");
        await Post("/__batch", """{"requests":[{"method":"GET","path":"/draft","headers":{"Accept":"text/csv"}}]}""")
            .ShouldFail(400, "malformed-body", "A request of a batch has no header \"Accept\".",
                "It has If-Match, If-None-Match, Prefer.", "requests[0] 0 0");
    }

    [Theory]
    [InlineData("""{"If-Match":"\"other\"","if-match":"*"}""", "if-match")]
    [InlineData("""{"prefer":"max-affected=0","Prefer":"return=minimal"}""", "Prefer")]
    public async Task A_header_that_stands_twice_is_refused(string headers, string named)
    {
        await Post("/__batch", $$"""
            {"requests":[{"method":"PATCH","path":"/draft/1","body":{"state":"s"},"headers":{{headers}} }]}
            """).ShouldFail(400, "malformed-body", $"A request of a batch names the header \"{named}\" twice.",
                at: "requests[0] 0 0");
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
        var many = string.Join(',', Enumerable.Repeat("""{"method":"GET","path":"/place/1"}""", 1001));
        await Post("/__batch", $$"""{"requests":[{{many}}]}""").ShouldFail(400, "limit-exceeded");
        await Post("/__batch", """{"requests":[{"method":"POST","path":"/__batch","body":{"requests":[]}}]}""").ShouldFail(404, "unknown-table");
    }
}
