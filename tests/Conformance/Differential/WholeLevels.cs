namespace Relata.Conformance.Differential;

/// <summary>Levels of relations that are asked for as a whole.</summary>
internal static class WholeLevels
{
    /// <summary>The reading with all relations of so many levels, its own rows being the first.</summary>
    public static Reading Of(Reading reading, int depth) => depth <= 1 ? reading : reading with
    {
        Depth = depth,
        Embeds =
        [
            .. from relation in reading.Table.Relations
                let embed = reading.Embeds.FirstOrDefault(embed => embed.Relation == relation) ?? Unsaid(relation)
                select embed with { Rows = Of(embed.Rows, depth - 1) },
        ],
    };

    /// <summary>How many related tables stand inside the rows.</summary>
    public static int Size(Reading reading) => reading.Embeds.Sum(embed => 1 + Size(embed.Rows));

    private static Embed Unsaid(TownRelation relation) =>
        new(relation, new Reading(Town.Named(relation.Target), [], [], null, 0, null, []), IsSaid: false);
}
