using System.Text.Json;
using Relata.Model.Expressions;
using Relata.Model.Schema;

namespace Relata.Planning.Binding;

/// <summary>Which operands functions take, which values they compare them with, and what they give.</summary>
internal static class FunctionTypes
{
    private static readonly ColumnType Date = new(TypeKind.Date, "date");
    private static readonly ColumnType Time = new(TypeKind.Time, "time");
    private static readonly ColumnType Truth = new(TypeKind.Boolean, "boolean");
    private static readonly ColumnType Integer = new(TypeKind.Int32, "integer");

    /// <summary>The type of a text that belongs to no column.</summary>
    public static ColumnType Text { get; } = new(TypeKind.Text, "text");

    /// <summary>The name in messages and keys.</summary>
    public static string NameOf(Function function) => function switch
    {
        Function.Length => "len",
        Function.Lower => "startswith",
        Function.Upper => "endswith",
        Function.IsEmpty => "isempty",
        _ => JsonNamingPolicy.SnakeCaseLower.ConvertName(function.ToString()),
    };

    /// <summary>The type of what a function gives of one operand; null when it takes no operand of that type.</summary>
    public static ColumnType? ResultOf(Function function, ColumnType operand) => function switch
    {
        Function.Date when HasDate(operand) && HasTime(operand) => Date,
        Function.Time when HasDate(operand) && HasTime(operand) => Time,
        Function.Year or Function.IsoYear or Function.Quarter or Function.Month or Function.Week or Function.Day
            or Function.WeekDay or Function.IsoWeekDay when HasDate(operand) => Integer,
        Function.Hour or Function.Minute or Function.Second when HasTime(operand) => Integer,
        Function.Length when operand.Kind == TypeKind.Array => Integer,
        Function.Lower or Function.Upper when operand.Kind == TypeKind.Range => operand.Element,
        Function.Lower or Function.Upper when operand.Kind == TypeKind.Multirange => operand.Element?.Element,
        Function.IsEmpty or Function.LowerInc or Function.LowerInf or Function.UpperInc or Function.UpperInf
            when IsRange(operand) => Truth,
        _ => null,
    };

    /// <summary>
    /// The type of the value with which a condition compares an operand; null when it takes no operand of that type.
    /// </summary>
    public static ColumnType? ArgumentOf(Function function, ColumnType operand) => function switch
    {
        Function.ContainedBy when operand.Kind is TypeKind.Json or TypeKind.Array || IsRange(operand) => operand,
        Function.Overlap when operand.Kind is TypeKind.Array || IsRange(operand) => operand,
        Function.AdjacentTo or Function.FullyLt or Function.FullyGt or Function.NotLt or Function.NotGt
            when IsRange(operand) => operand,
        Function.HasAnyKeys or Function.HasKeys when operand.Kind is TypeKind.Json => Text,
        Function.Search or Function.Websearch when operand.Kind is TypeKind.Text || IsSearchVector(operand) => Text,
        Function.TrigramSimilar or Function.TrigramWordSimilar or Function.TrigramStrictWordSimilar
            when operand.Kind is TypeKind.Text => Text,
        _ => null,
    };

    /// <summary>The columns that a function takes, to end a sentence.</summary>
    public static string NeedsOf(Function function) => function switch
    {
        Function.Date or Function.Time => "a timestamp column",
        Function.Year or Function.IsoYear or Function.Quarter or Function.Month or Function.Week or Function.Day
            or Function.WeekDay or Function.IsoWeekDay => "a date or timestamp column",
        Function.Hour or Function.Minute or Function.Second => "a time or timestamp column",
        Function.Length => "an array column",
        Function.Overlap => "an array or range column",
        Function.ContainedBy => "a JSON, array or range column",
        Function.AdjacentTo or Function.FullyLt or Function.FullyGt or Function.NotLt or Function.NotGt
            or Function.Lower
            or Function.Upper or Function.IsEmpty or Function.LowerInc or Function.LowerInf or Function.UpperInc
            or Function.UpperInf => "a range column",
        Function.HasAnyKeys or Function.HasKeys => "a JSON column",
        Function.Search or Function.Websearch => "a text or tsvector column",
        Function.TrigramSimilar or Function.TrigramWordSimilar or Function.TrigramStrictWordSimilar => "a text column",
    };

    private static bool HasDate(ColumnType type) =>
        type.Kind is TypeKind.Date or TypeKind.Timestamp or TypeKind.TimestampTz;

    private static bool HasTime(ColumnType type) =>
        type.Kind is TypeKind.Time or TypeKind.Timestamp or TypeKind.TimestampTz;

    private static bool IsRange(ColumnType type) => type.Kind is TypeKind.Range or TypeKind.Multirange;

    private static bool IsSearchVector(ColumnType type) => type is { Kind: TypeKind.Other, Native.Name: "tsvector" };
}
