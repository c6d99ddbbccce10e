using System.Text.Json;
using Relata.Databases.Postgres.Sessions;
using Relata.Databases.Postgres.Tests.Wire;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Schema;
using Relata.Planning.Values;
using Relata.Support;
using TestDatabase = Relata.Support.PostgresDatabase;
using Relata.Sql;

namespace Relata.Databases.Postgres.Tests.Types;

/// <summary>Every type as a cell and as a value: what comes out goes in again and stores the same.</summary>
public sealed class CellTests(CellTests.Fixture fixture) : IClassFixture<CellTests.Fixture>, IAsyncLifetime
{
    public ValueTask InitializeAsync() => fixture.StartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(TypeKind.Boolean, "boolean", "true", "true")]
    [InlineData(TypeKind.Boolean, "boolean", "false", "false")]
    [InlineData(TypeKind.Int16, "smallint", "-32768", "-32768")]
    [InlineData(TypeKind.Int32, "integer", "2147483647", "2147483647")]
    [InlineData(TypeKind.Int64, "bigint", "-9223372036854775808", "-9223372036854775808")]
    [InlineData(TypeKind.Int32, "positive", "7", "7")]
    [InlineData(TypeKind.Uuid, "uuid", "A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11",
        "\"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11\"")]
    [InlineData(TypeKind.Bytes, "bytea", "\\x00ff10", "\"AP8Q\"")]
    [InlineData(TypeKind.Bytes, "bytea", "", "\"\"")]
    [InlineData(TypeKind.Enum, "mood", "so \"so\"", "\"so \\\"so\\\"\"")]
    public Task Plain_types(TypeKind kind, string type, string stored, string json) =>
        RoundTripAsync(kind, type, stored, json);

    [Theory]
    [InlineData("0", "0")]
    [InlineData("0.00", "0.00")]
    [InlineData("10.00", "10.00")]
    [InlineData("-0.001", "-0.001")]
    [InlineData("0.00001234", "0.00001234")]
    [InlineData("0.000000000010", "0.000000000010")]
    [InlineData("10000", "10000")]
    [InlineData("99990000", "99990000")]
    [InlineData("100000000.0001", "100000000.0001")]
    [InlineData("-12345678901234567890.12345678900", "-12345678901234567890.12345678900")]
    [InlineData("1.5e20", "150000000000000000000")]
    [InlineData("NaN", "\"NaN\"")]
    [InlineData("Infinity", "\"Infinity\"")]
    [InlineData("-Infinity", "\"-Infinity\"")]
    public Task Decimals(string stored, string json) => RoundTripAsync(TypeKind.Decimal, "numeric", stored, json);

    [Fact]
    public async Task A_decimal_of_thousands_of_digits()
    {
        var digits = string.Concat(Enumerable.Repeat("9876543210", 2000));
        var number = $"-{digits}.{digits[..5000]}";
        await ReadAsync(new ColumnType(TypeKind.Decimal, "numeric"), $"SELECT {number}", number);
    }

    [Theory]
    [InlineData(TypeKind.Single, "real", "1.5", "1.5")]
    [InlineData(TypeKind.Single, "real", "0.1", "0.1")]
    [InlineData(TypeKind.Single, "real", "1e20", "1e+20")]
    [InlineData(TypeKind.Single, "real", "-Infinity", "\"-Infinity\"")]
    [InlineData(TypeKind.Double, "double precision", "1", "1")]
    [InlineData(TypeKind.Double, "double precision", "0.1", "0.1")]
    [InlineData(TypeKind.Double, "double precision", "-0", "-0")]
    [InlineData(TypeKind.Double, "double precision", "0.00001", "1e-05")]
    [InlineData(TypeKind.Double, "double precision", "1.7976931348623157e308", "1.7976931348623157e+308")]
    [InlineData(TypeKind.Double, "double precision", "5e-324", "5e-324")]
    [InlineData(TypeKind.Double, "double precision", "NaN", "\"NaN\"")]
    [InlineData(TypeKind.Double, "double precision", "Infinity", "\"Infinity\"")]
    public Task Floating_point(TypeKind kind, string type, string stored, string json) =>
        RoundTripAsync(kind, type, stored, json);

    [Theory]
    [InlineData("text", "", "\"\"")]
    [InlineData("text", "a \"b\" \\c\\ 'd' ☃ 😀\n\t", "\"a \\\"b\\\" \\\\c\\\\ 'd' ☃ \\uD83D\\uDE00\\n\\t\"")]
    [InlineData("varchar(5)", "north", "\"north\"")]
    [InlineData("char(3)", "a", "\"a  \"")]
    [InlineData("name", "pg_class", "\"pg_class\"")]
    [InlineData("citext", "MiXed", "\"MiXed\"")]
    public Task Text(string type, string stored, string json) => RoundTripAsync(TypeKind.Text, type, stored, json);

    [Theory]
    [InlineData("2024-07-19", "\"2024-07-19\"")]
    [InlineData("2000-02-29", "\"2000-02-29\"")]
    [InlineData("1999-12-31", "\"1999-12-31\"")]
    [InlineData("0001-01-01", "\"0001-01-01\"")]
    [InlineData("0001-12-31 BC", "\"0001-12-31 BC\"")]
    [InlineData("0044-03-15 BC", "\"0044-03-15 BC\"")]
    [InlineData("4713-11-24 BC", "\"4713-11-24 BC\"")]
    [InlineData("294276-12-31", "\"294276-12-31\"")]
    [InlineData("infinity", "\"infinity\"")]
    [InlineData("-infinity", "\"-infinity\"")]
    public Task Dates(string stored, string json) => RoundTripAsync(TypeKind.Date, "date", stored, json);

    [Fact]
    public Task The_last_day() =>
        ReadAsync(new ColumnType(TypeKind.Date, "date"), "SELECT date '5874897-12-31'", "\"5874897-12-31\"");

    [Theory]
    [InlineData("00:00", "\"00:00:00\"")]
    [InlineData("11:45:00.5", "\"11:45:00.5\"")]
    [InlineData("23:59:59.999999", "\"23:59:59.999999\"")]
    [InlineData("00:00:00.00001", "\"00:00:00.00001\"")]
    [InlineData("24:00", "\"24:00:00\"")]
    public Task Times(string stored, string json) => RoundTripAsync(TypeKind.Time, "time", stored, json);

    [Theory]
    [InlineData("2024-07-19 11:45:00.5", "\"2024-07-19T11:45:00.5\"")]
    [InlineData("1999-12-31 23:59:59.999999", "\"1999-12-31T23:59:59.999999\"")]
    [InlineData("0044-03-15 10:00 BC", "\"0044-03-15T10:00:00 BC\"")]
    [InlineData("290000-12-31 23:59:59.999999", "\"290000-12-31T23:59:59.999999\"")]
    [InlineData("infinity", "\"infinity\"")]
    [InlineData("-infinity", "\"-infinity\"")]
    public Task Timestamps(string stored, string json) => RoundTripAsync(TypeKind.Timestamp, "timestamp", stored, json);

    [Theory]
    [InlineData("2024-07-19 11:45:00.5+08", "\"2024-07-19T03:45:00.5Z\"")]
    [InlineData("2000-01-01 00:00:00+00:30", "\"1999-12-31T23:30:00Z\"")]
    [InlineData("0044-03-15 10:00+00 BC", "\"0044-03-15T10:00:00Z BC\"")]
    [InlineData("infinity", "\"infinity\"")]
    [InlineData("-infinity", "\"-infinity\"")]
    public Task Instants(string stored, string json) =>
        RoundTripAsync(TypeKind.TimestampTz, "timestamptz", stored, json);

    [Theory]
    [InlineData("0", "\"PT0S\"")]
    [InlineData("1 month 2 days 3 hours 4.5 seconds", "\"P1M2DT3H4.5S\"")]
    [InlineData("1 year 2 months", "\"P1Y2M\"")]
    [InlineData("-1 year -2 months +3 days -04:05:06", "\"P-1Y-2M3DT-4H-5M-6S\"")]
    [InlineData("-0.5 seconds", "\"PT-0.5S\"")]
    [InlineData("100 hours 0.000001 seconds", "\"PT100H0.000001S\"")]
    [InlineData("40 days", "\"P40D\"")]
    [InlineData("-178000000 years", "\"P-178000000Y\"")]
    public Task Intervals(string stored, string json) => RoundTripAsync(TypeKind.Interval, "interval", stored, json);

    [Theory]
    [InlineData("json", "{\"a\": [1, 2.50,  null]}", "{\"a\": [1, 2.50,  null]}")]
    [InlineData("jsonb", "{\"b\":1,\"a\":[1,2.50]}", "{\"a\": [1, 2.50], \"b\": 1}")]
    [InlineData("jsonb", "\"☃ \\\" text\"", "\"☃ \\\" text\"")]
    [InlineData("document", "{\"b\":1}", "{\"b\": 1}")]
    public Task Json(string type, string stored, string json) => RoundTripAsync(TypeKind.Json, type, stored, json);

    [Theory]
    [InlineData("inet", "10.0.0.1/8", "\"10.0.0.1/8\"")]
    [InlineData("int4range", "[1,5)", "\"[1,5)\"")]
    [InlineData("tstzrange", "[2024-07-19 11:45+08,)", "\"[\\\"2024-07-19 03:45:00+00\\\",)\"")]
    [InlineData("tsvector", "'a':1 'b'", "\"'a':1 'b'\"")]
    [InlineData("bit(3)", "101", "\"101\"")]
    [InlineData("point", "(1,2)", "\"(1,2)\"")]
    [InlineData("timetz", "11:45+08", "\"11:45:00+08\"")]
    public Task Types_that_are_not_taken_apart(string type, string stored, string json) =>
        RoundTripAsync(TypeKind.Other, type, stored, json);

    [Theory]
    [InlineData(TypeKind.Int32, "int[]", "{1,NULL,3}", "[1,null,3]")]
    [InlineData(TypeKind.Int32, "int[]", "{}", "[]")]
    [InlineData(TypeKind.Int32, "int[]", "{{1,2},{3,4}}", "[[1,2],[3,4]]")]
    [InlineData(TypeKind.Int64, "bigint[]", "{{{1},{2}}}", "[[[1],[2]]]")]
    [InlineData(TypeKind.Text, "text[]",
        """{"a,b","\"q\"","\\","NULL","",NULL,"{x}"," "}""", """["a,b","\"q\"","\\","NULL","",null,"{x}"," "]""")]
    [InlineData(TypeKind.Boolean, "bool[]", "{t,f}", "[true,false]")]
    [InlineData(TypeKind.Decimal, "numeric[]", "{1.50,NaN}", "[1.50,\"NaN\"]")]
    [InlineData(TypeKind.Double, "float8[]", "{0.1,-Infinity}", "[0.1,\"-Infinity\"]")]
    [InlineData(TypeKind.Uuid, "uuid[]",
        "{a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11}", "[\"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11\"]")]
    [InlineData(TypeKind.TimestampTz, "timestamptz[]", "{2024-07-19 03:45+00}", "[\"2024-07-19T03:45:00Z\"]")]
    [InlineData(TypeKind.Interval, "interval[]", "{1 mon}", "[\"P1M\"]")]
    [InlineData(TypeKind.Bytes, "bytea[]", """{"\\x00ff"}""", "[\"AP8=\"]")]
    [InlineData(TypeKind.Json, "jsonb[]", """{"{\"a\": [1]}"}""", "[{\"a\": [1]}]")]
    [InlineData(TypeKind.Enum, "mood[]", """{sad,"so \"so\""}""", "[\"sad\",\"so \\\"so\\\"\"]")]
    [InlineData(TypeKind.Int32, "positive[]", "{1,2}", "[1,2]")]
    [InlineData(TypeKind.Text, "words", "{a,b}", "[\"a\",\"b\"]")]
    [InlineData(TypeKind.Other, "inet[]", "{10.0.0.1/8,NULL}", "[\"10.0.0.1/8\",null]")]
    public Task Arrays(TypeKind element, string type, string stored, string json) =>
        RoundTripAsync(new ColumnType(TypeKind.Array, type) { Element = Type(element, type) }, stored, json);

    [Theory]
    [InlineData("(north,\"a \"\"b\"\"\")", "{\"site\":\"north\",\"room\":\"a \\\"b\\\"\"}")]
    [InlineData("(,)", "{\"site\":null,\"room\":null}")]
    [InlineData("(\"\",\"\\\\ , ( ) ☃\")", "{\"site\":\"\",\"room\":\"\\\\ , ( ) ☃\"}")]
    public Task Row_values(string stored, string json) => RoundTripAsync(Place, stored, json);

    [Fact]
    public Task Row_values_in_row_values_and_arrays()
    {
        var visit = new ColumnType(TypeKind.Composite, "visit")
        {
            Fields =
            [
                new CompositeField("where", Place),
                new CompositeField("days", new ColumnType(TypeKind.Array, "date[]") { Element = Type(TypeKind.Date, "date") }),
                new CompositeField("count", Type(TypeKind.Int32, "positive")),
            ],
        };
        return RoundTripAsync(
            new ColumnType(TypeKind.Array, "visit[]") { Element = visit },
            """{"(\"(\\\"a \\\"\\\"b\\\",)\",\"{2024-07-19,NULL}\",7)",NULL,"(,,)"}""",
            """[{"where":{"site":"a \"b","room":null},"days":["2024-07-19",null],"count":7},null,"""
            + """{"where":null,"days":null,"count":null}]""");
    }

    [Fact]
    public Task Row_values_without_a_type() =>
        ReadAsync(
            new ColumnType(TypeKind.Array, "record[]") { Element = Place },
            "SELECT ARRAY[ROW('a'::text, NULL::text), ROW(NULL::text, 'b'::text)]",
            """[{"site":"a","room":null},{"site":null,"room":"b"}]""");

    [Theory]
    [InlineData("SELECT ROW('a'::text)")]
    [InlineData("SELECT ROW('a'::text, 1)")]
    public async Task Row_values_of_another_shape_are_refused(string sql) =>
        await Should.ThrowAsync<FailureException>(() => ReadAsync(Place, sql, ""));

    [Fact]
    public Task An_array_with_its_own_bounds() =>
        ReadAsync(
            new ColumnType(TypeKind.Array, "int[]") { Element = new ColumnType(TypeKind.Int32, "int") },
            "SELECT '[0:1]={5,6}'::int[]",
            "[5,6]");

    [Fact]
    public Task Null_of_every_type() => ReadAsync(new ColumnType(TypeKind.Json, "jsonb"), "SELECT NULL::jsonb", "null");

    [Fact]
    public async Task A_cell_larger_than_any_buffer()
    {
        var text = new string('x', 1_000_000);
        var script = Scripts.Of("SELECT repeat('x', 1000000)", [Scripts.Word]);
        (await fixture.Sessions.ReadAllAsync(script)).ShouldBe([$"\"{text}\""]);
        (await fixture.Driver.ReadAllAsync(script)).ShouldBe([$"\"{text}\""]);
    }

    [Theory]
    [InlineData(TypeKind.Int32, "id", "[1,3,9]", "1 3")]
    [InlineData(TypeKind.Int32, "id", "[]", "")]
    [InlineData(TypeKind.Text, "name", """["o,n\"e\\", "two"]""", "1 2")]
    [InlineData(TypeKind.TimestampTz, "at", """["2024-07-19T03:45:00Z"]""", "1")]
    [InlineData(TypeKind.Enum, "mood", """["sad"]""", "3")]
    [InlineData(TypeKind.Boolean, "ok", "[true]", "1")]
    public async Task A_list_meets_its_column(TypeKind kind, string column, string list, string ids)
    {
        var type = Type(kind, column);
        using var json = JsonDocument.Parse(list);
        var values = json.RootElement.EnumerateArray().Select(item => Convert(item, type)).ToList();
        var script = Scripts.Of($"SELECT id FROM listed WHERE {column} = ANY ($1) ORDER BY id", [Scripts.Number]);
        var statement = script.Statements[0] with { Parameters = [new(0, type, IsList: true)] };
        foreach (var rows in await fixture.ReadByAllWaysAsync(script with { Statements = [statement] }, values))
            string.Join(' ', rows).ShouldBe(ids);
    }

    private static ColumnType Place { get; } = new(TypeKind.Composite, "place")
    {
        Fields =
        [
            new CompositeField("site", new ColumnType(TypeKind.Text, "text")),
            new CompositeField("room", new ColumnType(TypeKind.Text, "text")),
        ],
    };

    private static ColumnType Type(TypeKind kind, string name) => new(kind, name)
    {
        Labels = kind == TypeKind.Enum ? ["sad", "so \"so\""] : [],
    };

    private Task RoundTripAsync(TypeKind kind, string type, string stored, string json) =>
        RoundTripAsync(Type(kind, type), stored, json);

    private async Task RoundTripAsync(ColumnType type, string stored, string json)
    {
        var output = type switch
        {
            { Kind: TypeKind.Other } => "::text",
            { Element.Kind: TypeKind.Other } => "::text[]",
            _ => "",
        };
        var literal = stored.Replace("'", "''", StringComparison.Ordinal);
        await ReadAsync(type, $"SELECT '{literal}'::{type.Name}{output}", json);

        var table = $"\"{Guid.NewGuid():n}\"";
        await fixture.Database.ExecuteAsync($"CREATE TABLE {table} (value {type.Name})");
        var insert = Scripts.Of($"INSERT INTO {table} VALUES ($1) RETURNING value{output}", [type], type);
        using var document = JsonDocument.Parse(json);
        var run = fixture.Sessions.Run(insert, Convert(document.RootElement, type));
        await using var write = fixture.Sessions.Begin();
        var rows = await write.RunAsync([run], TestContext.Current.CancellationToken);
        (await rows.TakeResultAsync(1)).ShouldBe([json]);
    }

    private static object? Convert(JsonElement json, ColumnType type) =>
        ColumnValue.Convert(Literal.FromJson(json, at: null), new Column("value", 0, type), stored: true);

    private async Task ReadAsync(ColumnType type, string sql, string json)
    {
        foreach (var rows in await fixture.ReadByAllWaysAsync(Scripts.Of(sql, [type]))) rows.ShouldBe([json]);
    }

    public sealed class Fixture : IAsyncDisposable
    {
        private TestDatabase? database;

        internal TestDatabase Database => database!;

        internal PostgresSessionSource Sessions { get; private set; } = null!;

        internal PostgresSessionSource Driver { get; set; } = null!;

        /// <summary>The rows over the driver, over a connection of their own, and over a shared one.</summary>
        internal async Task<string[][]> ReadByAllWaysAsync(Script script, params object?[] values)
        {
            var prepared = Sessions.Prepare(script);
            var first = await Sessions.TakeAsync(prepared, values);
            return
            [
                await Driver.ReadAllAsync(script, values), first, await Sessions.TakeSharedAsync(prepared, values),
            ];
        }

        public async ValueTask StartAsync()
        {
            if (database is not null) return;
            database = await TestPostgres.CreateDatabaseAsync("""
                CREATE EXTENSION citext;
                CREATE TYPE mood AS ENUM ('sad', 'so "so"');
                CREATE TYPE place AS (site text, room text);
                CREATE DOMAIN positive AS int CHECK (VALUE > 0);
                CREATE DOMAIN document AS jsonb;
                CREATE DOMAIN words AS text[];
                CREATE TYPE visit AS ("where" place, days date[], count positive);
                CREATE TABLE listed (id int, name text, at timestamptz, mood mood, ok bool);
                INSERT INTO listed VALUES
                    (1, 'o,n"e\', '2024-07-19 11:45+08', 'so "so"', true),
                    (2, 'two', 'now', NULL, false),
                    (3, NULL, NULL, 'sad', NULL);
                """);
            var options = new PostgresSessionOptions();
            Sessions = Open(options);
            Driver = Open(options with { Reads = PostgresReads.Npgsql });

            PostgresSessionSource Open(PostgresSessionOptions chosen) =>
                new(new PostgresPool(new(database.ConnectionString), chosen), chosen);
        }

        public async ValueTask DisposeAsync()
        {
            if (database is null) return;
            await Sessions.DisposeAsync();
            await Driver.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
