using System.Collections.Immutable;
using Relata.Model.Failures;

namespace Relata.Client.Interception;

/// <summary>
/// What a program knows about whoever asks, such as the tenant; requests do not carry it, interceptors read it.
/// </summary>
public sealed class RequestContext
{
    private readonly ImmutableDictionary<string, object?> values;

    private RequestContext(ImmutableDictionary<string, object?> values) => this.values = values;

    /// <summary>Nothing is known.</summary>
    public static RequestContext Empty { get; } =
        new(ImmutableDictionary.Create<string, object?>(StringComparer.Ordinal));

    /// <summary>The value of a name.</summary>
    /// <exception cref="FailureException">There is none: what depends on it must not run without.</exception>
    public object? this[string name] => values.TryGetValue(name, out var value)
        ? value
        : throw new Failure(FailureCode.Forbidden, $"The request's context has no \"{name}\".").AsException();

    /// <summary>The same with one value more, in the place of one of that name.</summary>
    public RequestContext With(string name, object? value) => new(values.SetItem(name, value));
}
