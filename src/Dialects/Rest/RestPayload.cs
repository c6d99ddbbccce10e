using System.Text.Json;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;

namespace Relata.Dialects.Rest;

/// <summary>Rows out of a JSON body.</summary>
internal static class RestPayload
{
    /// <summary>One object, or an array of objects.</summary>
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
    public static PayloadRow One(JsonElement? body) => Row(Required(body));

    private static JsonElement Required(JsonElement? body) => body ?? throw Malformed("The body is missing.");

    private static PayloadRow Row(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) throw Malformed("A row is an object.");
        return new PayloadRow([.. json.EnumerateObject().Select(Field)]);
    }

    private static PayloadField Field(JsonProperty member)
    {
        try
        {
            return new PayloadField(new Name(member.Name, null), Literal.FromJson(member.Value, null));
        }
        catch (InvalidOperationException e)
        {
            // The only way that .NET has to say that an escape such as \ud800 stands alone.
            throw new Failure(FailureCode.MalformedBody, "A key holds half of a surrogate pair.").AsException(e);
        }
    }

    private static FailureException Malformed(string message) =>
        new Failure(FailureCode.MalformedBody, message).AsException();
}
