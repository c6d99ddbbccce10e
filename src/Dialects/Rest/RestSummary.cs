using System.Collections.Frozen;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Dialects.Rest;

/// <summary>
/// Reads what sums rows up:
/// <c>group_by=kind,started__year&amp;aggregates=count,avg(severity):mean&amp;having=(count__gt=3)</c>, and
/// <c>distinct=kind</c>, which is a group without aggregates.
/// </summary>
internal static class RestSummary
{
    private const string Hint =
        "Write count, or count(…), count_distinct(…), sum(…), avg(…), min(…) or max(…) of a column, and a name " +
        "behind a colon.";

    private static readonly FrozenDictionary<string, AggregateFunction> Functions =
        new Dictionary<string, AggregateFunction>
    {
        ["count"] = AggregateFunction.Count,
        ["count_distinct"] = AggregateFunction.CountDistinct,
        ["sum"] = AggregateFunction.Sum,
        ["avg"] = AggregateFunction.Average,
        ["min"] = AggregateFunction.Minimum,
        ["max"] = AggregateFunction.Maximum,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a query asks to be summed up; null for nothing.</summary>
    /// <param name="query">The query.</param>
    /// <param name="table">The table that is summed up.</param>
    public static Summary? Read(RestQuery query, Table table)
    {
        var (distinct, groups) = (query.Names("distinct"), query.Names("group_by"));
        var (aggregates, having) = (query.Option("aggregates"), query.Option("having"));
        if (distinct is not null && (query.Option("group_by") ?? aggregates) is { } other)
        {
            throw Malformed(
                $"\"distinct\" and \"{other.Key.Text}\" do not go together.", other.Key.At,
                "Name the columns in group_by alone.");
        }

        if ((distinct ?? groups) is null && aggregates is null)
        {
            return having is not { } pair
                ? null
                : throw Malformed(
                    "\"having\" is about groups, and there are none.", pair.Key.At, "Add group_by or aggregates.");
        }

        return new Summary(
            [.. (distinct ?? groups ?? []).Select(name => RestGroupBy.Read(name, table))],
            aggregates is { } list ? [.. list.Value.Split(',').Select(text => Aggregate(text, list.At))] : [],
            having is { } conditions ? new RestGroup(RestText.ValueOf(conditions), RestKey.OfResult).ReadAll() : null);
    }

    private static Aggregate Aggregate(string text, Position at)
    {
        var (call, alias) = text.LastIndexOf(':') is >= 0 and var colon && colon > text.LastIndexOf(')')
            ? (text[..colon], text[(colon + 1)..])
            : (text, null);
        var open = call.IndexOf('(', StringComparison.Ordinal);
        var function = open < 0 ? call : call[..open];
        var column = open < 0 ? null : call[(open + 1)..].TrimEnd(')');
        if (!Functions.TryGetValue(function, out var known))
        {
            throw Malformed(
                $"There is no aggregate \"{function}\".", at, NearestName.Hint(function, Functions.Keys) ?? Hint);
        }

        var isWhole = open < 0 ? known == AggregateFunction.Count : call.EndsWith(')') && column!.Length > 0;
        if (!isWhole || alias is { Length: 0 }) throw Malformed($"\"{text}\" is no aggregate.", at, Hint);
        return new Aggregate(
            known,
            column is null ? null : new Name(column, at),
            new Name(alias ?? (column is null ? function : $"{function}_{column}"), at));
    }

    private static FailureException Malformed(string message, Position? at, string hint) =>
        new Failure(FailureCode.MalformedSyntax, message) { At = at, Hint = hint }.AsException();
}
