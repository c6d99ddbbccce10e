using System.Globalization;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Dialects.Rest;

/// <summary>Unfolds a depth, and what a query says about single relations, into related rows.</summary>
/// <param name="schema">The schema.</param>
/// <param name="isClosed">
/// Whether everything is loaded that is related, each row once on each way from the row asked for. How far the rows go
/// is not known before they are read: as many levels are unfolded as the limits allow.
/// </param>
/// <param name="at">Where the depth stands.</param>
/// <param name="options">The limits.</param>
internal sealed class RestUnfolding(DatabaseSchema schema, bool isClosed, Position? at, RestOptions options)
{
    private int room = options.MaxEmbeds;

    /// <summary>Unfolds the table asked for.</summary>
    /// <param name="root">What the query says about it.</param>
    /// <param name="fields">The columns that are answered of its rows; null means all.</param>
    /// <param name="levels">How many levels are loaded whole.</param>
    public Selection Unfold(RestRelated root, IReadOnlyList<Name>? fields, int levels)
    {
        if (isClosed)
        {
            levels = options.MaxDepth;
            while (levels > 2 && !Fits(root, levels)) levels--;
        }

        return new Selection(fields, Embeds(root, levels, null)) { IsClosed = isClosed };
    }

    private List<Embed> Embeds(RestRelated related, int levels, Relationship? by)
    {
        var embeds = new List<Embed>();
        foreach (var (relationship, next) in Loaded(related, levels, by))
        {
            if (--room < 0)
            {
                throw new Failure(FailureCode.LimitExceeded, string.Create(CultureInfo.InvariantCulture,
                    $"At this depth there are more than {options.MaxEmbeds} related tables."))
                    {
                        At = at,
                    }.AsException();
            }

            embeds.Add(new Embed(
                new Name(relationship.Name, next.At ?? at),
                related.Relationships.KeyOf(relationship),
                new Selection(next.Fields, Embeds(next, levels - 1, relationship)) { IsClosed = isClosed })
            {
                Filter = next.Filter,
                Order = next.Order,
                Limit = next.Limit,
            });
        }

        return embeds;
    }

    private bool Fits(RestRelated root, int levels)
    {
        var left = options.MaxEmbeds;
        return Take(root, levels, null);

        bool Take(RestRelated related, int levels, Relationship? by) => Loaded(related, levels, by)
            .All(inside => --left >= 0 && Take(inside.Next, levels - 1, inside.By));
    }

    /// <summary>
    /// The relations that are loaded inside rows. The parent over the foreign key by which rows came in as children is
    /// on the way to them already.
    /// </summary>
    private IEnumerable<(Relationship By, RestRelated Next)> Loaded(RestRelated related, int levels, Relationship? by)
    {
        foreach (var relationship in related.Relationships.All)
        {
            var said = related.Find(relationship);
            if (said is null && (levels <= 1 || (isClosed && by is not null && relationship.ReturnsFrom(by)))) continue;
            yield return (relationship, said ?? new RestRelated(schema, relationship.To));
        }
    }
}
