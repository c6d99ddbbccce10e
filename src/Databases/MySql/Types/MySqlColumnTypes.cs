using System.Globalization;
using Relata.Model.Schema;

namespace Relata.Databases.MySql.Types;

/// <summary>
/// Finds the column type behind what <c>information_schema.columns</c> says. Types that MariaDB has under a name of the
/// standard are shown with that one.
/// </summary>
internal static class MySqlColumnTypes
{
    private const int DigitsOfUnsigned = 20;

    /// <summary>The column type.</summary>
    /// <param name="name">The type's name alone, such as <c>int</c>.</param>
    /// <param name="declared">The type as it is declared, such as <c>int(10) unsigned</c>.</param>
    /// <param name="precision">The digits of a number in all.</param>
    /// <param name="scale">The digits of a number after the point.</param>
    /// <param name="length">The longest text in characters.</param>
    /// <param name="collation">How text is compared; null for what is none.</param>
    /// <param name="isJson">Whether a check lets only JSON in.</param>
    public static ColumnType Of(
        string name, string declared, int? precision, int? scale, int? length, string? collation, bool isJson) =>
        (isJson ? new ColumnType(TypeKind.Json, "json") : Of(name, declared, precision, scale, length)) with
        {
            Native = new QualifiedName(collation ?? "", name),
        };

    private static ColumnType Of(string name, string declared, int? precision, int? scale, int? length)
    {
        var isUnsigned = declared.Contains("unsigned", StringComparison.OrdinalIgnoreCase);
        return (name.ToLowerInvariant(), isUnsigned) switch
        {
            ("tinyint", false) when declared.StartsWith("tinyint(1)", StringComparison.OrdinalIgnoreCase) =>
                new ColumnType(TypeKind.Boolean, "boolean"),
            ("tinyint", false) => new ColumnType(TypeKind.Int16, "tinyint"),
            ("tinyint", true) => new ColumnType(TypeKind.Int16, "tinyint unsigned"),
            ("smallint", false) => new ColumnType(TypeKind.Int16, "smallint"),
            ("smallint", true) => new ColumnType(TypeKind.Int32, "smallint unsigned"),
            ("mediumint", false) => new ColumnType(TypeKind.Int32, "mediumint"),
            ("mediumint", true) => new ColumnType(TypeKind.Int32, "mediumint unsigned"),
            ("int", false) => new ColumnType(TypeKind.Int32, "integer"),
            ("int", true) => new ColumnType(TypeKind.UInt32, "integer unsigned"),
            ("bigint", false) => new ColumnType(TypeKind.Int64, "bigint"),
            ("bigint", true) => Whole("bigint unsigned"),
            ("year", _) => new ColumnType(TypeKind.Int16, "year"),
            ("bit", _) when precision == 1 => new ColumnType(TypeKind.Boolean, declared),
            ("bit", _) when precision == 64 => Whole(declared),
            ("bit", _) => new ColumnType(TypeKind.Int64, declared),
            ("decimal", _) => new ColumnType(TypeKind.Decimal, Text($"numeric({precision},{scale})"))
            {
                Precision = precision, Scale = scale,
            },
            ("float", _) => new ColumnType(TypeKind.Single, "float"),
            ("double", _) => new ColumnType(TypeKind.Double, "double precision"),
            ("char", _) => new ColumnType(TypeKind.Text, declared) { Length = length },
            ("varchar", _) => new ColumnType(TypeKind.Text, Text($"character varying({length})"))
            {
                Length = length,
            },
            ("tinytext" or "text" or "mediumtext" or "longtext", _) => new ColumnType(TypeKind.Text, declared),
            ("set", _) => new ColumnType(TypeKind.Text, declared),
            ("enum", _) => new ColumnType(TypeKind.Enum, declared) { Labels = LabelsOf(declared) },
            ("binary" or "varbinary" or "tinyblob" or "blob" or "mediumblob" or "longblob", _) =>
                new ColumnType(TypeKind.Bytes, declared),
            ("date", _) => new ColumnType(TypeKind.Date, "date"),
            ("time", _) => new ColumnType(TypeKind.Time, declared),
            ("datetime", _) => new ColumnType(TypeKind.Timestamp, declared),
            ("timestamp", _) => new ColumnType(TypeKind.TimestampTz, declared),
            ("uuid", _) => new ColumnType(TypeKind.Uuid, "uuid"),
            ("geometry" or "point" or "linestring" or "polygon" or "multipoint" or "multilinestring" or "multipolygon"
                or "geometrycollection" or "geomcollection", _) => new ColumnType(TypeKind.GeoJson, declared),
            _ => new ColumnType(TypeKind.Other, declared),
        };
    }

    /// <summary>Whether text of a type is compared with regard to case, accents and all.</summary>
    public static bool IsExact(ColumnType type) =>
        !IsText(type) || (type.Native is { Schema: var collation }
            && collation.EndsWith("_bin", StringComparison.Ordinal));

    /// <summary>Whether values of a type are compared by a collation.</summary>
    public static bool IsText(ColumnType type) => type.Kind is TypeKind.Text or TypeKind.Enum or TypeKind.Json;

    /// <summary>Whether text of a type is stored in the character set of the connection.</summary>
    public static bool IsUtf8(ColumnType type) =>
        type.Native is not { Schema: var collation } || collation.Length == 0
        || collation.StartsWith("utf8mb4", StringComparison.Ordinal);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number of up to 64 bits without a sign, of which no integer of Relata's holds the largest.</summary>
    private static ColumnType Whole(string name) =>
        new(TypeKind.Decimal, name) { Precision = DigitsOfUnsigned, Scale = 0 };

    /// <summary>The labels between quotes in <c>enum('a','it''s')</c>.</summary>
    private static List<string> LabelsOf(string declared)
    {
        var labels = new List<string>();
        for (var at = declared.IndexOf('\'', StringComparison.Ordinal); at >= 0 && at < declared.Length;)
        {
            var label = new System.Text.StringBuilder();
            for (at++; at < declared.Length; at++)
            {
                if (declared[at] != '\'')
                {
                    label.Append(declared[at]);
                }
                else if (at + 1 < declared.Length && declared[at + 1] == '\'')
                {
                    label.Append('\'');
                    at++;
                }
                else
                {
                    break;
                }
            }

            labels.Add(label.ToString());
            at = declared.IndexOf('\'', at + 1);
        }

        return labels;
    }
}
