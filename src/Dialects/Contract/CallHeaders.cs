using System.Collections.Frozen;

namespace Relata.Dialects.Contract;

/// <summary>The headers of a call, looked at when somebody asks.</summary>
public abstract class CallHeaders
{
    /// <summary>Those of a call that is no HTTP request of its own.</summary>
    public static CallHeaders None { get; } = Of(FrozenDictionary<string, string>.Empty, "");

    /// <summary>The names of the headers that were sent.</summary>
    public abstract IEnumerable<string> Names { get; }

    /// <summary>The scheme and host of the request, such as <c>https://example.org</c>.</summary>
    public abstract string Origin { get; }

    /// <summary>Headers that were sent in another way than with an HTTP request.</summary>
    /// <param name="headers">Their values by their names.</param>
    /// <param name="origin">The scheme and host.</param>
    public static CallHeaders Of(IReadOnlyDictionary<string, string> headers, string origin) =>
        new Listed(headers, origin);

    /// <summary>
    /// The value of a header by its name, in any case of letters; several values of one header are joined by a comma,
    /// and a header that was not sent is null.
    /// </summary>
    public abstract string? Find(string name);

    private sealed class Listed(IReadOnlyDictionary<string, string> headers, string origin) : CallHeaders
    {
        public override IEnumerable<string> Names => headers.Keys;

        public override string Origin => origin;

        public override string? Find(string name) => headers.GetValueOrDefault(name);
    }
}
