using Microsoft.Net.Http.Headers;
using Relata.Dialects.Contract;
using Relata.Formats;
using Relata.Model.Failures;

namespace Relata.Http.Calls;

/// <summary>The conditions of a call, <c>If-Match</c> and <c>If-None-Match</c> (RFC 9110, section 13).</summary>
/// <remarks>
/// A read is compared with the tag of what would be answered. A write is compared with the state of the row that it is
/// about, whatever representation of it the tag came from.
/// </remarks>
public sealed class Preconditions
{
    private IList<EntityTagHeaderValue>? Match { get; init; }

    private IList<EntityTagHeaderValue>? NoneMatch { get; init; }

    /// <summary>Whether there is an <c>If-Match</c>.</summary>
    public bool HasMatch => Match is not null;

    /// <summary>Whether there must be no row, by <c>If-None-Match: *</c>.</summary>
    public bool DemandsNoRow => NoneMatch?.Any(IsAny) ?? false;

    /// <summary>The conditions of a call; null when there are none.</summary>
    /// <exception cref="FailureException">They are malformed.</exception>
    public static Preconditions? Of(ApiCall call)
    {
        var (match, noneMatch) = (call.Header(HeaderNames.IfMatch), call.Header(HeaderNames.IfNoneMatch));
        if (match is null && noneMatch is null) return null;
        return new Preconditions
        {
            Match = Read(HeaderNames.IfMatch, match),
            NoneMatch = Read(HeaderNames.IfNoneMatch, noneMatch),
        };
    }

    /// <summary>The answer to a read, or in its place 304 to a caller who has it already.</summary>
    /// <exception cref="FailureException">What is there is not what <c>If-Match</c> names.</exception>
    public async ValueTask<Answer> ApplyAsync(Answer answer)
    {
        if (answer.Tag is null) return answer;
        var tag = EntityTagHeaderValue.Parse(answer.Tag);
        if (Match is not null
            && !Match.Any(wanted => IsAny(wanted) || Uncoded(wanted).Compare(tag, useStrongComparison: true)))
        {
            await answer.DisposeAsync();
            throw Changed().AsException();
        }

        var known = NoneMatch?.FirstOrDefault(
            known => IsAny(known) || Uncoded(known).Compare(tag, useStrongComparison: false));
        if (known is null) return answer;
        await answer.DisposeAsync();
        return new Answer(304, null, null)
        {
            Headers = answer.Headers,
            Tag = IsAny(known) || known.IsWeak ? answer.Tag : known.ToString(),
        };
    }

    /// <summary>Refuses a write whose row is in another state than the caller knows.</summary>
    /// <param name="row">The hash of the row as it is.</param>
    /// <exception cref="FailureException">It is.</exception>
    public void Require(string row)
    {
        if (Match is not null && !Match.Any(wanted => IsAny(wanted) || (!wanted.IsWeak && Names(wanted, row))))
            throw Changed().AsException();
        if (NoneMatch is null || !NoneMatch.Any(known => IsAny(known) || Names(known, row))) return;
        throw new Failure(FailureCode.PreconditionFailed, "The row is one of those that If-None-Match rules out.")
            .AsException();
    }

    /// <summary>Refuses a write that would create a row which the caller takes for one that is there.</summary>
    /// <exception cref="FailureException">There is an <c>If-Match</c>.</exception>
    public void RequireNoRow()
    {
        if (Match is null) return;
        throw new Failure(FailureCode.PreconditionFailed, "There is no such row, and If-Match names one.")
        {
            Hint = "If-None-Match: * creates a row, and nothing else.",
        }.AsException();
    }

    private Failure Changed() =>
        new(FailureCode.PreconditionFailed, "The row is in another state than the one that If-Match names.")
    {
        Hint = Match!.All(tag => tag.IsWeak)
            ? "If-Match compares strongly: a tag that starts with W/ never matches."
            : "Read the row anew; its ETag is that of its present state. Without every column in the answer, an ETag " +
                "says nothing about the row.",
    };

    private static bool Names(EntityTagHeaderValue tag, string row) =>
        EntityTag.RowIn(tag.Tag.AsSpan().Trim('"')).SequenceEqual(row);

    private static bool IsAny(EntityTagHeaderValue tag) => tag.Tag == "*";

    /// <summary>The tag before the content coding was written into it.</summary>
    private static EntityTagHeaderValue Uncoded(EntityTagHeaderValue tag) =>
        tag.Tag.LastIndexOf('+') is var plus and > 0
            ? new EntityTagHeaderValue($"{tag.Tag.AsSpan(0, plus)}\"", tag.IsWeak)
            : tag;

    private static IList<EntityTagHeaderValue>? Read(string name, string? text)
    {
        if (text is null) return null;
        if (EntityTagHeaderValue.TryParseStrictList([text], out var tags) && tags.Count > 0) return tags;
        throw new Failure(FailureCode.MalformedSyntax, $"{name} is * or a list of tags in double quotes.")
        {
            Hint = "Send an ETag as it was answered, with its quotes.",
        }.AsException();
    }
}
