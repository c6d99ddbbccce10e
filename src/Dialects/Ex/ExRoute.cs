using Relata.Dialects.Contract;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Dialects.Ex;

/// <summary>
/// What a path names by its last segment, whatever is before it: <c>/v1/resources</c>, <c>/:batch</c>.
/// </summary>
public static class ExRoute
{
    /// <summary>The last segment of a batch.</summary>
    public const string Batch = ":batch";

    /// <summary>The last segment of a statement.</summary>
    public const string Exec = ":exec";

    /// <summary>The query of a batch whose answer is the result of each request.</summary>
    public const string EachResult = "?results=all";

    /// <summary>The last segment, decoded.</summary>
    public static Name LastOf(ApiCall call)
    {
        var path = call.Path.AsSpan().TrimEnd('/');
        var start = path.LastIndexOf('/') + 1;
        var at = new Position("path", start, path.Length - start);
        return new Name(PercentEncoding.Decode(path[start..], at, plusIsBlank: false), at);
    }

    /// <summary>The table of that name; null where only others know the schema.</summary>
    /// <exception cref="FailureException">There is none.</exception>
    public static Table? Find(Name resource, DatabaseSchema? schema)
    {
        if (resource.Text.Length == 0)
        {
            throw new Failure(FailureCode.RouteNotFound, "This path names no table.")
            {
                Hint = schema is null ? null : "/__schema lists the tables.",
            }.AsException();
        }

        return schema is null
            ? null
            : schema.FindTable(resource.Text) ?? throw Refusals.NoTable(resource, schema).AsException();
    }
}
