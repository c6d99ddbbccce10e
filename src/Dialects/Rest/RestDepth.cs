using System.Globalization;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Dialects.Rest;

/// <summary>
/// Unfolds <c>depth</c>: 1 is the row itself, 2 its parents too, and so on. A parent stands under the columns of its foreign key
/// and <c>_object</c>, as in <c>camera_id_object</c>.
/// </summary>
internal static class RestDepth
{
    private const int MostEmbeds = 64;

    public static IReadOnlyList<Embed> Unfold(DatabaseSchema schema, Table table, long depth, int maxDepth, Position at)
    {
        if (depth < 1) throw Refuse(FailureCode.BadValue, "\"depth\" starts at 1, the row itself.", at);
        if (depth > maxDepth)
            throw Refuse(FailureCode.LimitExceeded, string.Create(CultureInfo.InvariantCulture, $"\"depth\" is at most {maxDepth}."), at);
        var embeds = 0;
        return Parents(table, depth);

        List<Embed> Parents(Table child, long levels)
        {
            if (levels <= 1) return [];
            var parents = schema.RelationshipsOf(child).Where(relationship => relationship.Kind == RelationshipKind.Parent).ToArray();
            embeds += parents.Length;
            if (embeds > MostEmbeds)
                throw Refuse(FailureCode.LimitExceeded, "At this depth there are too many related tables.", at);
            return [.. parents.Select(parent => new Embed(
                new Name(parent.Name, at), Key(parent, parents), new Selection(null, Parents(parent.To, levels - 1))))];
        }
    }

    /// <summary>Two foreign keys over the same columns are told apart by their tables.</summary>
    private static string Key(Relationship parent, Relationship[] parents)
    {
        var columns = string.Join("_", parent.FromColumns.Select(column => column.Name));
        var shared = parents.Count(other => other.FromColumns.SequenceEqual(parent.FromColumns)) > 1;
        return shared ? $"{columns}_{parent.To.Name.Name}_object" : $"{columns}_object";
    }

    private static FailureException Refuse(FailureCode code, string message, Position at) =>
        new Failure(code, message) { At = at }.AsException();
}
