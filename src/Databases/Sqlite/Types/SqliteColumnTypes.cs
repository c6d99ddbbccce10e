using System.Globalization;
using System.Text.RegularExpressions;
using Relata.Model.Schema;

namespace Relata.Databases.Sqlite.Types;

/// <summary>
/// Finds the column type behind a declared type. SQLite stores any text as a declared type and takes from it no more
/// than an affinity (https://sqlite.org/datatype3.html), so names that mean something elsewhere are given that meaning
/// here.
/// </summary>
/// <remarks>
/// A name that means nothing and has numeric affinity is <see cref="TypeKind.Other"/>: such a column keeps text, too.
/// </remarks>
internal static partial class SqliteColumnTypes
{
    /// <summary>What SQLite itself calls a column without a type (https://sqlite.org/stricttables.html).</summary>
    private const string Untyped = "any";

    /// <summary>
    /// The column type of a declared type such as <c>varchar(20)</c>; of none, <see cref="TypeKind.Other"/>.
    /// </summary>
    public static ColumnType Of(string declared)
    {
        if (string.IsNullOrWhiteSpace(declared)) return new ColumnType(TypeKind.Other, Untyped);
        var size = Size().Match(declared);
        var kind = KindOf(Blanks().Replace(Size().Replace(declared, " "), " ").Trim().ToLowerInvariant());
        return new ColumnType(kind, declared) switch
        {
            { Kind: TypeKind.Text } text => text with { Length = Number(size.Groups["first"]) },
            { Kind: TypeKind.Decimal } number => number with
            {
                Precision = Number(size.Groups["first"]),
                Scale = size.Success ? Number(size.Groups["second"]) ?? 0 : null,
            },
            var other => other,
        };
    }

    private static TypeKind KindOf(string name) => name switch
    {
        "bool" or "boolean" => TypeKind.Boolean,
        "smallint" or "int2" => TypeKind.Int16,
        "decimal" or "numeric" => TypeKind.Decimal,
        "real" or "double" or "double precision" or "float" => TypeKind.Double,
        "date" => TypeKind.Date,
        "time" or "time without time zone" => TypeKind.Time,
        "datetime" or "timestamp" or "timestamp without time zone" => TypeKind.Timestamp,
        "timestamptz" or "timestamp with time zone" or "datetimeoffset" => TypeKind.TimestampTz,
        "json" or "jsonb" => TypeKind.Json,
        "uuid" or "guid" => TypeKind.Uuid,

        // They hold the letters "int" by chance.
        "interval" or "point" => TypeKind.Other,
        _ => KindOfAffinity(name),
    };

    /// <summary>The rules of affinity in their order.</summary>
    private static TypeKind KindOfAffinity(string name) => name switch
    {
        _ when Holds(name, "int") => TypeKind.Int64,
        _ when Holds(name, "char") || Holds(name, "clob") || Holds(name, "text") => TypeKind.Text,
        _ when Holds(name, "blob") => TypeKind.Bytes,
        _ when Holds(name, "real") || Holds(name, "floa") || Holds(name, "doub") => TypeKind.Double,
        _ => TypeKind.Other,
    };

    private static bool Holds(string name, string part) => name.Contains(part, StringComparison.Ordinal);

    private static int? Number(Group digits) =>
        int.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The size in <c>decimal(10, 2)</c> or <c>timestamp(3) with time zone</c>.</summary>
    [GeneratedRegex(@"\(\s*(?<first>\d+)?\s*(,\s*(?<second>\d+)\s*)?[^)]*\)?")]
    private static partial Regex Size();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
