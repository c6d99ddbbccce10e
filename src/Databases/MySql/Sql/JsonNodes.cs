using Relata.Databases.MySql.Types;
using Relata.Model.Expressions;
using Relata.Sql.Text;
using Relata.Sql.Tree;

namespace Relata.Databases.MySql.Sql;

/// <summary>The value at a place within a JSON value, NULL if it is of another kind.</summary>
/// <param name="Operand">The JSON value.</param>
/// <param name="Steps">The steps to the place, as <see cref="JsonSteps.Path"/>.</param>
/// <param name="Kind">As what it is read.</param>
internal sealed record JsonAt(SqlExpression Operand, SqlParameter Steps, JsonKind Kind) : SqlExpression
{
    public static JsonAt Of(SqlExpression operand, SqlExpression steps, JsonKind kind) =>
        new(operand, JsonKeys.As((SqlParameter)steps, JsonSteps.Path), kind);

    public override void Write(SqlWriter writer) => _ = Kind switch
    {
        JsonKind.Any => Place(writer),
        JsonKind.Number =>
            Place(Type(writer.Syntax("IF(")).Syntax(" IN ('INTEGER', 'DOUBLE'), CAST(")).Syntax(" AS DOUBLE), NULL)"),
        JsonKind.Text => Place(Type(writer.Syntax("IF(")).Syntax(" = 'STRING', JSON_UNQUOTE("))
            .Syntax(") COLLATE utf8mb4_nopad_bin, NULL)"),
        JsonKind.Boolean => Place(Type(writer.Syntax("IF(")).Syntax(" = 'BOOLEAN', ")).Syntax(" = 'true', NULL)"),
        JsonKind.Null => Type(writer.Syntax("(")).Syntax(" = 'NULL')"),
    };

    private SqlWriter Type(SqlWriter writer) => Place(writer.Syntax("JSON_TYPE(")).Syntax(")");

    /// <summary>MariaDB takes what is no array for one of a single item, so it is asked first.</summary>
    private SqlWriter Place(SqlWriter writer) => writer
        .Syntax("IF(JSON_TYPE(JSON_EXTRACT(").Node(Operand).Syntax(", JSON_VALUE(").Node(Steps)
        .Syntax(", '$.within'))) = 'ARRAY', JSON_EXTRACT(").Node(Operand).Syntax(", JSON_VALUE(").Node(Steps)
        .Syntax(", '$.item')), JSON_EXTRACT(").Node(Operand).Syntax(", JSON_VALUE(").Node(Steps)
            .Syntax(", '$.member')))");
}

/// <summary>An object has keys, or an array strings, of a list; a string is taken for an array of it.</summary>
/// <param name="Operand">The JSON value.</param>
/// <param name="Keys">The keys, as <see cref="JsonSteps.Keys"/>.</param>
/// <param name="All">Whether all are meant, or any.</param>
internal sealed record JsonKeys(SqlExpression Operand, SqlParameter Keys, bool All) : SqlExpression
{
    public static JsonKeys Of(SqlExpression operand, SqlExpression keys, bool all) =>
        new(operand, As((SqlParameter)keys, JsonSteps.Keys), all);

    /// <summary>A list that becomes one value.</summary>
    public static SqlParameter As(SqlParameter list, Relata.Model.Schema.ColumnType type) =>
        new(list.Parameter with { Type = type });

    public override void Write(SqlWriter writer)
    {
        if (All) writer.Syntax("JSON_CONTAINS(");
        else writer.Syntax("JSON_OVERLAPS(");
        writer.Syntax("CASE JSON_TYPE(").Node(Operand).Syntax(") WHEN 'OBJECT' THEN JSON_KEYS(").Node(Operand)
            .Syntax(") WHEN 'ARRAY' THEN ").Node(Operand).Syntax(" ELSE CONCAT('[', ").Node(Operand)
            .Syntax(", ']') END, ")
            .Node(Keys).Syntax(")");
    }
}
