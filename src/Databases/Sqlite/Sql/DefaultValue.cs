using System.Globalization;
using Relata.Model.Schema;
using Relata.Sql;
using Relata.Sql.Tree;

namespace Relata.Databases.Sqlite.Sql;

/// <summary>
/// Reads a column's default as the catalogue prints it; only keywords, numbers and strings can be read.
/// </summary>
internal static class DefaultValue
{
    /// <summary>The default as an expression; null when it is an expression of the schema's own.</summary>
    public static SqlExpression? Read(Column column) => column.Default?.Trim().ToUpperInvariant() switch
    {
        null or "NULL" => new KeywordDefault(SqliteKeyword.Null),
        "TRUE" => new KeywordDefault(SqliteKeyword.True),
        "FALSE" => new KeywordDefault(SqliteKeyword.False),
        "CURRENT_TIMESTAMP" => new KeywordDefault(SqliteKeyword.CurrentTimestamp),
        "CURRENT_DATE" => new KeywordDefault(SqliteKeyword.CurrentDate),
        "CURRENT_TIME" => new KeywordDefault(SqliteKeyword.CurrentTime),
        _ => ReadLiteral(column.Default.Trim()),
    };

    private static SqlParameter? ReadLiteral(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
            return Constant(integer, TypeKind.Int64);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real))
            return Constant(real, TypeKind.Double);
        if (text is not ['\'', .. var quoted, '\'']) return null;
        var unescaped = quoted.Replace("''", "", StringComparison.Ordinal);
        return unescaped.Contains('\'', StringComparison.Ordinal)
            ? null
            : Constant(quoted.Replace("''", "'", StringComparison.Ordinal), TypeKind.Text);
    }

    private static SqlParameter Constant(object value, TypeKind kind) =>
        new(StatementParameter.OfConstant(value, new ColumnType(kind, "")));
}
