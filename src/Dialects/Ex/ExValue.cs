using System.Text.Json;
using Relata.Dialects.Contract;
using Relata.Model.Expressions;
using Relata.Model.Failures;

namespace Relata.Dialects.Ex;

/// <summary>What a filter compares with: a text of a query string, or a JSON value of a batch.</summary>
/// <param name="literal">The value.</param>
internal sealed class ExValue(Literal literal)
{
    /// <summary>Where it stands; null inside a body.</summary>
    public Position? At => literal.At;

    /// <summary>Whether it is JSON's null: a text is never NULL.</summary>
    public bool IsNull => IsJsonNull(literal);

    /// <summary>The one value, which is not null.</summary>
    public Literal One => NotNull(literal);

    /// <summary>One of a few words, in small letters; JSON's true, false and null are words too.</summary>
    public string Word => literal.Text?.ToLowerInvariant() ?? (literal.Json.ValueKind == JsonValueKind.String
        ? PayloadReader.Text(literal.Json).ToLowerInvariant()
        : literal.Json.GetRawText());

    /// <summary>The values of a list: a text is cut at its commas, and an empty one holds none.</summary>
    public IReadOnlyList<Literal> List => literal.Text is { } text
        ? Cut(text)
        : literal.Json.ValueKind switch
        {
            JsonValueKind.Array =>
                [.. literal.Json.EnumerateArray().Select(item => NotNull(Literal.FromJson(item, At)))],
            JsonValueKind.String => Cut(PayloadReader.Text(literal.Json)),
            _ => [One],
        };

    private static bool IsJsonNull(Literal literal) =>
        literal.Text is null && literal.Json.ValueKind == JsonValueKind.Null;

    private static Literal NotNull(Literal literal) => !IsJsonNull(literal) ? literal : throw new Failure(
        FailureCode.BadValue, "Nothing is larger, smaller or like null, and no list finds it.")
    {
        At = literal.At,
        Hint = "NULL is found by the filters is and is_not.",
    }.AsException();

    private IReadOnlyList<Literal> Cut(string text) =>
        text.Length == 0 ? [] : [.. text.Split(',').Select(part => Literal.FromText(part, At))];
}
