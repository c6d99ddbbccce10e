using Relata.Model.Failures;

namespace Relata.Dialects.Functions;

/// <summary>What is refused before a function runs.</summary>
public static class FunctionRefusals
{
    /// <summary>Nothing is mounted there.</summary>
    /// <param name="path">The path behind the dialect's own, with its slash.</param>
    /// <param name="mount">The dialect's own.</param>
    /// <param name="known">What is mounted.</param>
    public static Failure NoMount(string path, string mount, IEnumerable<string> known) =>
        new(FailureCode.RouteNotFound, "There is no function at this path.")
        {
            At = new Position("path", mount.Length, path.Length),
            Hint = NearestName.Hint(path.TrimStart('/'), known),
        };

    /// <summary>No file answers the method.</summary>
    public static Failure NotPossible(string method, IReadOnlyList<string> allowed) =>
        new(FailureCode.MethodNotAllowed, $"{method} is not possible here.")
        {
            Allow = allowed,
            Hint = $"Possible: {string.Join(", ", allowed)}.",
        };

    /// <summary>A query string that is longer than the function takes.</summary>
    /// <param name="limit">How many bytes it takes.</param>
    public static Failure TooLarge(long limit) =>
        new(FailureCode.BodyTooLarge, $"The query is larger than the {limit} bytes that are read here.");

    /// <summary>A body where a query string is expected.</summary>
    public static Failure BodyBesideQuery() =>
        new(FailureCode.MalformedBody, "A GET takes its values from the query string.")
        {
            Hint = "Send no body.",
        };

    /// <summary>A query string where a body is expected.</summary>
    public static Failure QueryBesideBody(string method, string query) =>
        new(FailureCode.MalformedSyntax, $"A {method} takes its values from the body.")
        {
            At = new Position("query", 0, query.Length),
            Hint = "Send them as JSON in the body.",
        };
}
