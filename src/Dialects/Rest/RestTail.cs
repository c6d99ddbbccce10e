using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Schema;

namespace Relata.Dialects.Rest;

/// <summary>
/// What follows a column in a key: transforms and then a lookup, as in <c>started__year__gte</c>; behind a JSON column
/// keys and indexes that lead into it, as in <c>settings__presets__0__startswith</c>. Without a lookup, equality is
/// meant.
/// </summary>
internal static class RestTail
{
    /// <summary>More than any that make sense; each of them nests what is made of the key.</summary>
    private const int MostTransforms = 4;

    private const string Separator = "__";

    /// <summary>Reads a tail: what is compared, and how.</summary>
    public static (Expression Operand, RestLookup Lookup) Read(Expression column, TypeKind kind, RestText tail) =>
        kind == TypeKind.Json ? ReadPath(column, tail) : ReadTransforms(column, kind, tail);

    private static (Expression Operand, RestLookup Lookup) ReadTransforms(
        Expression column, TypeKind kind, RestText tail)
    {
        var operand = column;
        for (var transforms = 0; ; transforms++)
        {
            var end = tail.Span.IndexOf(Separator, StringComparison.Ordinal);
            var name = end < 0 ? tail : tail.Part(0, end);
            var isBound = kind is TypeKind.Range or TypeKind.Multirange && transforms == 0;
            if (!isBound || !RestTransform.OfRanges.TryGetValue(name.ToString(), out var function))
            {
                if (end < 0 && RestLookup.ByName.TryGetValue(name.ToString(), out var lookup)) return (operand, lookup);
                if (transforms == MostTransforms || !RestTransform.ByName.TryGetValue(name.ToString(), out function))
                    throw Unknown(name);
            }

            operand = new FunctionCall(function, [operand]);
            if (end < 0) return (operand, RestLookup.Equal);
            tail = tail.From(end + Separator.Length);
        }
    }

    /// <summary>
    /// Only the last part can be a lookup: a key of that name is reached by <c>__exact</c> behind it.
    /// </summary>
    private static (Expression Operand, RestLookup Lookup) ReadPath(Expression column, RestText tail)
    {
        var steps = new List<Literal>();
        foreach (var range in tail.Span.Split(Separator))
        {
            var part = tail.Part(range.Start.Value, range.End.Value - range.Start.Value);
            steps.Add(Literal.FromText(part.ToString(), part.Place));
        }

        var isLookup = RestLookup.ByName.TryGetValue(steps[^1].Text!, out var lookup);
        if (isLookup) steps.RemoveAt(steps.Count - 1);
        var operand = steps.Count == 0
            ? column
            : new JsonPath(column, new LiteralList(steps, tail.Place), JsonKind.Any);
        return (operand, lookup ?? RestLookup.Equal);
    }

    private static FailureException Unknown(RestText name) =>
        new Failure(FailureCode.UnknownOption, $"There is no lookup \"{name}\".")
        {
            At = name.Place,
            Hint = NearestName.Hint(name.ToString(), RestLookup.ByName.Keys.Concat(RestTransform.ByName.Keys))
                ?? $"Known lookups: {string.Join(", ", RestLookup.ByName.Keys.Order(StringComparer.Ordinal))}.",
        }.AsException();
}
