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

    /// <remarks>
    /// <c>JSON_CONTAINS</c> looks into arrays of arrays, and both it and <c>JSON_OVERLAPS</c> compare texts as they are
    /// written: <c>"\u00e9"</c> is not <c>"é"</c>. <c>JSON_TABLE</c> reads them.
    /// </remarks>
    public override void Write(SqlWriter writer)
    {
        writer.Syntax("IF(").Node(Operand).Syntax(" IS NULL, NULL, ");
        if (All) writer.Syntax("NOT ");
        writer.Syntax("EXISTS (SELECT 1 FROM JSON_TABLE(").Node(Keys)
            .Syntax(", '$[*]' COLUMNS (name longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin PATH '$')) ")
            .Syntax("AS wanted WHERE ");
        if (All) writer.Syntax("NOT ");
        Strings(writer.Syntax("EXISTS (SELECT 1 FROM JSON_TABLE("))
            .Syntax(", '$[*]' COLUMNS (place FOR ORDINALITY, ")
            .Syntax("name longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin PATH '$')) AS held ")
            .Syntax("WHERE held.name = wanted.name AND JSON_TYPE(JSON_EXTRACT(");
        Strings(writer).Syntax(", CONCAT('$[', held.place - 1, ']'))) = 'STRING')))");
    }

    private SqlWriter Strings(SqlWriter writer) => writer.Syntax("CASE JSON_TYPE(").Node(Operand)
        .Syntax(") WHEN 'OBJECT' THEN JSON_KEYS(").Node(Operand).Syntax(") WHEN 'ARRAY' THEN ").Node(Operand)
        .Syntax(" ELSE CONCAT('[', ").Node(Operand).Syntax(", ']') END");
}
