using Relata.Model.Expressions;
using Relata.Model.Schema;
using Relata.Sql.Text;
using Relata.Sql.Tree;

namespace Relata.Databases.Postgres.Sql;

/// <summary>
/// A function as PostgreSQL spells it (https://www.postgresql.org/docs/current/functions.html). Parts of an infinite
/// date are NULL or infinite, so nothing is cast to an integer.
/// </summary>
/// <param name="Function">The function.</param>
/// <param name="Arguments">What it is applied to.</param>
/// <param name="Schema">Where it is; written only where that is no schema of the system, which are found
/// without.</param>
internal sealed record PostgresFunction(
    Function Function, IReadOnlyList<SqlExpression> Arguments, string Schema) : SqlExpression
{
    public override void Write(SqlWriter writer) => _ = Function switch
    {
        Function.Date => Moment(writer.Syntax("CAST(")).Syntax(" AS date)"),
        Function.Time => Moment(writer.Syntax("CAST(")).Syntax(" AS time)"),
        Function.Year => Moment(writer.Syntax("extract(year FROM ")).Syntax(")"),
        Function.IsoYear => Moment(writer.Syntax("extract(isoyear FROM ")).Syntax(")"),
        Function.Quarter => Moment(writer.Syntax("extract(quarter FROM ")).Syntax(")"),
        Function.Month => Moment(writer.Syntax("extract(month FROM ")).Syntax(")"),
        Function.Week => Moment(writer.Syntax("extract(week FROM ")).Syntax(")"),
        Function.Day => Moment(writer.Syntax("extract(day FROM ")).Syntax(")"),
        Function.WeekDay => Moment(writer.Syntax("(extract(dow FROM ")).Syntax(") + 1)"),
        Function.IsoWeekDay => Moment(writer.Syntax("extract(isodow FROM ")).Syntax(")"),
        Function.Hour => Moment(writer.Syntax("extract(hour FROM ")).Syntax(")"),
        Function.Minute => Moment(writer.Syntax("extract(minute FROM ")).Syntax(")"),
        Function.Second => Moment(writer.Syntax("floor(extract(second FROM ")).Syntax("))"),

        // Of an empty array array_length is NULL; of NULL cardinality is, and so is the whole.
        Function.Length =>
            writer.Syntax("CASE cardinality(").Node(Arguments[0]).Syntax(") WHEN 0 THEN 0 ELSE array_length(")
            .Node(Arguments[0]).Syntax(", 1) END"),
        Function.ContainedBy => Container(writer).Syntax(" <@ ").Node(Arguments[1]),
        Function.Overlap => writer.Node(Arguments[0]).Syntax(" && ").Node(Arguments[1]),
        Function.AdjacentTo => writer.Node(Arguments[0]).Syntax(" -|- ").Node(Arguments[1]),
        Function.FullyLt => writer.Node(Arguments[0]).Syntax(" << ").Node(Arguments[1]),
        Function.FullyGt => writer.Node(Arguments[0]).Syntax(" >> ").Node(Arguments[1]),
        Function.NotLt => writer.Node(Arguments[0]).Syntax(" &> ").Node(Arguments[1]),
        Function.NotGt => writer.Node(Arguments[0]).Syntax(" &< ").Node(Arguments[1]),
        Function.Lower => writer.Syntax("lower(").Node(Arguments[0]).Syntax(")"),
        Function.Upper => writer.Syntax("upper(").Node(Arguments[0]).Syntax(")"),
        Function.IsEmpty => writer.Syntax("isempty(").Node(Arguments[0]).Syntax(")"),
        Function.LowerInc => writer.Syntax("lower_inc(").Node(Arguments[0]).Syntax(")"),
        Function.LowerInf => writer.Syntax("lower_inf(").Node(Arguments[0]).Syntax(")"),
        Function.UpperInc => writer.Syntax("upper_inc(").Node(Arguments[0]).Syntax(")"),
        Function.UpperInf => writer.Syntax("upper_inf(").Node(Arguments[0]).Syntax(")"),
        Function.HasAnyKeys => Container(writer).Syntax(" ?| ").Node(Arguments[1]),
        Function.HasKeys => Container(writer).Syntax(" ?& ").Node(Arguments[1]),
        Function.Search => Words(writer).Syntax(" @@ plainto_tsquery(").Node(Arguments[1]).Syntax(")"),
        Function.Websearch => Words(writer).Syntax(" @@ websearch_to_tsquery(").Node(Arguments[1]).Syntax(")"),

        // The column stands first because an index serves its left side (manual, "pg_trgm").
        Function.TrigramSimilar => Operator(writer).Syntax(".%) ").Node(Arguments[1]),
        Function.TrigramWordSimilar => Operator(writer).Syntax(".%>) ").Node(Arguments[1]),
        Function.TrigramStrictWordSimilar => Operator(writer).Syntax(".%>>) ").Node(Arguments[1]),
    };

    /// <summary>An instant's parts depend on a zone, and the session may have another one than UTC.</summary>
    private SqlWriter Moment(SqlWriter writer)
    {
        writer.Node(Arguments[0]);
        return IsInstant(Arguments[0]) ? writer.Syntax(" AT TIME ZONE 'UTC'") : writer;
    }

    private static bool IsInstant(SqlExpression node) => node switch
    {
        SqlColumn column => column.Column.Type.Kind == TypeKind.TimestampTz,
        PostgresFunction
        {
            Function: Function.Lower or Function.Upper, Arguments: [SqlColumn { Column.Type.Element: { } element }]
        } =>
            (element.Element ?? element).Kind == TypeKind.TimestampTz,
        _ => false,
    };

    /// <summary>Only jsonb has the operators, json has not.</summary>
    private SqlWriter Container(SqlWriter writer)
    {
        writer.Node(Arguments[0]);
        return Arguments[0] is SqlColumn { Column.Type.Kind: TypeKind.Json } or JsonAt
            ? writer.Syntax("::jsonb")
            : writer;
    }

    private SqlWriter Operator(SqlWriter writer) => writer.Node(Arguments[0]).Syntax(" OPERATOR(").Name(Schema);

    private SqlWriter Words(SqlWriter writer) => Arguments[0] is SqlColumn { Column.Type.Kind: TypeKind.Other }
        ? writer.Node(Arguments[0])
        : writer.Syntax("to_tsvector(").Node(Arguments[0]).Syntax(")");
}
