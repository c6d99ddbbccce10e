using Relata.Dialects.Contract;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Dialects.Rest;

/// <summary>What a path names: <c>/{table}</c> or <c>/{table}/{key}</c>.</summary>
/// <param name="Asked">The table as the path names it.</param>
/// <param name="Table">The table.</param>
/// <param name="Key">The key of one row; null when the path names the table.</param>
/// <param name="Found">The name by which the table was found; it differs from the asked one where that was in kebab-case.</param>
internal sealed record RestPath(Name Asked, Table Table, RowKey? Key, Name Found)
{
    public static RestPath Read(string path, DatabaseSchema schema)
    {
        var rest = path.AsSpan().Trim('/');
        var start = path.Length - path.AsSpan().TrimStart('/').Length;
        var slash = rest.IndexOf('/');
        var tableText = slash < 0 ? rest : rest[..slash];
        if (tableText.IsEmpty) throw NoRoute("This path names no table.", path);
        var tableAt = new Position("path", start, tableText.Length);
        var asked = new Name(PercentEncoding.Decode(tableText, tableAt, plusIsBlank: false), tableAt);
        var (table, found) = Find(asked, schema);
        if (slash < 0) return new RestPath(asked, table, null, found);

        var keyText = rest[(slash + 1)..];
        if (keyText.Contains('/')) throw NoRoute("A path has a table and at most one key.", path);
        return new RestPath(asked, table, ReadKey(keyText, start + slash + 1), found);
    }

    private static (Table Table, Name Found) Find(Name asked, DatabaseSchema schema)
    {
        if (schema.FindTable(asked.Text) is { } table) return (table, asked);
        var snake = asked with { Text = asked.Text.Replace('-', '_') };
        if (schema.FindTable(snake.Text) is { } other) return (other, snake);
        throw new Failure(FailureCode.UnknownTable, $"There is no table \"{asked.Text}\".")
        {
            At = asked.At,
            Hint = NearestName.Hint(asked.Text, schema.TableNames),
        }.AsException();
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

    private static FailureException NoRoute(string message, string path) => new Failure(FailureCode.RouteNotFound, message)
    {
        At = new Position("path", 0, path.Length),
        Hint = "/__schema lists the tables.",
    }.AsException();
}
