using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Dialects.Rest;

/// <summary>
/// Reads one name of <c>group_by</c> or <c>distinct</c>: a column, or parts of the date in one, as in
/// <c>started__year</c>.
/// </summary>
internal static class RestGroupBy
{
    private const string Separator = "__";

    /// <summary>Reads it. Of the columns with which the name begins, the one with the longest name is meant.</summary>
    public static Group Read(Name name, Table table)
    {
        var end = name.Text.Length;
        while (table.FindColumn(name.Text.AsSpan(0, end)) is null)
        {
            // A name with which no column begins is refused as that of a column.
            end = name.Text.LastIndexOf(Separator, end - 1, StringComparison.Ordinal);
            if (end <= 0) return new Group(new ColumnName(name with { Text = name.Text.Split(Separator)[0] }), name);
        }

        Expression value = new ColumnName(name with { Text = name.Text[..end] });
        if (end == name.Text.Length) return new Group(value, name);
        foreach (var part in name.Text[(end + Separator.Length)..].Split(Separator))
            value = new FunctionCall(
                RestTransform.OfDates.TryGetValue(part, out var known) ? known : throw Unknown(part, name), [value]);
        return new Group(value, name);
    }

    private static FailureException Unknown(string part, Name name) =>
        new Failure(FailureCode.UnknownOption, $"Dates and times have no part \"{part}\".")
        {
            At = name.At,
            Hint = NearestName.Hint(part, RestTransform.OfDates.Keys)
                ?? $"Their parts: {string.Join(", ", RestTransform.OfDates.Keys.Order(StringComparer.Ordinal))}.",
        }.AsException();
}
