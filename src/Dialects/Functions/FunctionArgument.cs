using System.Text.Json;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;

namespace Relata.Dialects.Functions;

/// <summary>What a caller sends: the values of the query string, or the JSON of the body.</summary>
public sealed class FunctionArgument : IDisposable
{
    private readonly JsonDocument? document;

    private FunctionArgument(ReadOnlyMemory<byte> json, JsonDocument? document) =>
        (Json, this.document) = (json, document);

    /// <summary>The one value that a function of the database takes, in UTF-8.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>
    /// The values by their names, for a query; null when the body is no object. A name that came more than once in a
    /// query string has an array.
    /// </summary>
    public IReadOnlyList<NamedValue>? Values { get; private init; }

    /// <summary>Reads a query string.</summary>
    /// <param name="query">The query string, percent-encoded.</param>
    /// <param name="arrays">Whether every value is an array, as upstream has it.</param>
    /// <param name="takesStyle">Whether <c>style=arrays</c> says so too; otherwise it is a value.</param>
    /// <exception cref="FailureException">A percent sign starts no byte, or the bytes are no UTF-8.</exception>
    public static FunctionArgument OfQuery(string query, bool arrays, bool takesStyle)
    {
        var values = QueryObject.Read(query, takesStyle, ref arrays);
        return new FunctionArgument(QueryObject.ToJson(values, arrays), document: null)
        {
            Values = [.. values.Select(value => new NamedValue(value.Name, value.ToLiteral()))],
        };
    }

    /// <summary>Reads a body.</summary>
    /// <exception cref="FailureException">It is not exactly one JSON value.</exception>
    public static FunctionArgument OfBody(ReadOnlyMemory<byte> body)
    {
        var document = BodyValue.Parse(body);
        var root = document.RootElement;
        return new FunctionArgument(body, document)
        {
            Values = root.ValueKind == JsonValueKind.Object
                ? [.. root.EnumerateObject().Select(member => new NamedValue(
                    new Name(member.Name, null), Literal.FromJson(member.Value, null)))]
                : null,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => document?.Dispose();
}

/// <summary>A value that a caller sent under a name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value.</param>
public readonly record struct NamedValue(Name Name, Literal Value);
