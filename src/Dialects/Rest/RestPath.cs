using Relata.Dialects.Contract;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Dialects.Rest;

/// <summary>
/// What a path names: <c>/{table}</c> or <c>/{table}/{key}</c>, each with the suffix of a format behind it if the
/// caller wishes.
/// </summary>
/// <param name="Asked">The table as the path names it.</param>
/// <param name="Table">The table.</param>
/// <param name="Key">The key of one row; null when the path names the table.</param>
/// <param name="Found">The name by which the table was found; it differs from the asked one where that was in
/// kebab-case.</param>
/// <param name="Suffix">The suffix; null when there is none.</param>
internal sealed record RestPath(Name Asked, Table Table, RowKey? Key, Name Found, string? Suffix)
{
    public static RestPath Read(string path, DatabaseSchema schema, IReadOnlyList<string> suffixes)
    {
        var rest = path.AsSpan().Trim('/');
        var start = path.Length - path.AsSpan().TrimStart('/').Length;
        var slash = rest.IndexOf('/');
        var tableText = slash < 0 ? rest : rest[..slash];
        if (tableText.IsEmpty) throw NoRoute("This path names no table.", path);
        var tableAt = new Position("path", start, tableText.Length);
        var asked = new Name(PercentEncoding.Decode(tableText, tableAt, plusIsBlank: false), tableAt);
        if (slash < 0) return ReadList(asked, schema, suffixes);

        var (table, found) = Find(asked, schema) ?? throw NoTable(asked, schema);
        var keyText = rest[(slash + 1)..];
        if (keyText.Contains('/')) throw NoRoute("A path has a table and at most one key.", path);
        var suffix = HasSuffix(table) ? RestSuffix.Of(keyText, suffixes) : null;
        if (suffix is not null) keyText = keyText[..^(suffix.Length + 1)];
        return new RestPath(asked, table, ReadKey(keyText, start + slash + 1), found, suffix);
    }

    /// <summary>A table whose own name ends like a suffix is found first.</summary>
    private static RestPath ReadList(Name asked, DatabaseSchema schema, IReadOnlyList<string> suffixes)
    {
        if (Find(asked, schema) is var (whole, name)) return new RestPath(asked, whole, Key: null, name, Suffix: null);
        if (RestSuffix.Of(asked.Text, suffixes) is { } suffix)
        {
            var stem = asked with { Text = asked.Text[..^(suffix.Length + 1)] };
            if (Find(stem, schema) is var (table, found)) return new RestPath(stem, table, Key: null, found, suffix);
        }

        throw RestSuffix.Refusal(asked, stem => Find(stem, schema) is not null, suffixes) ?? NoTable(asked, schema);
    }

    /// <summary>
    /// Whether keys can have a suffix behind them: a text can end in <c>.csv</c> by itself, and what it means must not
    /// depend on the rows that are there.
    /// </summary>
    public static bool HasSuffix(Table table) =>
        table.PrimaryKey is { Columns: [.., { Type.Kind: var kind }] }
        && kind is TypeKind.Boolean or TypeKind.Int16 or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Decimal
        or TypeKind.Single or TypeKind.Double or TypeKind.Uuid or TypeKind.Date or TypeKind.Time or TypeKind.Timestamp
        or TypeKind.TimestampTz;

    private static (Table Table, Name Found)? Find(Name asked, DatabaseSchema schema)
    {
        if (schema.FindTable(asked.Text) is { } table) return (table, asked);
        var snake = asked with { Text = asked.Text.Replace('-', '_') };
        return schema.FindTable(snake.Text) is { } other ? (other, snake) : null;
    }

    /// <summary>Parts are split before they are decoded, so that an encoded comma belongs to its part.</summary>
    private static RowKey ReadKey(ReadOnlySpan<char> text, int start)
    {
        var parts = new List<Literal>();
        foreach (var range in text.Split(','))
        {
            var part = text[range];
            var at = new Position("path", start + range.Start.Value, part.Length);
            parts.Add(Literal.FromText(PercentEncoding.Decode(part, at, plusIsBlank: false), at));
        }

        return new RowKey(parts, new Position("path", start, text.Length));
    }

    private static FailureException NoTable(Name asked, DatabaseSchema schema) =>
        Refusals.NoTable(asked, schema).AsException();

    private static FailureException NoRoute(string message, string path) =>
        new Failure(FailureCode.RouteNotFound, message)
    {
        At = new Position("path", 0, path.Length),
        Hint = "/__schema lists the tables.",
    }.AsException();
}
