using Relata.Conformance;
using Relata.Support;

namespace Relata.Databases.Postgres.Tests.Types;

/// <summary>Places of PostGIS, which is in a schema that is on no search path: GeoJSON both ways.</summary>
public sealed class PlaceTests(PlaceTests.Places server) : Specification(server), IClassFixture<PlaceTests.Places>
{
    private const string Meters = """{"type":"name","properties":{"name":"EPSG:3857"}}""";

    [Theory]
    [InlineData(1, "area", """{"type":"Point","crs":null,"coordinates":[1,2]}""")]
    [InlineData(2, "area", """{"type":"Point","coordinates":[0.12345678901234568,-1E-17,3]}""")]
    [InlineData(3, "area", $$"""{"type":"LineString","crs":{{Meters}},"coordinates":[[0,0],[1E+20,2.5]]}""")]
    [InlineData(4, "area",
        """{"type":"Polygon","coordinates":[[[0,0],[0,4],[4,4],[4,0],[0,0]],[[1,1],[1,2],[2,2],[2,1],[1,1]]]}""")]
    [InlineData(5, "area", """{"type":"MultiPoint","crs":null,"coordinates":[[0,0],[]]}""")]
    [InlineData(6, "area", """{"type":"MultiLineString","coordinates":[[[0,0,1],[1,1,2]],[]]}""")]
    [InlineData(7, "area", """{"type":"MultiPolygon","coordinates":[[[[0,0],[1,1],[1,0],[0,0]]]]}""")]
    [InlineData(8, "area", """
        {"type":"GeometryCollection","crs":null,"geometries":[{"type":"Point","coordinates":[1,2]},{"type":"GeometryCollection","geometries":[]}]}
        """)]
    [InlineData(9, "area", """{"type":"Point","crs":null,"coordinates":[]}""")]
    [InlineData(10, "area", """{"type":"Polygon","coordinates":[]}""")]
    [InlineData(11, "area", "null")]
    [InlineData(1, "spot", """{"type":"Point","coordinates":[13.4,52.5]}""")]
    [InlineData(2, "spot", "null")]
    [InlineData(1, "flat", $$"""{"type":"Point","crs":{{Meters}},"coordinates":[5,6]}""")]
    public async Task A_place_is_answered_and_written_back_as_it_was(int id, string column, string place)
    {
        await Get($"/thing/{id}?fields={column}").ShouldAnswer(200, $$"""{"{{column}}":{{place}}}""");
        await ShouldStoreTheSameAsync(id, column, place);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(15)]
    public async Task What_GeoJSON_cannot_say_is_text_and_is_written_back_as_it_was(int id)
    {
        var text = (string)(await server.ScalarAsync($"SELECT area::text FROM thing WHERE id = {id}", Stop))!;
        await Get($"/thing/{id}?fields=area").ShouldAnswer(200, $$"""{"area":"{{text}}"}""");
        await ShouldStoreTheSameAsync(id, "area", $"\"{text}\"");
    }

    [Fact]
    public async Task Places_are_found_and_inside_related_rows()
    {
        await Get("/thing?flat=" + Uri.EscapeDataString($$"""{"type":"Point","crs":{{Meters}},"coordinates":[5,6]}""") + "&fields=id")
            .ShouldAnswer(200, Ids("1"));
        await Get("/thing?flat=SRID=3857;POINT(5 6)&fields=id").ShouldAnswer(200, Ids("1"));
        await Get("/thing?flat__ne=SRID=3857;POINT(5 5)&fields=id").ShouldAnswer(200, Ids("1"));
        await Get("/thing?flat__in=SRID=3857;POINT(5 5),SRID=3857;POINT(5 6)&fields=id").ShouldAnswer(200, Ids("1"));
        await Get("/thing?spot=SRID=4326;POINT(13.4 52.5)&fields=id&ordering=area").ShouldAnswer(200, Ids("1"));
        await Get("/thing?flat__isnull=false&fields=id").ShouldAnswer(200, Ids("1"));
        await Get("/copy?id=1&fields=id&thing__fields=spot").ShouldAnswer(
            200, """[{"id":1,"id_object":{"spot":{"type":"Point","coordinates":[13.4,52.5]}}}]""");
    }

    [Fact]
    public async Task Places_in_lists_are_what_they_are_in_rows()
    {
        var rows = await Get("/thing?fields=id,area,flat,spot");
        rows.Body.ShouldStartWith("""[{"id":1,"area":{"type":"Point","crs":null,"coordinates":[1,2]},""");
        await Get("/atlas/1?sheet__fields=id,area,flat,spot")
            .ShouldAnswer(200, $$"""{"id":1,"referenced_by_sheet_atlas_id_objects":{{rows.Body}}}""");
    }

    [Fact]
    public async Task Places_in_arrays_are_text_in_rows_and_lists()
    {
        var row = (string)(await server.ScalarAsync(
            """
            SELECT json_build_object('id', 1, 'areas', array[areas[1]::text, areas[2]::text, NULL], 'spots', array[spots[1]::text])
            FROM route
            """,
            Stop))!;
        var routes = $"[{row.Replace(" ", "", StringComparison.Ordinal)}]";
        await Get("/route").ShouldAnswer(200, $"{routes[..^2]},\"atlas_id\":1}}]");
        await Get("/atlas/1?route__fields=id,areas,spots")
            .ShouldAnswer(200, $$"""{"id":1,"referenced_by_route_atlas_id_objects":{{routes}}}""");
        await Patch("/route/1?fields=id,areas,spots", routes[1..^1]).ShouldAnswer(200, routes[1..^1]);
        (await server.ScalarAsync("SELECT array_to_string(areas, ';', '-') || array_to_string(spots, ';') FROM route", Stop))
            .ShouldBe(await server.ScalarAsync(
                "SELECT array_to_string(ARRAY['POINT(1 2)'::geo.geometry, 'SRID=3857;POINT M (1 2 3)', NULL], ';', '-')"
                + " || 'POINT(13.4 52.5)'::geo.geography", Stop));
    }

    [Theory]
    [InlineData("area", """{"type":"Point","coordinates":[1]}""", "has a position that is none")]
    [InlineData("area", """{"type":"Feature","geometry":null}""", "has no type of GeoJSON's places")]
    [InlineData("area", """{"type":"Polygon","coordinates":[[[0,0],[1,1],[2,0]]]}""", "has a ring that is not closed")]
    [InlineData("area", "[1,2]", "is no GeoJSON object")]
    [InlineData("area", "\"\"", "is no GeoJSON object")]
    [InlineData("area", "\" \"", "is no GeoJSON object")]
    [InlineData("area", "\"POINT(1\"", "PostGIS does not take a value for a place.")]
    [InlineData("area", "\"0101\"", "PostGIS does not take a value for a place.")]
    [InlineData("flat", """{"type":"Point","coordinates":[1,2]}""", "A value is none of its column's type.")]
    [InlineData("spot", """{"type":"LineString","coordinates":[[0,0],[1,1]]}""", "A value is none of its column's type.")]
    public async Task What_is_no_place_of_the_column_is_refused(string column, string place, string why)
    {
        var answer = await Patch("/copy/1", $$"""{"{{column}}":{{place}}}""").ShouldFail(400, "bad-value");
        answer.Body.ShouldContain(why);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%20")]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[1,2],\"\\ud800\":1}")]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[1,2],\"bbox\":\"\\ud800\"}")]
    public Task Texts_that_are_no_place_are_refused_in_filters(string value) =>
        Get($"/thing?area={value}").ShouldFail(400, "bad-value");

    [Theory]
    [InlineData("area__icontains=a")]
    [InlineData("area__contains={\"type\":\"Point\",\"coordinates\":[1,2]}")]
    [InlineData("area__overlap={\"type\":\"Point\",\"coordinates\":[1,2]}")]
    [InlineData("area__len=1")]
    public Task Lookups_that_ask_something_of_a_place_are_refused(string filter) =>
        Get($"/thing?{filter}").ShouldFail(400, "not-applicable");

    private async Task ShouldStoreTheSameAsync(int id, string column, string place)
    {
        await Patch($"/copy/{id}?fields={column}", $$"""{"{{column}}":{{place}}}""")
            .ShouldAnswer(200, $$"""{"{{column}}":{{place}}}""");
        (await server.ScalarAsync(
            $"""
            SELECT copy.{column} OPERATOR(geo.=) thing.{column} IS NOT FALSE
                AND copy.{column}::text IS NOT DISTINCT FROM thing.{column}::text
            FROM thing JOIN copy USING (id) WHERE id = {id}
            """,
            Stop)).ShouldBe(true);
    }

    /// <summary>A server over two tables of places: one that is full, and one to write to.</summary>
    public sealed class Places() : ScriptServer("""
        CREATE SCHEMA geo;
        CREATE EXTENSION postgis SCHEMA geo;
        CREATE TABLE thing (
            id integer PRIMARY KEY, area geo.geometry, flat geo.geometry(Point, 3857), spot geo.geography(Point));
        INSERT INTO thing VALUES (1, 'POINT(1 2)', 'SRID=3857;POINT(5 6)', 'POINT(13.4 52.5)');
        INSERT INTO thing (id, area) VALUES
            (2, 'SRID=4326;POINT(0.12345678901234568 -1e-17 3)'),
            (3, 'SRID=3857;LINESTRING(0 0,1e20 2.5)'),
            (4, 'SRID=4326;POLYGON((0 0,0 4,4 4,4 0,0 0),(1 1,1 2,2 2,2 1,1 1))'),
            (5, 'MULTIPOINT(0 0,EMPTY)'),
            (6, 'SRID=4326;MULTILINESTRING Z ((0 0 1,1 1 2),EMPTY)'),
            (7, 'SRID=4326;MULTIPOLYGON(((0 0,1 1,1 0,0 0)))'),
            (8, 'GEOMETRYCOLLECTION(POINT(1 2),GEOMETRYCOLLECTION EMPTY)'),
            (9, 'POINT EMPTY'),
            (10, 'SRID=4326;POLYGON EMPTY'),
            (11, NULL),
            (12, 'POINT M (1 2 3)'),
            (13, 'SRID=4326;CURVEPOLYGON(CIRCULARSTRING(0 0,1 1,2 0,1 -1,0 0))'),
            (14, 'LINESTRING Z EMPTY'),
            (15, 'GEOMETRYCOLLECTION(POINT(1 2),CIRCULARSTRING(0 0,1 1,2 0))');
        CREATE TABLE copy (LIKE thing INCLUDING ALL, FOREIGN KEY (id) REFERENCES thing);
        INSERT INTO copy SELECT id FROM thing;
        CREATE TABLE atlas (id integer PRIMARY KEY);
        INSERT INTO atlas VALUES (1);
        CREATE TABLE sheet (LIKE thing INCLUDING ALL, atlas_id integer DEFAULT 1 REFERENCES atlas);
        INSERT INTO sheet SELECT * FROM thing;
        CREATE TABLE route (
            id integer PRIMARY KEY, areas geo.geometry[], spots geo.geography(Point)[], atlas_id integer DEFAULT 1 REFERENCES atlas);
        INSERT INTO route VALUES (1, ARRAY['POINT(1 2)'::geo.geometry, 'SRID=3857;POINT M (1 2 3)', NULL], ARRAY['POINT(13.4 52.5)'::geo.geography]);
        """)
    {
        /// <inheritdoc/>
        protected override Task<Support.PostgresDatabase> MakeAsync(string script, CancellationToken stop) =>
            TestPostgres.CreateDatabaseWithPlacesAsync(script, stop);
    }
}
