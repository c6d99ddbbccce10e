using Relata.Dialects.Contract;

namespace Relata.Formats;

/// <summary>A way to write rows as bytes.</summary>
public interface IFormat
{
    /// <summary>The media type by which callers ask for it, such as <c>text/csv</c>.</summary>
    string MediaType { get; }

    /// <summary>The header of an answer: the media type with its parameters.</summary>
    string ContentType { get; }

    /// <summary>What stands behind a dot at the end of a path that asks for it, such as <c>csv</c>.</summary>
    string Suffix { get; }

    /// <summary>Whether something can stand around the rows, as an <see cref="EnvelopeFrame"/> says.</summary>
    bool TakesFrames => false;

    /// <summary>Starts to write an answer of a shape.</summary>
    RowsWriter Open(EnvelopeShape shape, Utf8Buffer output);
}
