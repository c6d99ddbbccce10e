namespace Relata.Conformance;

/// <summary>Rows that are summed up: groups, aggregates over them, conditions on what comes out.</summary>
public abstract class AggregateSpec(ConformanceServer server) : Specification(server)
{
    [Theory]
    [InlineData("/person?group_by=is_active&aggregates=count",
        """[{"is_active":false,"count":2},{"is_active":true,"count":4}]""")]
    [InlineData("/person?group_by=is_active&aggregates=count&ordering=-count",
        """[{"is_active":true,"count":4},{"is_active":false,"count":2}]""")]
    [InlineData("/person?group_by=is_active&aggregates=count(score),sum(score),avg(score),min(score),max(score)&is_active=false",
        """[{"is_active":false,"count_score":2,"sum_score":102.84,"avg_score":51.42,"min_score":12.34,"max_score":90.50}]""")]
    [InlineData("/person?group_by=mentor_id&aggregates=count",
        """[{"mentor_id":1,"count":2},{"mentor_id":2,"count":1},{"mentor_id":6,"count":1},{"mentor_id":null,"count":2}]""")]
    [InlineData("/person?group_by=score,is_active&aggregates=count:n,max(id):last&ordering=-score&limit=2",
        """[{"score":null,"is_active":true,"n":2,"last":6},{"score":90.50,"is_active":false,"n":1,"last":3}]""")]
    [InlineData("/person?group_by=is_active&aggregates=count&fields=count", """[{"count":2},{"count":4}]""")]
    [InlineData("/person?group_by=is_active&aggregates=count&limit=1&offset=1", """[{"is_active":true,"count":4}]""")]
    [InlineData("/person?group_by=is_active", """[{"is_active":false},{"is_active":true}]""")]
    [InlineData("/person?distinct=is_active", """[{"is_active":false},{"is_active":true}]""")]
    [InlineData("/person?distinct=born&ordering=-born",
        """[{"born":null},{"born":"2001-05-05"},{"born":"1990-01-31"},{"born":"1815-12-10"}]""")]
    [InlineData("/person?distinct=born,is_active&name__ne=Ada&ordering=born",
        """[{"born":"1990-01-31","is_active":false},{"born":"2001-05-05","is_active":true},{"born":null,"is_active":true}]""")]
    public Task Sums_up_groups(string target, string body) => Get(target).ShouldAnswer(200, body);

    [Theory]
    [InlineData("/person?aggregates=count", """[{"count":6}]""")]
    [InlineData("/person?aggregates=count,count(score),count_distinct(score),count_distinct(nickname):names",
        """[{"count":6,"count_score":4,"count_distinct_score":3,"names":5}]""")]
    [InlineData("/person?name=Nobody&aggregates=count,sum(score),avg(id),min(name)",
        """[{"count":0,"sum_score":null,"avg_id":null,"min_name":null}]""")]
    [InlineData("/person?aggregates=sum(id),avg(id),min(born),max(born),min(email)",
        """[{"sum_id":21,"avg_id":3.5,"min_born":"1815-12-10","max_born":"2001-05-05","min_email":"ada@example.org"}]""")]
    [InlineData("/specimen?aggregates=sum(small),sum(whole),max(large),min(large)",
        """[{"sum_small":11,"sum_whole":34566,"max_large":9223372036854775807,"min_large":-9223372036854775808}]""")]
    [InlineData("/specimen?aggregates=sum(large)&id__in=1,5", """[{"sum_large":8901234567}]""")]
    [InlineData("/specimen?aggregates=sum(ratio),avg(single),sum(single)&id__in=1,3,5",
        """[{"sum_ratio":0.09999975000000001,"avg_single":0.4166666666666667,"sum_single":1.25}]""")]
    [InlineData("/specimen?aggregates=min(moment),max(moment),min(clock),max(clock),max(code)",
        """[{"min_moment":"0001-01-01T00:00:00","max_moment":"9999-12-31T23:59:59.999999","min_clock":"00:00:00","max_clock":"23:59:59.999999","max_code":"日本"}]""")]
    [InlineData("/specimen?aggregates=min(instant)&id__in=1,5", """[{"min_instant":"2000-02-29T12:00:00.000001Z"}]""")]
    [InlineData("/draft?id__lt=100&aggregates=sum(price),avg(price),sum(amount)",
        """[{"sum_price":1.50,"avg_price":1.5,"sum_amount":12}]""")]
    public Task Sums_up_all_rows(string target, string body) => Get(target).ShouldAnswer(200, body);

    [Theory]
    [InlineData("/person?group_by=born__year&aggregates=count",
        """[{"born__year":1815,"count":1},{"born__year":1990,"count":2},{"born__year":2001,"count":1},{"born__year":null,"count":2}]""")]
    [InlineData("/person?group_by=born__year,born__month&aggregates=count:n&ordering=-born__month&born__isnotnull",
        """[{"born__year":1815,"born__month":12,"n":1},{"born__year":2001,"born__month":5,"n":1},{"born__year":1990,"born__month":1,"n":2}]""")]
    [InlineData("/person?group_by=is_active,born__year&aggregates=max(id)&having=(born__year__gte=1990)&ordering=born__year",
        """[{"is_active":false,"born__year":1990,"max_id":5},{"is_active":true,"born__year":2001,"max_id":4}]""")]
    [InlineData("/person?group_by=born__year&having=(born__year=1990)", """[{"born__year":1990}]""")]
    [InlineData("/person?group_by=born__year&having=(born__year__in=(1815,2001))", """[{"born__year":1815},{"born__year":2001}]""")]
    [InlineData("/person?group_by=born__year&having=(born__year__isnull)", """[{"born__year":null}]""")]
    [InlineData("/person?group_by=born__year&aggregates=count&fields=count&limit=1&offset=1", """[{"count":2}]""")]
    [InlineData("/person?distinct=born__quarter&ordering=-born__quarter",
        """[{"born__quarter":null},{"born__quarter":4},{"born__quarter":2},{"born__quarter":1}]""")]
    [InlineData("/log_entry?group_by=happened__date&aggregates=count",
        """[{"happened__date":"2024-01-01","count":2},{"happened__date":"2024-01-02","count":1}]""")]
    [InlineData("/log_entry?group_by=happened__date&having=(happened__date__gt=2024-01-01)", """[{"happened__date":"2024-01-02"}]""")]
    [InlineData("/log_entry?group_by=happened__time,happened__date__iso_year,happened__week_day&aggregates=count",
        """[{"happened__time":"00:00:00","happened__date__iso_year":2024,"happened__week_day":2,"count":2},{"happened__time":"00:00:00","happened__date__iso_year":2024,"happened__week_day":3,"count":1}]""")]
    [InlineData("/specimen?group_by=instant__hour,instant__second,clock__minute&id__in=1,5",
        """[{"instant__hour":3,"instant__second":0,"clock__minute":45},{"instant__hour":12,"instant__second":0,"clock__minute":0}]""")]
    public Task Groups_by_parts_of_dates(string target, string body) => Get(target).ShouldAnswer(200, body);

    [Fact]
    public async Task Walks_groups_by_parts_of_dates()
    {
        var walked = new List<string>();
        for (var target = "/person?distinct=born__year&ordering=-born__year&limit=1&cursor="; target is not null;)
        {
            var page = await Get(target);
            walked.Add(page.Body);
            target = page.Next();
        }

        string.Concat(walked).ShouldBe("""[{"born__year":null}][{"born__year":2001}][{"born__year":1990}][{"born__year":1815}]""");
        (await Get("/person.csv?group_by=born__year&aggregates=count&born__year=1990")).Body.ShouldBe("born__year,count\r\n1990,2\r\n");
        (await Get("/person?group_by=born__year&count=exact")).Header("X-Total-Count").ShouldBe("4");
    }

    [Theory]
    [InlineData("having=(count__gt=1)", "1,null")]
    [InlineData("having=count__gt=1", "1,null")]
    [InlineData("having=(count=1,mentor_id__gt=2)", "6")]
    [InlineData("having=(count__gte=1,avg_score__gte=50)", "1,null")]
    [InlineData("having=(count__gte=1,avg_score__gte=75)", "1")]
    [InlineData("having=(sum_score__lt=100)", "")]
    [InlineData("having=or=(count__gt=1,max_name__startswith=O)", "1,6,null")]
    [InlineData("having=(not=(count=1))", "1,null")]
    [InlineData("having=(count__in=(2,3),not=(mentor_id__isnull))", "1")]
    [InlineData("having=(sum_score__isnull=true)", "2,6")]
    [InlineData("having=(sum_score=160.5)", "1")]
    [InlineData("having=(max_name__startswith=O)", "6")]
    [InlineData("having=(max_name__startswith=O)&id__lt=6", "")]
    public async Task Keeps_what_comes_out_and_passes(string having, string mentors)
    {
        var rows = mentors.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => $$"""{"mentor_id":{{id}}}""");
        await Get($"/person?group_by=mentor_id&aggregates=count,avg(score),sum(score),max(name)&{having}&fields=mentor_id")
            .ShouldAnswer(200, $"[{string.Join(',', rows)}]");
    }

    [Fact]
    public async Task Pages_and_counts_what_comes_out()
    {
        var first = await Get("/person?group_by=mentor_id&aggregates=count&limit=3&count=exact");
        (first.Header("X-Total-Count"), first.Header("Content-Range")).ShouldBe(("4", "items 0-2/4"));
        (await Get(first.Next()!)).Body.ShouldBe("""[{"mentor_id":null,"count":2}]""");
        (await Get("/person?group_by=mentor_id&aggregates=count&count=exact&having=(count=1)")).Header("X-Total-Count").ShouldBe("2");

        var walked = new List<string>();
        for (var target = "/person?distinct=mentor_id&ordering=-mentor_id&limit=1&cursor="; target is not null;)
        {
            var page = await Get(target);
            walked.Add(page.Body);
            target = page.Next();
        }

        string.Concat(walked).ShouldBe("""[{"mentor_id":null}][{"mentor_id":6}][{"mentor_id":2}][{"mentor_id":1}]""");
        await Get("/person?aggregates=count&envelope=drf").ShouldAnswer(200,
            """{"count":1,"next":null,"previous":null,"results":[{"count":6}]}""");
    }

    [Fact]
    public async Task Sums_up_views_and_tables_without_a_key()
    {
        await Get("/active_person?aggregates=count,max(score)").ShouldAnswer(200, """[{"count":4,"max_score":90.50}]""");
        await Get("/log_entry?group_by=message&aggregates=count,min(happened)").ShouldAnswer(200,
            """[{"message":"start","count":2,"min_happened":"2024-01-01T00:00:00"},{"message":null,"count":1,"min_happened":"2024-01-02T00:00:00"}]""");
        (await Get("/person.csv?group_by=is_active&aggregates=count")).Body.ShouldBe("is_active,count\r\nfalse,2\r\ntrue,4\r\n");
    }

    [Theory]
    [InlineData("group_by=nam&aggregates=count", "unknown-column", "\"person\" has no column \"nam\".", "Did you mean \"name\"?", "query 9 3")]
    [InlineData("group_by=name__year", "not-applicable",
        "\"name\" is of type text; \"year\" needs a date or timestamp column.", null, "query 9 10")]
    [InlineData("distinct=born__hour", "not-applicable",
        "\"born\" is of type date; \"hour\" needs a time or timestamp column.", null, "query 9 10")]
    [InlineData("group_by=bron__year", "unknown-column", "\"person\" has no column \"bron\".", "Did you mean \"born\"?", "query 9 10")]
    [InlineData("group_by=born__yeer", "unknown-option", "Dates and times have no part \"yeer\".", "Did you mean \"year\"?", "query 9 10")]
    [InlineData("group_by=born__isempty", "unknown-option", "Dates and times have no part \"isempty\".",
        "Their parts: date, day, hour, iso_week_day, iso_year, minute, month, quarter, second, time, week, week_day, year.",
        "query 9 13")]
    [InlineData("group_by=born__", "unknown-option", "Dates and times have no part \"\".",
        "Their parts: date, day, hour, iso_week_day, iso_year, minute, month, quarter, second, time, week, week_day, year.",
        "query 9 6")]
    [InlineData("group_by=__year", "unknown-column", "\"person\" has no column \"\".", null, "query 9 6")]
    [InlineData("group_by=born__year,born__year", "malformed-syntax",
        "Two fields of the answer would be called \"born__year\".", null, "query 9 21")]
    [InlineData("aggregates=sum(scor)", "unknown-column", "\"person\" has no column \"scor\".", "Did you mean \"score\"?", "query 11 9")]
    [InlineData("aggregates=sum(name)", "not-applicable", "\"name\" is of type text; sum needs a number column.", null, "query 11 9")]
    [InlineData("aggregates=avg(born)", "not-applicable", "\"born\" is of type date; avg needs a number column.", null, "query 11 9")]
    [InlineData("aggregates=max(is_active)", "not-applicable",
        "\"is_active\" is of type boolean; max needs a column of numbers, text, dates or times.", null, "query 11 14")]
    [InlineData("aggregates=summ(score)", "malformed-syntax", "There is no aggregate \"summ\".", "Did you mean \"sum\"?", "query 11 11")]
    [InlineData("aggregates=", "malformed-syntax", "There is no aggregate \"\".",
        "Write count, or count(…), count_distinct(…), sum(…), avg(…), min(…) or max(…) of a column, and a name behind a colon.",
        "query 11 0")]
    [InlineData("aggregates=sum", "malformed-syntax", "\"sum\" is no aggregate.",
        "Write count, or count(…), count_distinct(…), sum(…), avg(…), min(…) or max(…) of a column, and a name behind a colon.",
        "query 11 3")]
    [InlineData("group_by=name&aggregates=count:name", "malformed-syntax",
        "Two fields of the answer would be called \"name\".", null, "query 25 10")]
    [InlineData("distinct=name&aggregates=count", "malformed-syntax",
        "\"distinct\" and \"aggregates\" do not go together.", "Name the columns in group_by alone.", "query 14 10")]
    [InlineData("having=(count__gt=1)", "malformed-syntax",
        "\"having\" is about groups, and there are none.", "Add group_by or aggregates.", "query 0 6")]
    [InlineData("aggregates=count&having=(cont__gt=1)", "unknown-column",
        "\"person\" has no column \"cont\".", "Did you mean \"count\"?", "query 25 4")]
    [InlineData("aggregates=count&having=(count__gt=x)", "bad-value",
        "The value \"x\" is no integer: column \"count\" is of type bigint.", null, "query 35 1")]
    [InlineData("aggregates=count&ordering=name", "unknown-column",
        "Rows that are summed up are ordered by their groups and aggregates only, and \"name\" is neither.",
        "Possible: count.", "query 26 4")]
    [InlineData("group_by=is_active&aggregates=count:n&ordering=is_active,-id", "unknown-column",
        "Rows that are summed up are ordered by their groups and aggregates only, and \"id\" is neither.",
        "Possible: is_active, n.", "query 47 13")]
    [InlineData("aggregates=count&ordering=nme", "unknown-column", "\"person\" has no column \"nme\".", null, "query 26 3")]
    [InlineData("aggregates=count&fields=name", "unknown-column",
        "Rows that are summed up are answered with their groups and aggregates only, and \"name\" is neither.",
        "Possible: count.", "query 24 4")]
    [InlineData("aggregates=count&depth=2", "not-applicable", "Rows that are summed up have no related rows.", null, "query 23 1")]
    [InlineData("aggregates=count&aggregates=count", "malformed-syntax", "The option \"aggregates\" is given twice.", null, "query 17 10")]
    public Task Refuses_what_cannot_be_summed_up(string query, string code, string detail, string? hint, string? at) =>
        Get($"/person?{query}").ShouldFail(400, code, detail, hint, at);

    [Fact]
    public async Task Refuses_JSON_columns()
    {
        await Get("/specimen?group_by=document").ShouldFail(400, "not-applicable",
            "\"document\" is of type json; a group needs any column but a JSON one.", null, "query 9 8");
        await Get("/specimen?aggregates=count_distinct(document)").ShouldFail(400, "not-applicable");
        await Get("/specimen?aggregates=count(document)").ShouldAnswer(200, """[{"count_document":4}]""");
    }
}
