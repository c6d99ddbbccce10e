using static Relata.Databases.Postgres.Tests.Values.RandomStructure;

namespace Relata.Databases.Postgres.Tests.Values;

/// <summary>A column of the fuzz table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Value">Makes a value as text, in the form that PostgreSQL reads.</param>
/// <param name="IsComparable">Whether the type has an operator that says that two values are the same one.</param>
internal sealed record FuzzColumn(string Name, string Type, Func<Random, string> Value, bool IsComparable = true)
{
    /// <summary>What the types are made of.</summary>
    public const string Types = """"
        CREATE EXTENSION hstore;
        CREATE EXTENSION citext;
        CREATE EXTENSION ltree;
        CREATE EXTENSION cube;
        CREATE TYPE mood AS ENUM ('calm', 'so "so"', 'a,b', '日本');
        CREATE DOMAIN positive AS int CHECK (VALUE > 0);
        CREATE DOMAIN words AS text[];
        CREATE TYPE place AS (site text, "a ""b""" varchar(40), at timestamptz, mood mood, tags text[], during daterange, n numeric(9,2));
        CREATE DOMAIN somewhere AS place;
        CREATE TYPE visit AS (spot place, again place[], address inet, shape point, extra hstore, count positive, doc jsonb);
        CREATE TYPE priced AS (label text, price money, kind regtype, words tsquery, spot place);
        CREATE TYPE textrange AS RANGE (subtype = text);
        CREATE TYPE positiverange AS RANGE (subtype = positive);
        CREATE DOMAIN period AS daterange;
        """";

    /// <summary>One column for each type, and one for an array of it.</summary>
    public static IReadOnlyList<FuzzColumn> All { get; } = [.. Plain.SelectMany(column => (FuzzColumn[])[column, column.Array])];

    private static FuzzColumn[] Plain =>
    [
        new("bool", "boolean", random => random.Of("t", "f")),
        new("int2", "smallint", random => random.Integer(short.MinValue, short.MaxValue)),
        new("int4", "integer", random => random.Integer(int.MinValue, int.MaxValue)),
        new("int8", "bigint", random => random.Integer(long.MinValue, long.MaxValue)),
        new("oid", "oid", random => random.Integer(0, uint.MaxValue)),
        new("numeric", "numeric", random => random.Decimal()),
        new("numeric_12_4", "numeric(12,4)", random => random.Of("NaN", $"{random.Of("", "-")}{random.Digits(1, 8)}.{random.Digits(1, 6)}")),
        new("numeric_5_m2", "numeric(5,-2)", random => random.Of("0", random.Digits(1, 6))),
        new("float4", "real", random => random.Single()),
        new("float8", "double precision", random => random.Double()),
        new("money", "money", random => $"{random.Of("", "-")}{random.Digits(1, 9)}.{random.Digits(2, 2)}"),
        new("text", "text", random => random.Text()),
        new("varchar", "varchar(5)", random => random.ShortText(5)),
        new("bpchar", "char(5)", random => random.ShortText(5)),
        new("name", "name", random => random.ShortText(12)),
        new("citext", "citext", random => random.Text()),
        new("char", "\"char\"", random => random.Of("", "a", "\\", "\"", "'", " ", "~", "\u0001")),
        new("bytea", "bytea", random => random.Bytes()),
        new("uuid", "uuid", random => new Guid(random.Bytes().PadRight(34, '7')[2..34].ToLowerInvariant()).ToString()),
        new("date", "date", random => random.Date(5_874_897)),
        new("time", "time", random => random.Time()),
        new("time_2", "time(2)", random => random.Time()),
        new("timetz", "timetz", random => random.Time() + random.Zone()),
        new("timetz_1", "timetz(1)", random => random.Time() + random.Zone()),
        new("timestamp", "timestamp", random => random.Timestamp()),
        new("timestamp_3", "timestamp(3)", random => random.Of("infinity", $"2024-07-19 {random.Time()}")),
        new("timestamptz", "timestamptz", random => random.Timestamp()),
        new("timestamptz_0", "timestamptz(0)", random => $"2024-07-19 {random.Time()}+08"),
        new("interval", "interval", random => random.Interval()),
        // Rounding goes beyond the largest interval, so none of these is near it.
        new("interval_2", "interval(2)", random => random.Of("0", "178000000 years", $"-3 months 4 days {random.Time()}")),
        new("json", "json", NotNull, IsComparable: false),
        new("jsonb", "jsonb", NotNull),
        new("jsonpath", "jsonpath", random => random.Of("$", "$.a[*] ? (@ > 1)", "strict $.\"b c\""), IsComparable: false),
        new("xml", "xml", random => random.Of("", "x", "<a b=\"1\">é &amp; 😀</a>", "<a/><b/>", "<a>\n</a>"), IsComparable: false),
        new("inet", "inet", random => random.Address()),
        new("cidr", "cidr", random => random.Of("0.0.0.0/0", "10.0.0.0/8", "192.168.1.0/24", "1.2.3.4/32", "::/0", "2001:db8::/32", "::1/128")),
        new("macaddr", "macaddr", random => random.HardwareAddress(6)),
        new("macaddr8", "macaddr8", random => random.HardwareAddress(8)),
        new("bit", "bit(7)", random => random.Bits(7, 7)),
        new("varbit", "bit varying", random => random.Of(random.Bits(0, 20), random.Bits(300, 400))),
        new("tsvector", "tsvector", random => random.Lexemes()),
        new("tsquery", "tsquery", random => random.Of("", "'a' & !'b':AB", "'c d' <-> 'e''f'", "'x' | ( 'y' & 'z':* )")),
        new("point", "point", random => random.Point(), IsComparable: false),
        new("line", "line", random => random.Of("{1,-1,0}", "{0,1,-2.5}", "{3,0,1e10}"), IsComparable: false),
        new("lseg", "lseg", random => $"[{random.FinitePoint()},{random.FinitePoint()}]", IsComparable: false),
        new("box", "box", random => $"{random.FinitePoint()},{random.FinitePoint()}", IsComparable: false),
        new("path", "path", random => random.Of($"[{random.Points()}]", $"({random.Points()})"), IsComparable: false),
        new("polygon", "polygon", random => $"({random.Points()})", IsComparable: false),
        new("circle", "circle", random => $"<{random.FinitePoint()},{random.Digits(1, 3)}.5>", IsComparable: false),
        new("pg_lsn", "pg_lsn", random => random.Of("0/0", "16/B374D848", "FFFFFFFF/FFFFFFFF", "1/A")),
        // A zero in front makes the number an octal one.
        new("xid8", "xid8", random => random.Of("0", "18446744073709551615", "7" + random.Digits(1, 9))),
        new("tid", "tid", random => random.Of("(0,1)", "(4294967295,65535)")),
        new("regclass", "regclass", random => random.Of("pg_class", "pg_type", "-")),
        new("int4range", "int4range", random => random.IntegerRange()),
        new("int8range", "int8range", random => random.IntegerRange()),
        new("numrange", "numrange", random => random.DecimalRange()),
        new("daterange", "daterange", random => random.DateRange()),
        new("tsrange", "tsrange", random => random.MomentRange()),
        new("tstzrange", "tstzrange", random => random.MomentRange()),
        new("textrange", "textrange", random => random.TextRange()),
        new("positiverange", "positiverange", random => random.Of("[1,1]", "[1,7)", "(2,)", "empty")),
        new("positivemultirange", "positivemultirange", random => random.Of("{}", "{[1,1],(2,7]}")),
        new("period", "period", random => random.DateRange()),
        new("int4multirange", "int4multirange", random => random.Multirange(RandomStructure.IntegerRange)),
        new("int8multirange", "int8multirange", random => random.Multirange(RandomStructure.IntegerRange)),
        new("nummultirange", "nummultirange", random => random.Multirange(RandomStructure.DecimalRange)),
        new("datemultirange", "datemultirange", random => random.Multirange(RandomStructure.DateRange)),
        new("tsmultirange", "tsmultirange", random => random.Multirange(RandomStructure.MomentRange)),
        new("tstzmultirange", "tstzmultirange", random => random.Multirange(RandomStructure.MomentRange)),
        new("textmultirange", "textmultirange", random => random.Multirange(RandomStructure.TextRange)),
        new("mood", "mood", Mood),
        new("positive", "positive", random => random.Integer(1, int.MaxValue)),
        new("words", "words", random => random.Array(element => element.Text(), ',', mayHaveTwoDimensions: false)),
        new("place", "place", Place),
        new("somewhere", "somewhere", Place),
        new("visit", "visit", Visit, IsComparable: false),
        new("priced", "priced", Priced),
        new("hstore", "hstore", random => random.Map()),
        new("ltree", "ltree", random => random.Of("", "a", $"{random.Word()}.{random.Word()}")),
        new("cube", "cube", random => random.Of("(1)", "(1, 2),(3, 4)", "(1e-10)")),
    ];

    /// <summary>Arrays of these hold arrays in JSON already, so a second dimension could not be told from them.</summary>
    private bool HoldsArrays => Name is "json" or "jsonb" or "words" || Name.EndsWith("multirange", StringComparison.Ordinal);

    private FuzzColumn Array => new(
        $"{Name}_array",
        $"{Type}[]",
        random => random.Array(Value, Name == "box" ? ';' : ',', mayHaveTwoDimensions: !HoldsArrays),
        IsComparable);

    /// <summary>A null of JSON and NULL are both null.</summary>
    private static string NotNull(Random random) => random.Json() is var json and not "null" ? json : "{}";

    private static string Mood(Random random) => random.Of("calm", "so \"so\"", "a,b", "日本");

    private static string Place(Random random) => random.Next(6) == 0
        ? "(,,,,,,)"
        : Row(
            random.Maybe(random.Text()),
            random.Maybe(random.ShortText(40)),
            random.Maybe(random.Timestamp()),
            random.Maybe(Mood(random)),
            random.Maybe(random.Array(element => element.Text(), ',', mayHaveTwoDimensions: true)),
            random.Maybe(random.DateRange()),
            random.Maybe(random.Digits(1, 7)));

    private static string Visit(Random random) => Row(
        random.Maybe(Place(random)),
        random.Maybe(random.Array(Place, ',', mayHaveTwoDimensions: false)),
        random.Maybe(random.Address()),
        random.Maybe(random.Point()),
        random.Maybe(random.Map()),
        random.Maybe(random.Integer(1, int.MaxValue)),
        random.Maybe(NotNull(random)));

    private static string Priced(Random random) => Row(
        random.Maybe(random.Text()),
        random.Maybe($"-{random.Digits(1, 6)}.{random.Digits(2, 2)}"),
        random.Maybe(random.Of("integer", "text", "numeric")),
        random.Maybe("'a' & 'b c'"),
        random.Maybe(Place(random)));
}
