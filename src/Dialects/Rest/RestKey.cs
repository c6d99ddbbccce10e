using System.Globalization;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Dialects.Rest;

/// <summary>
/// The key of a filter, taken apart: relationships that lead to a table, a column of it, and what is asked of the
/// column, as in <c>camera__site__name__icontains</c>.
/// </summary>
/// <remarks>
/// A name may hold <c>__</c> itself. Of the columns and relationships with which the rest of a key begins, the one with
/// the longest name is meant, whatever follows it.
/// </remarks>
/// <param name="Path">The relationships; none stays in the table asked for.</param>
/// <param name="Own">The rest of the key, which tells conditions on one related row apart.</param>
/// <param name="Operand">The column, or what the key makes of it; null when the key asks whether there is a related row
/// at all.</param>
/// <param name="Lookup">What the condition is.</param>
internal sealed record RestKey(IReadOnlyList<Name> Path, string Own, Expression? Operand, RestLookup Lookup)
{
    /// <summary>
    /// More relationships than any limit allows: a key is long, and each of them nests what is made of it.
    /// </summary>
    private const int MostRelationships = 64;

    private const string Separator = "__";

    /// <summary>Takes a key apart.</summary>
    /// <param name="key">The key.</param>
    /// <param name="table">The table asked for.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="others">Other words that the caller may have meant where no column is found.</param>
    public static RestKey Read(RestText key, Table table, DatabaseSchema schema, IReadOnlyList<string> others)
    {
        List<Name>? path = null;
        var start = 0;
        while (true)
        {
            var rest = key.From(start);
            var relationship = Longest(
                schema.RelationshipsOf(table), static relationship => relationship.Name, rest.Span);
            if (Longest(table.Columns, static column => column.Name, rest.Span) is { } column
                && column.Name.Length > (relationship?.Name.Length ?? 0))
                return OfColumn(path ?? [], rest, column);
            if (relationship is null) throw UnknownName(rest, table, schema, path is null ? others : []);
            path ??= [];
            if (path.Count == MostRelationships) throw TooFar(rest);
            path.Add(rest.Part(0, relationship.Name.Length).ToName());
            start += relationship.Name.Length + Separator.Length;
            if (RestLookup.OfRelationship(rest.Span[relationship.Name.Length..], relationship.To) is { } lookup)
                return new RestKey(path, key.From(start).ToString(), null, lookup);
            if (start >= key.Length) throw NoColumn(rest, relationship.To);
            table = relationship.To;
        }
    }

    /// <summary>
    /// Takes the key of a condition on a result apart. Its columns are known while planning, so what follows the last
    /// separator is a lookup if there is one of that name.
    /// </summary>
    public static RestKey OfResult(RestText key)
    {
        var split = key.Span.LastIndexOf(Separator, StringComparison.Ordinal);
        return split > 0 && RestLookup.ByName.TryGetValue(key.From(split + Separator.Length).ToString(), out var lookup)
            ? new RestKey([], key.ToString(), new ColumnName(key.Part(0, split).ToName()), lookup)
            : new RestKey([], key.ToString(), new ColumnName(key.ToName()), RestLookup.Equal);
    }

    private static RestKey OfColumn(IReadOnlyList<Name> path, RestText rest, Column column)
    {
        var named = new ColumnName(rest.Part(0, column.Name.Length).ToName());
        if (rest.Length == column.Name.Length) return new RestKey(path, column.Name, named, RestLookup.Equal);
        var (operand, lookup) = RestTail.Read(
            named, column.Type.Kind, rest.From(column.Name.Length + Separator.Length));
        return new RestKey(path, rest.ToString(), operand, lookup);
    }

    /// <summary>
    /// The item with the longest name that stands at the start of a text, before its end or a separator.
    /// </summary>
    private static T? Longest<T>(IReadOnlyList<T> items, Func<T, string> nameOf, ReadOnlySpan<char> text)
        where T : class
    {
        T? longest = null;
        foreach (var item in items)
        {
            var name = nameOf(item);
            if (longest is not null && name.Length <= nameOf(longest).Length) continue;
            if (!text.StartsWith(name, StringComparison.Ordinal)) continue;
            if (text.Length == name.Length || text[name.Length..].StartsWith(Separator, StringComparison.Ordinal))
                longest = item;
        }

        return longest;
    }

    /// <summary>A name that is unknown ends before the first separator.</summary>
    private static FailureException UnknownName(
        RestText rest, Table table, DatabaseSchema schema, IReadOnlyList<string> others)
    {
        var separator = rest.Span.IndexOf(Separator, StringComparison.Ordinal);
        var name = (separator > 0 ? rest.Part(0, separator) : rest).ToName();
        return new Failure(FailureCode.UnknownColumn, $"\"{table.Name.Name}\" has no column \"{name.Text}\".")
        {
            At = name.At,
            Hint = NearestName.Hint(name.Text, table.Columns.Select(column => column.Name)
                .Concat(schema.RelationshipsOf(table).Select(relationship => relationship.Name)).Concat(others)),
        }.AsException();
    }

    private static FailureException NoColumn(RestText name, Table table)
    {
        var column = (table.PrimaryKey?.Columns ?? table.Columns)[0].Name;
        return new Failure(FailureCode.NotApplicable, $"\"{name}\" is a relationship and has no value of its own.")
        {
            At = name.Place,
            Hint = $"Ask for a column behind it, such as {name}__{column}, or for {name}__isnull.",
        }.AsException();
    }

    private static FailureException TooFar(RestText rest) =>
        new Failure(FailureCode.LimitExceeded, string.Create(CultureInfo.InvariantCulture,
            $"A filter crosses more than {MostRelationships} relationships.")) { At = rest.Place }.AsException();
}
