using Relata.Dialects.Contract;
using Relata.Execution;
using Relata.Planning.Plans;

namespace Relata.Formats.Json;

/// <summary>Answers in JSON: an array of objects, or one object.</summary>
public sealed class JsonFormat : IFormat
{
    /// <inheritdoc/>
    public string MediaType => "application/json";

    /// <inheritdoc/>
    public string ContentType => "application/json";

    /// <inheritdoc/>
    public string Suffix => "json";

    /// <inheritdoc/>
    public bool TakesFrames => true;

    /// <inheritdoc/>
    public RowsWriter Open(EnvelopeShape shape, Utf8Buffer output) => new Writer(shape == EnvelopeShape.Array, output);

    private sealed class Writer(bool isArray, Utf8Buffer output) : RowsWriter
    {
        private readonly JsonCells cells = new(output);
        private JsonRows? rowsOf;
        private bool hasRows;

        public override ReadOnlySpan<byte> Separator => ","u8;

        public override void Start()
        {
            hasRows = false;
            if (isArray) output.Write((byte)'[');
        }

        public override void Enter(RowLayout layout) => rowsOf = JsonRows.For(layout);

        public override void Write(Rows rows)
        {
            if (hasRows) output.Write((byte)',');
            hasRows = true;
            rowsOf!.Write(rows, output, cells);
        }

        public override void End()
        {
            if (isArray) output.Write((byte)']');
        }
    }
}
