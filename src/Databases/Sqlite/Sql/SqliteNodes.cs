using Relata.Sql.Text;
using Relata.Sql.Tree;

namespace Relata.Databases.Sqlite.Sql;

/// <summary>A value among the elements of a JSON array: one statement for lists of any length.</summary>
internal sealed record InJsonArray(SqlExpression Operand, SqlExpression List) : SqlExpression
{
    public override void Write(SqlWriter writer) =>
        writer.Node(Operand).Syntax(" IN (SELECT value FROM json_each(").Node(List).Syntax("))");
}

/// <summary>
/// A text that matches a LIKE pattern, which a function that every connection registers turns into one for GLOB.
/// </summary>
internal sealed record Glob(SqlExpression Operand, SqlExpression Pattern) : SqlExpression
{
    public override void Write(SqlWriter writer) =>
        writer.Node(Operand).Syntax(" GLOB relata_glob(").Node(Pattern).Syntax(")");
}

/// <summary>
/// A text with its letters folded, by a function that every connection registers: SQLite's own knows ASCII only.
/// </summary>
internal sealed record FoldCase(SqlExpression Operand) : SqlExpression
{
    public override void Write(SqlWriter writer) => writer.Syntax("relata_fold(").Node(Operand).Syntax(")");
}

/// <summary>A regular expression match, by a function that every connection registers: SQLite has none.</summary>
internal sealed record RegexpFunction(SqlExpression Operand, SqlExpression Pattern, bool IgnoreCase) : SqlExpression
{
    public override void Write(SqlWriter writer)
    {
        writer.Syntax("relata_regexp(").Node(Pattern).Syntax(", ").Node(Operand);
        if (IgnoreCase) writer.Syntax(", 1)");
        else writer.Syntax(", 0)");
    }
}

/// <summary>
/// The moment of the statement, spelled as values are: a fraction only when there is one
/// (https://www.sqlite.org/lang_datefunc.html; it knows no less than milliseconds).
/// </summary>
internal sealed record NowInMilliseconds : SqlExpression
{
    public override void Write(SqlWriter writer) =>
        writer.Syntax("rtrim(rtrim(strftime('%Y-%m-%d %H:%M:%f', 'now'), '0'), '.')");
}

/// <summary>A number with so many digits after the point.</summary>
internal sealed record RoundTo(SqlExpression Operand, int Digits) : SqlExpression
{
    public override void Write(SqlWriter writer) =>
        writer.Syntax("round(").Node(Operand).Syntax(", ").Number(Digits).Syntax(")");
}

/// <summary>A default that is a keyword.</summary>
internal sealed record KeywordDefault(SqliteKeyword Keyword) : SqlExpression
{
    public override void Write(SqlWriter writer) => _ = Keyword switch
    {
        SqliteKeyword.Null => writer.Syntax("NULL"),
        SqliteKeyword.True => writer.Syntax("TRUE"),
        SqliteKeyword.False => writer.Syntax("FALSE"),
        SqliteKeyword.CurrentTimestamp => writer.Syntax("CURRENT_TIMESTAMP"),
        SqliteKeyword.CurrentDate => writer.Syntax("CURRENT_DATE"),
        SqliteKeyword.CurrentTime => writer.Syntax("CURRENT_TIME"),
    };
}

/// <summary>The keywords that a default can be.</summary>
internal enum SqliteKeyword
{
    Null,
    True,
    False,
    CurrentTimestamp,
    CurrentDate,
    CurrentTime,
}
