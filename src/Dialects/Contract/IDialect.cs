using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Dialects.Contract;

/// <summary>A language that callers speak: it reads calls, and says what their answers look like.</summary>
public interface IDialect
{
    /// <summary>The name in logs, such as <c>rest</c>.</summary>
    string Name { get; }

    /// <summary>How callers are told "no".</summary>
    FailureShape Failures => FailureShape.Problem;

    /// <summary>
    /// Whether a body is read as JSON whatever media type and method it is sent with, also on GET and DELETE, where the
    /// dialect can refuse it. Otherwise one of another media type is refused, and one on those methods passed over.
    /// </summary>
    bool TakesAnyBodyType => false;

    /// <summary>Reads a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="schema">The schema at this moment, for telling a column from a lookup.</param>
    /// <exception cref="FailureException">The call says nothing that can be read.</exception>
    ParsedCall Parse(ApiCall call, DatabaseSchema schema);

    /// <summary>
    /// What a GET is read by beside its path and query: calls in which all of that agrees are read alike. They may
    /// differ in texts that nothing but the value of a key or of a comparison is made of, as long as such a text is of
    /// letters, digits and other characters that need no encoding.
    /// </summary>
    /// <returns>That, as a text; null when every call has to be read for itself.</returns>
    string? ShapeOfHeaders(ApiCall call) => null;

    /// <summary>Reads a call that holds others; null when it is not one.</summary>
    /// <exception cref="FailureException">It is one that cannot be read.</exception>
    ParsedBatch? ParseBatch(ApiCall call);

    /// <summary>Reads a call that holds a statement of the database's own; null when it does not.</summary>
    /// <exception cref="FailureException">It does, and cannot be read.</exception>
    RawSql? ParseSql(ApiCall call) => null;

    /// <summary>The methods that the resource at a call's path takes.</summary>
    /// <exception cref="FailureException">There is no such resource.</exception>
    IReadOnlyList<string> Methods(ApiCall call, DatabaseSchema schema);
}

/// <summary>What stands in the body of an answer that is "no".</summary>
public enum FailureShape
{
    /// <summary>A problem document (RFC 9457).</summary>
    Problem,

    /// <summary>An object with <c>error_code</c>, the status, and <c>error_message</c>.</summary>
    ErrorCode,
}

/// <summary>What a call asks for and how it is answered.</summary>
/// <param name="Request">What is asked.</param>
/// <param name="Envelope">What the answer looks like.</param>
public sealed record ParsedCall(Request Request, Envelope Envelope)
{
    /// <summary>The terms of a write; without meaning for a read.</summary>
    public WriteTerms Terms { get; init; } = WriteTerms.Usual;

    /// <summary>Whether a read may not be answered by a standby, which is a little behind.</summary>
    public bool NeedsPrimary { get; init; }
}

/// <summary>The shape of an answer, as data: formats write it without knowing a dialect.</summary>
/// <param name="Status">The HTTP status of success.</param>
/// <param name="Shape">What stands in the body.</param>
public sealed record Envelope(int Status, EnvelopeShape Shape)
{
    /// <summary>
    /// For a row that was created: the path of its table, under which its key is added and answered as <c>Location</c>;
    /// null for every other answer.
    /// </summary>
    public string? Location { get; init; }

    /// <summary>
    /// Whether the call may change a row or create one: then <see cref="Status"/> is that of a change, and only a row
    /// that was created is answered with 201 and its <see cref="Location"/>.
    /// </summary>
    public bool MayCreate { get; init; }

    /// <summary>
    /// The caller's preferences that are kept, answered as <c>Preference-Applied</c> (RFC 7240); null for none.
    /// </summary>
    public string? Applied { get; init; }

    /// <summary>The format that the path asks for by a suffix such as <c>csv</c>; null when it does not.</summary>
    public string? Suffix { get; init; }

    /// <summary>What stands around the rows, where the format has a place for that; null for nothing.</summary>
    public EnvelopeFrame? Frame { get; init; }

    /// <summary>What stands before the addresses inside a frame: the scheme and host that the caller used.</summary>
    public string Origin { get; init; } = "";

    /// <summary>The pages beside the one asked for; null when the answer is no page.</summary>
    public PageLinks? Links { get; init; }
}

/// <summary>The addresses of the pages beside an answered one. Each is given if there is such a page.</summary>
/// <param name="Next">The page behind; null when it cannot be asked for.</param>
/// <param name="Previous">The page before; null when there is none.</param>
/// <param name="TakeCursors">Whether a cursor has to be added at the end of each address.</param>
public sealed record PageLinks(string? Next, string? Previous, bool TakeCursors = false);

/// <summary>What stands in the body of an answer.</summary>
public enum EnvelopeShape
{
    /// <summary>An array with every row.</summary>
    Array,

    /// <summary>The one row; none is the failure "no such row".</summary>
    Row,

    /// <summary>The one row; none is an answer without a body, with the status 204.</summary>
    MaybeRow,

    /// <summary>Nothing, for one named row; if none was changed, the failure "no such row".</summary>
    NothingForRow,

    /// <summary>Nothing, whatever the number of rows.</summary>
    Nothing,
}
