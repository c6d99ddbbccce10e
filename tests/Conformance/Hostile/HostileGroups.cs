using FsCheck;
using FsCheck.Fluent;

namespace Relata.Conformance.Hostile;

/// <summary>Filters in groups whose rows are known, on the table of hostile texts.</summary>
/// <param name="rows">What the table holds.</param>
/// <param name="filters">Filters of it.</param>
internal sealed class HostileGroups(IReadOnlyList<HostileRow> rows, Gen<RowFilter> filters)
{
    /// <summary>Reads, half of them with the query in the body.</summary>
    public Gen<HostileRequest> Any =>
        from condition in GroupOf(levels: 2)
        from encoded in HostileTexts.Encoded(condition.Text)
        from isLong in Gen.Elements(true, false)
        let query = $"and=({encoded})&fields=id&limit=1000"
        let found = rows.Where(row => condition.Finds(row) == true).Select(row => $$"""{"id":{{row.Id}}}""")
        select new HostileRequest(isLong ? "QUERY" : "GET", isLong ? "/hostile" : $"/hostile?{query}")
        {
            Headers = isLong ? ["Content-Type: application/x-www-form-urlencoded"] : [],
            Body = isLong ? System.Text.Encoding.ASCII.GetBytes(query) : null,
            MustFail = condition.MustFail,
            MustSucceed = !condition.MustFail,
            Expected = condition.MustFail ? null : $"[{string.Join(',', found)}]",
        };

    private Gen<Group> GroupOf(int levels) => levels == 0 ? One : Gen.Frequency(
        (3, One),
        (1, GroupOf(levels - 1).NonEmptyListOf().Resize(3).Select(parts => new Group(
            $"and=({Join(parts)})",
            parts.Any(part => part.MustFail),
            row => parts.Select(part => part.Finds(row)).Aggregate(
                (bool?)true, (all, part) => all == false || part == false ? false : all & part)))),
        (1, GroupOf(levels - 1).NonEmptyListOf().Resize(3).Select(parts => new Group(
            $"or=({Join(parts)})",
            parts.Any(part => part.MustFail),
            row => parts.Select(part => part.Finds(row)).Aggregate(
                (bool?)false, (any, part) => any == true || part == true ? true : any | part)))),
        (1, GroupOf(levels - 1).Select(part => new Group($"not=({part.Text})", part.MustFail, row => !part.Finds(row)))));

    private Gen<Group> One => filters.Select(filter => new Group(
        $"{filter.Key}={HostileSyntax.Quoted(filter.Value)}", filter.MustFail, filter.IsTrueOf));

    private static string Join(IEnumerable<Group> parts) => string.Join(',', parts.Select(part => part.Text));

    /// <summary>A condition: how it is written, whether it must be refused, and of which rows it is true, false or unknown.</summary>
    private sealed record Group(string Text, bool MustFail, Func<HostileRow, bool?> Finds);
}
