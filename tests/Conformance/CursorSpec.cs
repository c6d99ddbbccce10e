namespace Relata.Conformance;

/// <summary>Walks by cursors: each page leads to the next and back, whatever the order and whatever is written meanwhile.</summary>
public abstract class CursorSpec(ConformanceServer server) : CursorWalk(server)
{
    private const string NotOfThisList = "The cursor was not made for this table and order.";
    private const string StartAnew = "Start anew with an empty cursor.";

    [Theory]
    [InlineData("person", "")]
    [InlineData("person", "ordering=-id")]
    [InlineData("person", "ordering=score")]
    [InlineData("person", "ordering=-score")]
    [InlineData("person", "ordering=is_active,-score")]
    [InlineData("person", "ordering=-is_active,-born,name")]
    [InlineData("person", "ordering=born,nickname,-email")]
    [InlineData("person", "ordering=-mentor_id,score")]
    [InlineData("person", "ordering=-mentor_id,-score,-id")]
    [InlineData("person", "is_active=true&ordering=mentor_id")]
    [InlineData("shift", "")]
    [InlineData("shift", "ordering=note,-number")]
    [InlineData("shelf", "ordering=-label")]
    [InlineData("specimen", "ordering=flag")]
    [InlineData("specimen", "ordering=-small")]
    [InlineData("specimen", "ordering=whole,-large")]
    [InlineData("specimen", "ordering=large")]
    [InlineData("specimen", "ordering=-price")]
    [InlineData("specimen", "ordering=ratio")]
    [InlineData("specimen", "ordering=-ratio,single")]
    [InlineData("specimen", "ordering=single")]
    [InlineData("specimen", "ordering=note")]
    [InlineData("specimen", "ordering=-code,note")]
    [InlineData("specimen", "ordering=token")]
    [InlineData("specimen", "ordering=-day")]
    [InlineData("specimen", "ordering=clock,day")]
    [InlineData("specimen", "ordering=moment")]
    [InlineData("specimen", "ordering=-instant,-moment")]
    [InlineData("specimen", "ordering=payload")]
    public Task Walks_through_every_row_and_back(string table, string query) => Walk(table, query);

    [Fact]
    public async Task Reads_the_values_of_the_order_without_answering_them()
    {
        var first = await Get("/person?cursor=&limit=2&ordering=-score,born&fields=name");
        first.Body.ShouldBe("""[{"name":"Дарья"},{"name":"O'Neil; DROP"}]""");
        (await Get(first.Next()!)).Body.ShouldBe("""[{"name":"Ada"},{"name":"Çelik"}]""");
    }

    [Fact]
    public async Task Keeps_every_option_of_the_walk()
    {
        var first = await Get("/person?cursor=&page_size=1&is_active=true&fields=id&mentor__load=&count=exact");
        first.Next().ShouldNotBeNull().ShouldStartWith("/person?is_active=true&fields=id&mentor__load=&count=exact&page_size=1&cursor=");
        first.Header("X-Total-Count").ShouldBe("4");
        var second = await Get(first.Next()!);
        second.Header("X-Total-Count").ShouldBe("4");
        second.Body.ShouldBe("""[{"id":2,"mentor_id_object":{"id":1,"name":"Ada","nickname":"countess","email":"ada@example.org","is_active":true,"score":90.50,"born":"1815-12-10","mentor_id":null}}]""");
    }

    [Fact]
    public async Task Survives_what_is_written_meanwhile()
    {
        await Fill(6001, 6020);
        const string Walk = "/hostile?id__range=6000,6999&fields=id&limit=5&ordering=-number";
        var first = await Get($"{Walk}&cursor=");
        Rows(first).ShouldBe(["""{"id":6020}""", """{"id":6019}""", """{"id":6018}""", """{"id":6017}""", """{"id":6016}"""]);

        // The row on which the page ended goes, one comes before it and one behind.
        (await Delete("/hostile/6016")).Status.ShouldBe(204);
        (await Post("/hostile", """[{"id":6900,"number":6900},{"id":6901,"number":6014}]""")).Status.ShouldBe(201);
        var second = await Get(first.Next()!);
        Rows(second).ShouldBe(["""{"id":6015}""", """{"id":6014}""", """{"id":6901}""", """{"id":6013}""", """{"id":6012}"""]);

        // Backward the new row at the start is met too.
        (await Get(second.Previous()!)).Previous().ShouldBeNull();
        Rows(await Get(second.Previous()!))
            .ShouldBe(["""{"id":6900}""", """{"id":6020}""", """{"id":6019}""", """{"id":6018}""", """{"id":6017}"""], ignoreOrder: false);
    }

    [Fact]
    public async Task Leads_back_from_a_page_whose_rows_are_gone()
    {
        await Fill(7001, 7008);
        const string Walk = "/hostile?id__range=7000,7999&fields=id&limit=4";
        var first = await Get($"{Walk}&cursor=");
        var second = await Get(first.Next()!);
        (await Delete("/hostile?id__range=7005,7008")).Status.ShouldBe(204);
        var gone = await Get(first.Next()!);
        gone.Body.ShouldBe("[]");
        gone.Next().ShouldBeNull();
        (await Get(gone.Previous()!)).Body.ShouldBe(first.Body);

        (await Delete("/hostile?id__range=7001,7004")).Status.ShouldBe(204);
        await Fill(7005, 7008);
        var before = await Get(second.Previous()!);
        before.Body.ShouldBe("[]");
        before.Previous().ShouldBeNull();
        (await Get(before.Next()!)).Body.ShouldBe(second.Body);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(25)]
    public async Task Refuses_a_cursor_that_was_changed(int place)
    {
        var cursor = await Cursor("/person?cursor=&limit=2");
        var forged = string.Concat(cursor.AsSpan(0, place), cursor[place] == 'A' ? "B" : "A", cursor.AsSpan(place + 1));
        await Refuses($"/person?cursor={forged}");
    }

    [Fact]
    public async Task Refuses_a_cursor_of_something_else()
    {
        var cursor = await Cursor("/person?cursor=&limit=2&ordering=name");
        (await Get($"/person?ordering=name&limit=4&is_active=true&cursor={cursor}")).Status.ShouldBe(200);
        await Refuses($"/person?cursor={cursor}");
        await Refuses($"/person?ordering=-name&cursor={cursor}");
        await Refuses($"/person?ordering=nickname&cursor={cursor}");
        await Refuses($"/person?ordering=name,score&cursor={cursor}");
        await Refuses($"/place?ordering=name&cursor={cursor}");
        await Refuses($"/person?ordering=name&cursor={cursor[..^4]}");
        await Refuses($"/person?ordering=name&cursor={cursor}AAAA");
        await Refuses("/person?cursor=x");
        await Refuses("/person?cursor=%00%ff".Replace("%ff", "%C3%BF", StringComparison.Ordinal));
        await Refuses($"/person?cursor={new string('A', 5000)}");
    }

    [Fact]
    public async Task Refuses_a_walk_that_cannot_be()
    {
        await Get("/person?cursor=&offset=2").ShouldFail(400, "malformed-syntax", "\"cursor\" and \"offset\" are two ways to page.",
            "Use limit with offset, page with page_size, or cursor with limit or page_size.", "query 8 6");
        await Get("/person?cursor=&page=2").ShouldFail(400, "malformed-syntax", "\"page\" and \"cursor\" are two ways to page.",
            "Use limit with offset, page with page_size, or cursor with limit or page_size.", "query 0 6");
        await Get("/person?cursor=&limit=0").ShouldFail(400, "bad-value", "\"limit\" is at least 1.", null, "query 14 1");
        await Get("/log_entry?cursor=&ordering=happened").ShouldFail(400, "not-applicable",
            "\"log_entry\" has no primary key, so a cursor needs an order by a unique key without NULLs.",
            "Page with limit and offset instead.", "query 7 0");
        await Get("/active_person?cursor=").ShouldFail(400, "not-applicable");
        await Get("/person/1?cursor=").ShouldFail(400, "unknown-option");
    }

    [Fact]
    public async Task Refuses_a_cursor_that_would_be_too_long()
    {
        var words = new string('w', 5000);
        (await Post("/hostile?fields=id", $$"""[{"id":8001,"words":"{{words}}"},{"id":8002,"words":"{{words}}"}]""")).Status.ShouldBe(201);
        await Get("/hostile?id__range=8000,8999&ordering=words&limit=1&cursor=").ShouldFail(400, "limit-exceeded",
            "The values by which the rows are ordered are too long for a cursor.",
            "Order by shorter columns, or page with limit and offset.");
    }

    private async Task Fill(int first, int last)
    {
        var rows = Enumerable.Range(first, last - first + 1).Select(id => $$"""{"id":{{id}},"number":{{id}}}""");
        (await Post("/hostile?fields=id", $"[{string.Join(',', rows)}]")).Status.ShouldBe(201);
    }

    private async Task<string> Cursor(string target)
    {
        var next = (await Page(target)).Next().ShouldNotBeNull();
        return next[(next.IndexOf("cursor=", StringComparison.Ordinal) + "cursor=".Length)..];
    }

    private Task<Answer> Refuses(string target)
    {
        var query = target[(target.IndexOf('?', StringComparison.Ordinal) + 1)..];
        var value = query.IndexOf("cursor=", StringComparison.Ordinal) + "cursor=".Length;
        return Get(target).ShouldFail(400, "bad-value", NotOfThisList, StartAnew, $"query {value} {query.Length - value}");
    }
}
