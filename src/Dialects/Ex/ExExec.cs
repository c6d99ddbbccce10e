using System.Text.Json;
using Relata.Dialects.Contract;
using Relata.Model.Failures;
using Relata.Model.Requests;

namespace Relata.Dialects.Ex;

/// <summary>
/// Reads <c>POST /:exec</c>: <c>{"stmt":"SELECT * FROM resources WHERE id = $1","args":[10]}</c>. It is there only
/// where the operator wants it.
/// </summary>
/// <param name="options">What the operator set.</param>
internal sealed class ExExec(ExOptions options)
{
    /// <summary>Whether the path of a call is that of statements, and they are taken.</summary>
    public bool IsAt(ApiCall call) => options.RunsSql && ExRoute.LastOf(call).Text == ExRoute.Exec;

    /// <summary>The statement that a call holds; null when it is none.</summary>
    /// <exception cref="FailureException">It cannot be read.</exception>
    public RawSql? Read(ApiCall call)
    {
        if (!IsAt(call)) return null;
        BatchBody.RequirePost(call);
        new ExHeaders(call).RefuseEach("a statement");
        if (QueryScanner.Scan(call.Query) is [var first, ..])
        {
            throw new Failure(FailureCode.UnknownOption, $"\"{first.Key.Text}\" means nothing here.")
            {
                At = first.Key.At,
            }.AsException();
        }

        if (call.Body is not { ValueKind: JsonValueKind.Object } body
            || !body.TryGetProperty(ExMember.Statement, out var text)
            || body.EnumerateObject().Any(member => member.Name is not (ExMember.Statement or ExMember.Arguments)))
            throw Malformed("A statement is an object with \"stmt\", perhaps \"args\", and nothing else.");
        JsonElement[] arguments = !body.TryGetProperty(ExMember.Arguments, out var given) ? []
            : given.ValueKind == JsonValueKind.Array ? [.. given.EnumerateArray()]
            : throw Malformed("\"args\" is an array.");
        return new RawSql(Pieces(text, arguments.Length), arguments);
    }

    private static string[] Pieces(JsonElement text, int arguments)
    {
        string[] pieces = text.ValueKind switch
        {
            JsonValueKind.String => [PayloadReader.Text(text)],
            JsonValueKind.Array when text.EnumerateArray().All(piece => piece.ValueKind == JsonValueKind.String) =>
                [.. text.EnumerateArray().Select(PayloadReader.Text)],
            _ => [],
        };
        if (pieces.Length == 0) throw Malformed("\"stmt\" is a text, or an array of the texts between the arguments.");
        if (text.ValueKind == JsonValueKind.Array && pieces.Length != arguments + 1)
            throw Malformed("A \"stmt\" in pieces has one piece more than there are arguments.");
        return string.IsNullOrWhiteSpace(pieces[0]) ? throw Malformed("\"stmt\" is empty.") : pieces;
    }

    private static FailureException Malformed(string message) =>
        new Failure(FailureCode.MalformedBody, message).AsException();
}
