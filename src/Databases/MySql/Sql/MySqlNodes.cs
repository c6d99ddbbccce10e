using Relata.Model.Schema;
using Relata.Sql.Text;
using Relata.Sql.Tree;

namespace Relata.Databases.MySql.Sql;

/// <summary>Text that is compared as it is, with regard to case and accents, whatever its column's collation.</summary>
internal sealed record Exact(SqlExpression Operand, bool IsUtf8) : SqlExpression
{
    public override void Write(SqlWriter writer)
    {
        if (IsUtf8) writer.Node(Operand);
        else writer.Syntax("CONVERT(").Node(Operand).Syntax(" USING utf8mb4)");
        writer.Syntax(" COLLATE utf8mb4_nopad_bin");
    }
}

/// <summary>A value among others; the placeholder becomes as many as the list has values.</summary>
internal sealed record InList(SqlExpression Operand, SqlExpression List) : SqlExpression
{
    public override void Write(SqlWriter writer) => writer.Node(Operand).Syntax(" IN (").Node(List).Syntax(")");
}

/// <summary>A text like a pattern. A backslash escapes, unless another character is named.</summary>
internal sealed record Like(SqlExpression Operand, SqlExpression Pattern) : SqlExpression
{
    public override void Write(SqlWriter writer) => writer.Node(Operand).Syntax(" LIKE ").Node(Pattern);
}

/// <summary>A text with its letters in lower case.</summary>
internal sealed record Lower(SqlExpression Operand) : SqlExpression
{
    public override void Write(SqlWriter writer) => writer.Syntax("LOWER(").Node(Operand).Syntax(")");
}

/// <summary>A regular expression match; case counts as the operand's collation says.</summary>
internal sealed record Regexp(SqlExpression Operand, SqlExpression Pattern, bool IgnoreCase) : SqlExpression
{
    public override void Write(SqlWriter writer)
    {
        writer.Node(Operand).Syntax(" REGEXP ");
        if (IgnoreCase) writer.Syntax("CONCAT('(?i)', ").Node(Pattern).Syntax(")");
        else writer.Node(Pattern);
    }
}

/// <summary>The moment of the statement, to microseconds; sessions are in UTC.</summary>
internal sealed record NowInMicroseconds : SqlExpression
{
    public override void Write(SqlWriter writer) => writer.Syntax("CURRENT_TIMESTAMP(6)");
}

/// <summary>A number as binary floating point.</summary>
internal sealed record AsDouble(SqlExpression Operand) : SqlExpression
{
    public override void Write(SqlWriter writer) => writer.Syntax("CAST(").Node(Operand).Syntax(" AS DOUBLE)");
}

/// <summary>
/// A key of an order with the place of its NULLs, which MariaDB takes for the smallest values: they have a key of their
/// own in front.
/// </summary>
internal sealed record NullsApart(SqlExpression Value, bool Descending, bool First) : SqlExpression
{
    public override void Write(SqlWriter writer)
    {
        writer.Node(Value);
        if (First) writer.Syntax(" IS NOT NULL, ");
        else if (Descending) writer.Syntax(" IS NULL DESC, ");
        else writer.Syntax(" IS NULL, ");
        writer.Node(Value);
    }
}

/// <summary>Rows that are written out. MariaDB names no columns of VALUES, so each row is a SELECT.</summary>
internal sealed record UnionedRows(SqlValues Values) : SqlSource(Values.Alias)
{
    public override void Write(SqlWriter writer)
    {
        writer.Syntax("(");
        for (var row = 0; row < Values.Rows.Count; row++)
        {
            if (row > 0) writer.Syntax(" UNION ALL ");
            writer.Syntax("SELECT ");
            for (var i = 0; i < Values.Rows[row].Count; i++)
            {
                if (i > 0) writer.Syntax(", ");
                writer.Node(Values.Rows[row][i]);
                if (row == 0) writer.Syntax(" AS ").Name(SqlValues.Column(i, TypeOfNames).Name);
            }
        }

        writer.Syntax(") AS ").Name(Values.Alias!);
    }

    private static ColumnType TypeOfNames { get; } = new(TypeKind.Int64, "bigint");
}

/// <summary>A place out of well-known text behind the number of its system of coordinates.</summary>
internal sealed record PlaceOf(SqlExpression Text) : SqlExpression
{
    public override void Write(SqlWriter writer) => writer
        .Syntax("ST_GeomFromText(SUBSTRING_INDEX(").Node(Text).Syntax(", ';', -1), CAST(SUBSTRING(SUBSTRING_INDEX(")
        .Node(Text).Syntax(", ';', 1), 6) AS UNSIGNED))");
}
