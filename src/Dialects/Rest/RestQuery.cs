using System.Globalization;
using Relata.Dialects.Contract;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Dialects.Rest;

/// <summary>The options and filters of a query string.</summary>
/// <remarks>
/// An option's name is never read as a column: a column called <c>limit</c> is filtered by <c>limit__eq</c>. A column
/// whose own name ends like a lookup is found first, by its whole name.
/// </remarks>
internal sealed class RestQuery
{
    private static readonly string[] Every =
    [
        "limit", "offset", "page", "page_size", "cursor", "order_by", "order", "ordering", "fields", "depth", "count",
        "envelope", "group_by", "aggregates", "having", "distinct", "__all", "on_conflict", "resolution",
    ];

    /// <summary>Never changed: only <see cref="Read"/> adds, and to a new one.</summary>
    private static readonly RestQuery Empty = new(null);

    private readonly List<Ordering> order = [];
    private readonly List<QueryPair> orderBy = [];
    private readonly Dictionary<string, QueryPair> options = new(StringComparer.Ordinal);
    private List<Name>? fields;

    private readonly RestRelations? relations;

    private RestQuery(RestRelations? relations) => this.relations = relations;

    public Expression? Filter { get; private set; }

    public IReadOnlyList<Ordering> Order => order;

    public IReadOnlyList<Name>? Fields => fields;

    /// <summary>Reads a query string.</summary>
    /// <param name="query">The text.</param>
    /// <param name="table">The table that the path names.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="allowed">The options that mean something for this method and path.</param>
    /// <param name="filters">Whether filters mean something here.</param>
    /// <param name="relations">Takes what is said about related rows; null where they mean nothing.</param>
    public static RestQuery Read(
        string query,
        Table table,
        DatabaseSchema schema,
        IReadOnlyList<string> allowed,
        bool filters,
        RestRelations? relations = null)
    {
        if (query.Length == 0) return Empty;
        var read = new RestQuery(relations);
        var conditions = filters ? new RestFilters(table, schema) : null;
        foreach (var pair in QueryScanner.Scan(query)) read.Add(pair, table, allowed, conditions);
        read.AddOrderBy();
        read.Filter = conditions?.ToExpression();
        return read;
    }

    public long? Integer(string option) => options.TryGetValue(option, out var pair) ? Integer(pair) : null;

    /// <summary>An option as it was written; null when it was not.</summary>
    public QueryPair? Option(string option) => options.TryGetValue(option, out var pair) ? pair : null;

    public bool Flag(string option) => Choice(option, "false", "true", "false") == "true";

    public string Choice(string option, string otherwise, params ReadOnlySpan<string> choices)
    {
        if (!options.TryGetValue(option, out var pair)) return otherwise;
        if (choices.Contains(pair.Value)) return pair.Value;
        throw Bad(pair, $"\"{option}\" is one of {string.Join(", ", choices.ToArray())}, not \"{pair.Value}\".");
    }

    public IReadOnlyList<Name>? Names(string option) =>
        options.TryGetValue(option, out var pair) ? [.. Split(pair)] : null;

    public Position? At(string option) => options.TryGetValue(option, out var pair) ? pair.At : null;

    private void Add(QueryPair pair, Table table, IReadOnlyList<string> allowed, RestFilters? filters)
    {
        var key = pair.Key.Text;
        if (Every.Contains(key, StringComparer.Ordinal)) AddOption(pair, table, allowed, filters is not null);
        else if (table.FindColumn(key) is null && (relations?.Take(pair, filters is not null) ?? false)) return;
        else if (filters is not null) AddCondition(pair, table, allowed, filters);
        else
        {
            throw new Failure(FailureCode.UnknownOption, $"\"{key}\" means nothing here.")
            {
                At = pair.Key.At,
                Hint = NearestName.Hint(key, allowed) ?? KnownHere(allowed),
            }.AsException();
        }
    }

    private void AddOption(QueryPair pair, Table table, IReadOnlyList<string> allowed, bool filtersAllowed)
    {
        var key = pair.Key.Text;
        if (!allowed.Contains(key, StringComparer.Ordinal))
        {
            throw new Failure(FailureCode.UnknownOption, $"The option \"{key}\" means nothing here.")
            {
                At = pair.Key.At,
                Hint = filtersAllowed && table.FindColumn(key) is not null
                    ? $"The column of that name is filtered by {key}__eq."
                    : KnownHere(allowed),
            }.AsException();
        }

        switch (key)
        {
            case "fields":
                (fields ??= []).AddRange(Split(pair));
                break;
            case "order_by":
                orderBy.Add(pair);
                break;
            case "ordering":
                order.AddRange(Orderings(pair));
                break;
            default:
                if (options.TryAdd(key, pair)) break;
                throw new Failure(FailureCode.MalformedSyntax, $"The option \"{key}\" is given twice.")
                {
                    At = pair.Key.At,
                }.AsException();
        }
    }

    /// <summary>
    /// A column in front of <c>__asc</c> or <c>__desc</c> orders, unless the whole is the name of one.
    /// </summary>
    private void AddCondition(QueryPair pair, Table table, IReadOnlyList<string> allowed, RestFilters filters)
    {
        var key = pair.Key.Text;
        var split = key.LastIndexOf("__", StringComparison.Ordinal);
        if (split > 0 && key.AsSpan(split + 2) is "asc" or "desc" && table.FindColumn(key) is null)
            order.Add(new Ordering(RestText.KeyOf(pair).Part(0, split).ToName(),
                key.EndsWith("desc", StringComparison.Ordinal)));
        else
            filters.Add(pair, allowed);
    }

    private static string? KnownHere(IReadOnlyList<string> allowed) =>
        allowed.Count == 0 ? null : $"Known here: {string.Join(", ", allowed)}.";

    private void AddOrderBy()
    {
        var descending = options.TryGetValue("order", out var direction) && Descending(direction);
        if (options.ContainsKey("order") && orderBy.Count == 0)
            throw Bad(direction, "\"order\" is the direction of \"order_by\", which is missing.");
        order.InsertRange(0, orderBy.SelectMany(Split).Select(name => new Ordering(name, descending)));
    }

    private static bool Descending(QueryPair direction)
    {
        if (direction.Value.StartsWith("desc", StringComparison.OrdinalIgnoreCase)) return true;
        if (direction.Value.StartsWith("asc", StringComparison.OrdinalIgnoreCase)) return false;
        throw Bad(direction, $"\"order\" is asc or desc, not \"{direction.Value}\".");
    }

    /// <summary>The columns of an order, each descending behind a minus sign.</summary>
    public static IEnumerable<Ordering> Orderings(QueryPair pair) =>
        Split(pair).Select(name => name.Text.StartsWith('-')
            ? new Ordering(name with { Text = name.Text[1..] }, Descending: true)
            : new Ordering(name, Descending: false));

    /// <summary>The value as an integer.</summary>
    public static long Integer(QueryPair pair) =>
        long.TryParse(pair.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Bad(pair, $"\"{pair.Key.Text}\" is an integer, not \"{pair.Value}\".");

    /// <summary>The columns of a list of names.</summary>
    public static IEnumerable<Name> Split(QueryPair pair)
    {
        if (pair.Value.Length == 0) throw Bad(pair, $"\"{pair.Key.Text}\" names no column.");
        return pair.Value.Split(',').Select(part => new Name(part, pair.At));
    }

    private static FailureException Bad(QueryPair pair, string message) =>
        new Failure(FailureCode.BadValue, message) { At = pair.At }.AsException();
}
