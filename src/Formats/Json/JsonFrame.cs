using System.Text;
using Relata.Dialects.Contract;

namespace Relata.Formats.Json;

/// <summary>Writes what stands around the array of the rows.</summary>
internal sealed class JsonFrame
{
    private readonly EnvelopeFrame frame;
    private readonly Utf8Buffer output;
    private readonly JsonCells cells;
    private readonly int rowsField;

    private JsonFrame(EnvelopeFrame frame, Utf8Buffer output)
    {
        (this.frame, this.output, cells) = (frame, output, new JsonCells(output));
        rowsField = frame.Fields.ToList().FindIndex(field => field.Value == EnvelopeValue.Rows);
    }

    /// <summary>The frame of an answer; null when it has none, or its format no place for one.</summary>
    public static JsonFrame? Of(IFormat format, Envelope envelope, Utf8Buffer output) =>
        format.TakesFrames && envelope.Frame is { } frame ? new JsonFrame(frame, output) : null;

    /// <summary>Puts the start before what is written, which is the start of the array.</summary>
    public void Open(FrameFacts facts)
    {
        var rows = output.Written.ToArray();
        output.Clear();
        output.Write((byte)'{');
        Write(0, rowsField, facts);
        Separate(rowsField);
        output.Write(JsonCells.Prefix(frame.Fields[rowsField].Name));
        output.Write(rows);
    }

    /// <summary>Writes the end behind the array.</summary>
    public void Close(FrameFacts facts)
    {
        Write(rowsField + 1, frame.Fields.Count, facts);
        output.Write((byte)'}');
    }

    /// <summary>Puts the whole around what is written: an array, or one row, which becomes an array.</summary>
    public void Enclose(FrameFacts facts, bool isArray)
    {
        if (facts.RowCount == 0 && frame.OmitsNoRows)
        {
            output.Clear();
            output.Write((byte)'{');
            Write(0, rowsField, facts);
        }
        else
        {
            if (!isArray) MakeArray();
            Open(facts);
        }

        Close(facts);
    }

    private void MakeArray()
    {
        var row = output.Written.ToArray();
        output.Clear();
        output.Write((byte)'[');
        output.Write(row);
        output.Write((byte)']');
    }

    private void Write(int first, int end, FrameFacts facts)
    {
        for (var i = first; i < end; i++)
        {
            Separate(i);
            output.Write(JsonCells.Prefix(frame.Fields[i].Name));
            switch (frame.Fields[i].Value)
            {
                case EnvelopeValue.Status: cells.Integer(facts.Status); break;
                case EnvelopeValue.Success: cells.Boolean(true); break;
                case EnvelopeValue.RowCount: cells.Integer(facts.RowCount); break;
                case EnvelopeValue.Total: Number(facts.Total); break;
                case EnvelopeValue.Limit: cells.Integer(facts.Limit); break;
                case EnvelopeValue.Offset: cells.Integer(facts.Offset); break;
                case EnvelopeValue.Next: Text(facts.Next); break;
                case EnvelopeValue.Previous: Text(facts.Previous); break;
                case EnvelopeValue.Rows: break;
            }
        }
    }

    private void Separate(int field)
    {
        if (field > 0) output.Write((byte)',');
    }

    private void Number(long? value)
    {
        if (value is { } number) cells.Integer(number);
        else cells.Null();
    }

    private void Text(string? value)
    {
        if (value is null) cells.Null();
        else cells.Text(Encoding.UTF8.GetBytes(value));
    }
}

/// <summary>What an answer knows about its rows.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="RowCount">How many there are; of a list that is being written, so far.</param>
/// <param name="Total">How many there are without the page; null when they were not counted.</param>
/// <param name="Limit">The most rows of the page.</param>
/// <param name="Offset">How many rows the page passes over.</param>
/// <param name="Next">The address of the next page.</param>
/// <param name="Previous">The address of the page before.</param>
internal readonly record struct FrameFacts(
    int Status, long RowCount, long? Total, long Limit, long Offset, string? Next, string? Previous)
{
    /// <summary>Of rows that are no page of anything.</summary>
    public static FrameFacts OfRows(Envelope envelope, long count) =>
        new(envelope.Status, count, count, 0, 0, null, null);
}
