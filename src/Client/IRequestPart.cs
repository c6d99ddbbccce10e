using Relata.Model.Requests;

namespace Relata.Client;

/// <summary>A part of a request, such as its order or one of its filters; <see cref="Ex"/> makes them.</summary>
/// <typeparam name="T">The kind of requests that have such a part.</typeparam>
public interface IRequestPart<T>
    where T : Request
{
    /// <summary>The request with this part.</summary>
    /// <exception cref="Relata.Model.Failures.FailureException">The request has one already, and only one is
    /// possible.</exception>
    T AddTo(T request);
}
