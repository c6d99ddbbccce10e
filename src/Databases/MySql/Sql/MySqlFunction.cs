using Relata.Model.Expressions;
using Relata.Sql.Text;
using Relata.Sql.Tree;

namespace Relata.Databases.MySql.Sql;

/// <summary>
/// A function as MariaDB spells it (https://mariadb.com/kb/en/date-time-functions/); sessions are in UTC.
/// </summary>
internal sealed record MySqlFunction(Function Function, IReadOnlyList<SqlExpression> Arguments) : SqlExpression
{
    public override void Write(SqlWriter writer) => _ = Function switch
    {
        Function.Date => Of(writer.Syntax("DATE("), ")"),
        Function.Time => Of(writer.Syntax("TIME("), ")"),
        Function.Year => Of(writer.Syntax("YEAR("), ")"),

        // Mode 3 is that of ISO 8601.
        Function.IsoYear => Of(writer.Syntax("YEARWEEK("), ", 3) DIV 100"),
        Function.Quarter => Of(writer.Syntax("QUARTER("), ")"),
        Function.Month => Of(writer.Syntax("MONTH("), ")"),
        Function.Week => Of(writer.Syntax("WEEK("), ", 3)"),
        Function.Day => Of(writer.Syntax("DAYOFMONTH("), ")"),
        Function.WeekDay => Of(writer.Syntax("DAYOFWEEK("), ")"),
        Function.IsoWeekDay => Of(writer.Syntax("(WEEKDAY("), ") + 1)"),
        Function.Hour => Of(writer.Syntax("HOUR("), ")"),
        Function.Minute => Of(writer.Syntax("MINUTE("), ")"),
        Function.Second => Of(writer.Syntax("SECOND("), ")"),
        _ => throw new NotSupportedException($"MariaDB has no {Function}; planning refuses it."),
    };

    private SqlWriter Of(SqlWriter writer, [System.Diagnostics.CodeAnalysis.ConstantExpected] string end) =>
        writer.Node(Arguments[0]).Syntax(end);
}
