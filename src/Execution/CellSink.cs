namespace Relata.Execution;

/// <summary>
/// Takes the values of cells as bytes in their public form, one call for each value. The database says what a value is;
/// the format says how it is written: JSON quotes and escapes, CSV does otherwise.
/// </summary>
/// <remarks>Spans are borrowed: they are gone when the call returns.</remarks>
public abstract class CellSink
{
    /// <summary>NULL.</summary>
    public abstract void Null();

    /// <summary>A truth value.</summary>
    public abstract void Boolean(bool value);

    /// <summary>An integer.</summary>
    public abstract void Integer(long value);

    /// <summary>A number in ASCII digits, already as JSON writes numbers.</summary>
    public abstract void Number(ReadOnlySpan<byte> digits);

    /// <summary>Text in UTF-8 that may hold anything.</summary>
    public abstract void Text(ReadOnlySpan<byte> utf8);

    /// <summary>
    /// Text of which the writer knows that it is printable ASCII without quotes or backslashes, such as a date.
    /// </summary>
    public abstract void PlainText(ReadOnlySpan<byte> ascii);

    /// <summary>Bytes.</summary>
    public abstract void Bytes(ReadOnlySpan<byte> bytes);

    /// <summary>A whole JSON value in UTF-8, known to be well formed.</summary>
    public abstract void Json(ReadOnlySpan<byte> utf8);

    /// <summary>Starts an array; its elements follow, with <see cref="ArraySeparator"/> between them.</summary>
    public abstract void StartArray();

    /// <summary>Stands between two elements.</summary>
    public abstract void ArraySeparator();

    /// <summary>Ends the array that was started last.</summary>
    public abstract void EndArray();

    /// <summary>
    /// Starts an object; its members follow, each a <see cref="Name"/> and a value, with <see cref="MemberSeparator"/>
    /// between them.
    /// </summary>
    public abstract void StartObject();

    /// <summary>A member's name in UTF-8.</summary>
    public abstract void Name(ReadOnlySpan<byte> utf8);

    /// <summary>Stands between two members.</summary>
    public abstract void MemberSeparator();

    /// <summary>Ends the object that was started last.</summary>
    public abstract void EndObject();
}
