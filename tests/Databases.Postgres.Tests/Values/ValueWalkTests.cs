using Relata.Conformance;

namespace Relata.Databases.Postgres.Tests.Values;

/// <summary>
/// Cursors over orders that only PostgreSQL has: values outside of the numbers and the calendar, values that are alike and
/// not the same, and types of its own.
/// </summary>
public sealed class ValueWalkTests(ValueWalkTests.Things server) : CursorWalk(server), IClassFixture<ValueWalkTests.Things>
{
    [Theory]
    [InlineData("ratio")]
    [InlineData("single")]
    [InlineData("amount")]
    [InlineData("day")]
    [InlineData("moment")]
    [InlineData("instant")]
    [InlineData("clock")]
    [InlineData("pause")]
    [InlineData("mood")]
    [InlineData("word")]
    [InlineData("host")]
    [InlineData("span")]
    [InlineData("spot")]
    [InlineData("days")]
    [InlineData("bits")]
    [InlineData("price")]
    [InlineData("kind")]
    [InlineData("letter")]
    [InlineData("name")]
    public async Task Walks_through_the_values_of(string column)
    {
        await Walk("thing", $"ordering={column}&fields=id");
        await Walk("thing", $"ordering=-{column}&fields=id,{column}");
        await Walk("thing", $"ordering={column},-id&fields=id");
    }

    [Theory]
    [InlineData("mood,-ratio,day")]
    [InlineData("-pause,word")]
    [InlineData("-host,amount,-moment")]
    [InlineData("word,-mood,span,-spot")]
    [InlineData("-days,-single,instant")]
    public Task Walks_through_several(string order) => Walk("thing", $"ordering={order}&fields=id");

    [Fact]
    public async Task Orders_as_the_database_does()
    {
        await Get("/thing?ordering=ratio&fields=id&ratio__isnull=false").ShouldAnswer(200, Ids("3,4,5,6,1,2"));
        await Get("/thing?ordering=day&fields=id&day__isnull=false").ShouldAnswer(200, Ids("3,4,5,6,1,2"));
        await Get("/thing?ordering=mood&fields=id&mood__isnull=false").ShouldAnswer(200, Ids("3,4,5,6,1,2"));
    }

    public sealed class Things() : ScriptServer("""
        CREATE EXTENSION citext;
        CREATE TYPE mood AS ENUM ('well', 'calm', 'a "b", c');
        CREATE TYPE spot AS (site text, room numeric);
        CREATE TABLE thing (
            id int PRIMARY KEY, ratio float8, single real, amount numeric, day date, moment timestamp, instant timestamptz,
            clock timetz, pause interval, mood mood, word citext, host inet, span tsrange, spot spot, days date[],
            bits varbit, price money, kind regclass, letter "char", name name);
        INSERT INTO thing VALUES
            (1, 'NaN', 'NaN', 'NaN', 'infinity', 'infinity', 'infinity', '23:00+00', '178000000 years', 'a "b", c', 'ß', '::1',
             '[infinity,infinity]', '(b,NaN)', '{infinity}', '111', '$9.00', 'pg_type', 'z', 'z'),
            (2, 'NaN', 'NaN', 'NaN', 'infinity', 'infinity', 'infinity', '23:00+00', '178000000 years', 'a "b", c', 'ß', '::1/128',
             '[infinity,infinity]', '(b,NaN)', '{infinity}', '111', '$9.00', 'pg_type', 'z', 'z'),
            (3, '-Infinity', '-Infinity', '-Infinity', '-infinity', '-infinity', '-infinity', '01:00+02', '-178000000 years',
             'well', 'a', '1.2.3.4/8', '(-infinity,infinity)', '(,1)', '{}', '', '-$9.00', 'pg_proc', '', ''),
            (4, '-0', '-0', '0.00', '0044-03-15 BC', '0044-03-15 12:00 BC', '0044-03-15 12:00+00 BC', '00:00+01', '30 days',
             'calm', 'A', '10.0.0.1', 'empty', '("",1)', '{NULL}', '0', '$0.00', 'pg_class', '"', 'A"'),
            (5, '0', '0', '0', '0044-03-15 BC', '0044-03-15 12:00 BC', '0044-03-15 12:00+00 BC', '01:00+02', '1 month',
             'calm', 'a', '10.0.0.1/32', 'empty', '("",1.0)', '{NULL}', '00', '$0.00', 'pg_class', 'a', 'a'),
            (6, 'Infinity', 'Infinity', 'Infinity', '5874897-12-31', '294276-12-31 23:59:59.999999', '294276-12-31 23:59:59.999999+00',
             '24:00-15:59', '720:00:00', 'calm', 'b"', '10.0.0.0/24', '(,)', '(,)', '{-infinity,2024-07-19}', '01', '$1000.00', '-', 'A', 'a');
        INSERT INTO thing (id) VALUES (7), (8), (9);
        """);
}
