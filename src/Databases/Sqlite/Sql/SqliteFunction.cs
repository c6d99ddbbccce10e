using Relata.Model.Expressions;
using Relata.Sql.Text;
using Relata.Sql.Tree;

namespace Relata.Databases.Sqlite.Sql;

/// <summary>
/// A function that every connection registers. SQLite's own date functions read the same forms, but round to
/// milliseconds and so into the next second, and know no ISO week before 3.46.
/// </summary>
internal sealed record SqliteFunction(Function Function, IReadOnlyList<SqlExpression> Arguments) : SqlExpression
{
    public override void Write(SqlWriter writer)
    {
        _ = Function switch
        {
            Function.Date => writer.Syntax("relata_moment('date', "),
            Function.Time => writer.Syntax("relata_moment('time', "),
            Function.Year => writer.Syntax("relata_moment('year', "),
            Function.IsoYear => writer.Syntax("relata_moment('iso_year', "),
            Function.Quarter => writer.Syntax("relata_moment('quarter', "),
            Function.Month => writer.Syntax("relata_moment('month', "),
            Function.Week => writer.Syntax("relata_moment('week', "),
            Function.Day => writer.Syntax("relata_moment('day', "),
            Function.WeekDay => writer.Syntax("relata_moment('week_day', "),
            Function.IsoWeekDay => writer.Syntax("relata_moment('iso_week_day', "),
            Function.Hour => writer.Syntax("relata_moment('hour', "),
            Function.Minute => writer.Syntax("relata_moment('minute', "),
            Function.Second => writer.Syntax("relata_moment('second', "),
            Function.HasAnyKeys => writer.Syntax("relata_json_has_any("),
            Function.HasKeys => writer.Syntax("relata_json_has_all("),
            _ => throw new NotSupportedException($"SQLite has no {Function}; planning refuses it."),
        };
        writer.List(Arguments, ", ", static (writer, node) => writer.Node(node)).Syntax(")");
    }
}

/// <summary>The value at a place within a JSON value, by a function that every connection registers.</summary>
internal sealed record JsonFunction(SqlExpression Operand, SqlExpression Steps, JsonKind Kind) : SqlExpression
{
    public override void Write(SqlWriter writer)
    {
        writer.Syntax("relata_json(").Node(Operand).Syntax(", ").Node(Steps);
        _ = Kind switch
        {
            JsonKind.Any => writer.Syntax(", 'any')"),
            JsonKind.Number => writer.Syntax(", 'number')"),
            JsonKind.Text => writer.Syntax(", 'text')"),
            JsonKind.Boolean => writer.Syntax(", 'boolean')"),
            JsonKind.Null => writer.Syntax(", 'null')"),
        };
    }
}

/// <summary>A JSON value that contains another, by a function that every connection registers.</summary>
internal sealed record JsonContains(SqlExpression Container, SqlExpression Contained) : SqlExpression
{
    public override void Write(SqlWriter writer) =>
        writer.Syntax("relata_json_contains(").Node(Container).Syntax(", ").Node(Contained).Syntax(")");
}
