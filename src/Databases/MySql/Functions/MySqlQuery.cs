using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Relata.Databases.Contract.Functions;
using Relata.Databases.MySql.Sessions;
using Relata.Databases.MySql.Types;
using Relata.Model.Schema;
using Relata.Planning.Plans;
using Relata.Sql;

namespace Relata.Databases.MySql.Functions;

/// <summary>Asks the server what a query answers.</summary>
/// <param name="draft">The query.</param>
internal sealed partial class MySqlQuery(QueryDraft draft)
{
    private static readonly string[] Reading = ["SELECT", "WITH", "VALUES", "TABLE", "("];
    private static readonly ColumnType Untyped = new(TypeKind.Other, "any");

    /// <summary>The query as the driver takes it, without names for its parameters.</summary>
    public string Text { get; } = draft.ToText(Placeholder);

    /// <summary>What stands for every parameter.</summary>
    public static string Placeholder(int place) => "?";

    /// <summary>
    /// Asks. A query that reads is run for no rows; what a write returns is asked as a query of the same table, since
    /// there is no way to prepare it and see.
    /// </summary>
    public async Task<DescribedQuery> DescribeAsync(MySqlSession session, CancellationToken stop)
    {
        ColumnType?[] types = [.. draft.Parameters.Select(parameter => TypeOf(parameter.Type))];
        await session.BeginAsync(isReadOnly: IsRead(), stop);
        try
        {
            var bound = draft.Pieces.Where(piece => piece.Parameter is not null)
                .Select(piece => NothingOf(types[piece.Parameter!.Value])).ToList();
            await session.CheckAsync(Text, bound, stop);
            var columns = IsRead()
                ? await ColumnsAsync(session, Text, bound, stop)
                : Returned() is { } returned ? await ColumnsAsync(session, returned, [], stop) : [];
            var layout = columns.Count == 0
                ? null
                : new RowLayout(
                    [.. columns.Select(column => column.Type)],
                    [.. columns.Select((column, i) => new CellField(column.Name, i))],
                    []);
            return new DescribedQuery(new Script([StatementOf(types)], layout), types);
        }
        finally
        {
            await session.EndAsync(commits: false, stop);
        }
    }

    private Statement StatementOf(ColumnType?[] types)
    {
        var (pieces, text) = (new List<string>(), "");
        foreach (var piece in draft.Pieces)
        {
            if (piece.Parameter is null) text += piece.Text;
            else
            {
                pieces.Add(text);
                text = "";
            }
        }

        return new Statement(
            Text, [.. types.Select((type, i) => new StatementParameter(i, type ?? Untyped, IsList: false))])
        {
            Pieces = [.. pieces, text],
            Places = [.. draft.Pieces.Select(piece => piece.Parameter).OfType<int>()],
        };
    }

    private bool IsRead() => Reading.Any(word => Text.StartsWith(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>A query of what <c>INSERT INTO … RETURNING</c> or <c>DELETE FROM … RETURNING</c> returns.</summary>
    private string? Returned() => Returning().Match(Text) is { Success: true } match
        ? $"SELECT {match.Groups["list"].Value} FROM {match.Groups["table"].Value} LIMIT 0"
        : null;

    /// <summary>With this setting a query is optimised and not run, unless it has a limit of its own.</summary>
    private async Task<List<(string Name, ColumnType Type)>> ColumnsAsync(
        MySqlSession session, string text, List<BoundValue> bound, CancellationToken stop)
    {
        await session.ExecuteAsync("SET sql_select_limit = 0", stop);
        try
        {
            return await ColumnsOfAsync(session, text, bound, stop);
        }
        finally
        {
            await session.ExecuteAsync("SET sql_select_limit = DEFAULT", stop);
        }
    }

    private void RequireDistinct(IEnumerable<string> names)
    {
        var twice = names.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1);
        if (twice is not null)
        {
            throw new SqlRejectedException(
                $"two columns are called \"{twice.Key}\": name one of them by AS", draft.Pieces[0].Offset);
        }
    }

    private async Task<List<(string Name, ColumnType Type)>> ColumnsOfAsync(
        MySqlSession session, string text, List<BoundValue> bound, CancellationToken stop)
    {
        await using var reader = await session.ReadRawAsync(text, bound, stop);
        // The driver does not tell of columns whose names are the same.
        RequireDistinct(Enumerable.Range(0, reader.FieldCount).Select(reader.GetName));
        var columns = await reader.GetColumnSchemaAsync(stop);
        return [.. columns.Select((column, i) => (column.ColumnName, TypeOf(column, reader.GetDataTypeName(i))))];
    }

    /// <summary>A truth value is a number of one digit, as the catalogue has it, too.</summary>
    private static ColumnType TypeOf(DbColumn column, string name) => name.ToUpperInvariant() switch
    {
        "BOOL" => new ColumnType(TypeKind.Boolean, "boolean"),
        "TINYINT" when column.ColumnSize == 1 => new ColumnType(TypeKind.Boolean, "boolean"),
        "DECIMAL" or "NEWDECIMAL" => new ColumnType(TypeKind.Decimal, "numeric"),
        "FLOAT" => new ColumnType(TypeKind.Single, "float"),
        "DOUBLE" => new ColumnType(TypeKind.Double, "double precision"),
        "DATE" => new ColumnType(TypeKind.Date, "date"),
        "TIME" => new ColumnType(TypeKind.Time, "time"),
        "DATETIME" => new ColumnType(TypeKind.Timestamp, "datetime"),
        "TIMESTAMP" => new ColumnType(TypeKind.TimestampTz, "timestamp"),
        "JSON" => new ColumnType(TypeKind.Json, "json"),
        var other when other.Contains("BLOB", StringComparison.Ordinal)
            || other.Contains("BINARY", StringComparison.Ordinal) || other == "GEOMETRY" =>
            new ColumnType(TypeKind.Bytes, name),
        var other when other.Contains("INT", StringComparison.Ordinal) || other is "YEAR" or "BIT" =>
            new ColumnType(TypeKind.Int64, "bigint"),
        _ => new ColumnType(TypeKind.Text, "text"),
    };

    /// <summary>
    /// The type of a declaration such as <c>decimal(10, 2)</c>, in the words of MariaDB or the standard.
    /// </summary>
    private static ColumnType? TypeOf(string? declared)
    {
        if (declared is null) return null;
        var match = Declared().Match(declared);
        var name = match.Groups["name"].Value.ToLowerInvariant() switch
        {
            "integer" => "int",
            "bool" or "boolean" => "tinyint",
            "numeric" => "decimal",
            "character" => "varchar",
            var other => other,
        };
        var isTruth = declared.StartsWith("bool", StringComparison.OrdinalIgnoreCase);
        return MySqlColumnTypes.Of(
            name, isTruth ? "tinyint(1)" : declared, Number(match.Groups["first"]), Number(match.Groups["second"]),
            Number(match.Groups["first"]), collation: null, isJson: name == "json");
    }

    private static int? Number(Group digits) =>
        int.TryParse(digits.ValueSpan, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A value with which a query can be asked for no rows: a limit takes numbers only.</summary>
    private static BoundValue NothingOf(ColumnType? type) => type?.Kind switch
    {
        TypeKind.Int16 or TypeKind.Int32 or TypeKind.Int64 => new BoundValue(DbType.Int64, 0L),
        _ => BoundValue.Of(null, type ?? Untyped),
    };

    [GeneratedRegex(
        @"^(INSERT|REPLACE|DELETE)\b.*?\b(INTO|FROM)\s+(?<table>[\w.`$]+).*\bRETURNING\s+(?<list>.+)$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Returning();

    [GeneratedRegex(
        @"^(?<name>\w+)[^(]*(\((?<first>\d+)(\s*,\s*(?<second>\d+))?)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declared();
}
