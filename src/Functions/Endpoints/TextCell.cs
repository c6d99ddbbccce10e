using Relata.Execution;

namespace Relata.Functions.Endpoints;

/// <summary>Keeps the one text that a function answers; NULL leaves it empty.</summary>
internal sealed class TextCell : CellSink
{
    /// <summary>The text in UTF-8.</summary>
    public ReadOnlyMemory<byte> Written { get; private set; }

    public override void Null() => Written = default;

    public override void Text(ReadOnlySpan<byte> utf8) => Written = utf8.ToArray();

    public override void Json(ReadOnlySpan<byte> utf8) => Written = utf8.ToArray();

    public override void PlainText(ReadOnlySpan<byte> ascii) => Written = ascii.ToArray();

    public override void Boolean(bool value) => throw NoText();

    public override void Integer(long value) => throw NoText();

    public override void Number(ReadOnlySpan<byte> digits) => throw NoText();

    public override void Bytes(ReadOnlySpan<byte> bytes) => throw NoText();

    public override void StartArray() => throw NoText();

    public override void ArraySeparator() => throw NoText();

    public override void EndArray() => throw NoText();

    public override void StartObject() => throw NoText();

    public override void Name(ReadOnlySpan<byte> utf8) => throw NoText();

    public override void MemberSeparator() => throw NoText();

    public override void EndObject() => throw NoText();

    private static InvalidOperationException NoText() => new("A function's answer is a text.");
}
