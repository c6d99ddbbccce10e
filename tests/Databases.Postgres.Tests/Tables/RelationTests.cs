using Relata.Conformance;

namespace Relata.Databases.Postgres.Tests.Tables;

/// <summary>Partitioned, inherited and foreign tables, and columns that the database fills.</summary>
public sealed class RelationTests(TablesServer server) : Specification(server), IClassFixture<TablesServer>
{
    [Fact]
    public async Task A_partitioned_table_is_one_table()
    {
        await Post("/reading", """[{"id":1,"year":2023,"value":1.5},{"id":1,"year":2024,"value":2}]""")
            .ShouldAnswer(201, """[{"id":1,"year":2023,"value":1.50},{"id":1,"year":2024,"value":2.00}]""");
        await Get("/reading/1,2024").ShouldAnswer(200, """{"id":1,"year":2024,"value":2.00}""");

        // The row moves to another partition.
        await Patch("/reading/1,2023", """{"id":2,"year":2024}""")
            .ShouldAnswer(200, """{"id":2,"year":2024,"value":1.50}""");
        await Put("/reading/2,2024", """{"id":2,"year":2024,"value":3}""")
            .ShouldAnswer(200, """{"id":2,"year":2024,"value":3.00}""");
        await Post("/reading?resolution=merge", """{"id":2,"year":2024,"value":4}""")
            .ShouldAnswer(201, """{"id":2,"year":2024,"value":4.00}""");
        await Get("/reading?order_by=id&fields=id,year&count=exact").ShouldAnswer(
            200, """[{"id":1,"year":2024},{"id":2,"year":2024}]""");
        await Delete("/reading?year=2024").ShouldAnswerNothing();
        await Post("/reading", """{"id":1,"year":1999}""").ShouldFail(422, "check-violation");
    }

    [Theory]
    [InlineData("reading_2023")]
    [InlineData("reading_2024")]
    [InlineData("reading_2024_0")]
    public async Task Partitions_are_not_served(string partition) =>
        await Get($"/{partition}").ShouldFail(404, "unknown-table");

    [Fact]
    public async Task A_partitioned_table_is_related_as_one_table()
    {
        await Get("/meter?sample__load&fields=id&id__ne=2").ShouldAnswer(200,
            """[{"id":1,"referenced_by_sample_meter_id_objects":[{"meter_id":1,"year":2023,"number":1},{"meter_id":1,"year":2024,"number":1}]},{"id":3,"referenced_by_sample_meter_id_objects":[]}]""");
        await Get("/sample/2024,1?depth=2").ShouldAnswer(200,
            """{"meter_id":1,"year":2024,"number":1,"meter_id_object":{"id":1,"name":"water"},"referenced_by_remark_year_number_objects":[{"id":2,"year":2024,"number":1},{"id":3,"year":2024,"number":1}]}""");
        await Get("/remark?sample__meter__load&id__in=1,4&fields=id").ShouldAnswer(200,
            """[{"id":1,"year_number_object":{"meter_id":1,"year":2023,"number":1,"meter_id_object":{"id":1,"name":"water"}}},{"id":4,"year_number_object":null}]""");
        await Get("/meter/1?depth=0&fields=id").ShouldAnswer(200,
            """{"id":1,"referenced_by_sample_meter_id_objects":[{"meter_id":1,"year":2023,"number":1,"referenced_by_remark_year_number_objects":[{"id":1,"year":2023,"number":1}]},{"meter_id":1,"year":2024,"number":1,"referenced_by_remark_year_number_objects":[{"id":2,"year":2024,"number":1},{"id":3,"year":2024,"number":1}]}]}""");
        await Get("/meter/1?fields=id&sample__order_by=-year&sample__limit=1").ShouldAnswer(200,
            """{"id":1,"referenced_by_sample_meter_id_objects":[{"meter_id":1,"year":2024,"number":1}]}""");
    }

    [Theory]
    [InlineData("meter", "sample__year=2024", "1,2")]
    [InlineData("meter", "sample__remark__isnull=false", "1")]
    [InlineData("meter", "sample__isnull=true", "3")]
    [InlineData("meter", "sample__remark__id=3", "1")]
    [InlineData("remark", "sample__meter__name=water", "1,2,3")]
    [InlineData("remark", "sample__year__lt=2024", "1")]
    [InlineData("remark", "sample__isnull=true", "4")]
    public Task Rows_are_found_through_a_partitioned_table(string table, string filter, string ids) =>
        Get($"/{table}?{filter}&fields=id").ShouldAnswer(200, Ids(ids));

    [Fact]
    public async Task A_table_holds_the_rows_of_those_that_inherit_from_it()
    {
        await Get("/place?order_by=id").ShouldAnswer(200, """[{"id":1,"name":"forest"},{"id":2,"name":"town"}]""");
        await Get("/city").ShouldAnswer(200, """[{"id":2,"name":"town","mayor":"Ann"}]""");
        await Post("/city", """{"id":3,"name":"village","mayor":null}""")
            .ShouldAnswer(201, """{"id":3,"name":"village","mayor":null}""");
        await Patch("/place/3", """{"name":"hamlet"}""").ShouldAnswer(200, """{"id":3,"name":"hamlet"}""");
        await Get("/city/3").ShouldAnswer(200, """{"id":3,"name":"hamlet","mayor":null}""");
        await Delete("/place/3").ShouldAnswerNothing();
        await Get("/city/3").ShouldFail(404, "row-not-found");
    }

    [Fact]
    public async Task A_table_of_another_server_is_read_and_written()
    {
        const string one = """{"id":1,"name":"one","at":"2024-07-19T03:45:00Z","tags":["a","b"]}""";
        await Get("/near?name=one").ShouldAnswer(200, $"[{one}]");
        await Post("/near", """{"id":2,"name":"two","tags":[]}""")
            .ShouldAnswer(201, """{"id":2,"name":"two","at":null,"tags":[]}""");
        await Patch("/near?id=2", """{"at":"2024-01-01","tags":["c"]}""")
            .ShouldAnswer(200, """[{"id":2,"name":"two","at":"2024-01-01T00:00:00Z","tags":["c"]}]""");
        await Get("/far?id=2").ShouldAnswer(200, """[{"id":2,"name":"two","at":"2024-01-01T00:00:00Z","tags":["c"]}]""");
        await Delete("/near?id=2").ShouldAnswerNothing();
        await Get("/far?id=2").ShouldAnswer(200, "[]");
        await Get("/near/1").ShouldFail(405, "method-not-allowed");
    }

    [Fact]
    public async Task A_table_out_of_a_file_is_read_only()
    {
        await Get("/lines?word__ne=one").ShouldAnswer(200, """[{"number":2,"word":"two"}]""");
        await Post("/lines", """{"number":3,"word":"three"}""").ShouldFail(405, "method-not-allowed");
        await Delete("/lines?number=1").ShouldFail(405, "method-not-allowed");
    }

    [Fact]
    public async Task Columns_that_the_database_fills()
    {
        await Post("/made", """{"net":4.5}""").ShouldAnswer(
            201, """{"id":1,"number":1,"net":4.50,"gross":9.00,"during":{"lower":1,"upper":5,"bounds":"[)"}}""");
        await Post("/made", """{"net":2,"number":70}""").ShouldAnswer(
            201, """{"id":2,"number":70,"net":2.00,"gross":4.00,"during":{"lower":1,"upper":2,"bounds":"[)"}}""");
        await Post("/made", """{"id":7,"net":1}""").ShouldFail(400, "generated-column");
        await Post("/made", """{"gross":7,"net":1}""").ShouldFail(400, "generated-column");

        // What was read can be sent back, and what the database fills has to be what it is.
        var row = (await Get("/made/2")).Body;
        await Put("/made/2", row).ShouldAnswer(200, row);
        await Patch("/made/2", """{"net":3,"gross":4.00}""").ShouldAnswer(
            200, """{"id":2,"number":70,"net":3.00,"gross":6.00,"during":{"lower":1,"upper":3,"bounds":"[)"}}""");
        await Patch("/made/2", """{"gross":5}""").ShouldFail(400, "generated-column");
        await Patch("/made/2", """{"during":"[1,9)"}""").ShouldFail(400, "generated-column");
        await Patch("/made/2", """{"during":"[1,3)"}""").ShouldAnswer(
            200, """{"id":2,"number":70,"net":3.00,"gross":6.00,"during":{"lower":1,"upper":3,"bounds":"[)"}}""");
        await Put("/made/2", """{"net":1}""")
            .ShouldAnswer(200, """{"id":2,"number":2,"net":1.00,"gross":2.00,"during":{"empty":true}}""");
    }
}
