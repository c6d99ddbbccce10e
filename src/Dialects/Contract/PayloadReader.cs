using System.Text.Json;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;

namespace Relata.Dialects.Contract;

/// <summary>Rows and texts out of a JSON body.</summary>
public static class PayloadReader
{
    /// <summary>One object, or an array of objects.</summary>
    /// <exception cref="FailureException">There is no body, or it is neither.</exception>
    public static Payload Rows(JsonElement? body)
    {
        var json = Required(body);
        return json.ValueKind switch
        {
            JsonValueKind.Object => new Payload([Row(json)], IsArray: false),
            JsonValueKind.Array => new Payload([.. json.EnumerateArray().Select(Row)], IsArray: true),
            _ => throw Malformed("The body is neither an object nor an array of objects."),
        };
    }

    /// <summary>One object.</summary>
    /// <exception cref="FailureException">There is no body, or it is no object.</exception>
    public static PayloadRow One(JsonElement? body) => Row(Required(body));

    /// <summary>A member that has to be a text.</summary>
    /// <exception cref="FailureException">It is none.</exception>
    public static string Text(JsonProperty member) =>
        member.Value.ValueKind == JsonValueKind.String
            ? Text(member.Value)
            : throw Malformed($"\"{member.Name}\" is a text.");

    /// <summary>A JSON string.</summary>
    /// <exception cref="FailureException">It is no text: an escape such as <c>\ud800</c> stands alone.</exception>
    public static string Text(JsonElement text) => Decode(text, static text => text.GetString()!, "A text");

    private static JsonElement Required(JsonElement? body) => body ?? throw Malformed("The body is missing.");

    private static PayloadRow Row(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) throw Malformed("A row is an object.");
        return new PayloadRow([.. json.EnumerateObject().Select(Field)]);
    }

    private static PayloadField Field(JsonProperty member) => Decode(
        member,
        static member => new PayloadField(new Name(member.Name, null), Literal.FromJson(member.Value, null)),
        "A key");

    private static TResult Decode<T, TResult>(T encoded, Func<T, TResult> decode, string what)
    {
        try
        {
            return decode(encoded);
        }
        catch (InvalidOperationException e)
        {
            // The only way that .NET has to say that an escape such as \ud800 stands alone.
            throw new Failure(FailureCode.MalformedBody, $"{what} holds half of a surrogate pair.").AsException(e);
        }
    }

    private static FailureException Malformed(string message) =>
        new Failure(FailureCode.MalformedBody, message).AsException();
}
