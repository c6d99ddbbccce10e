using Relata.Dialects.Contract;
using Relata.Execution;
using Relata.Formats.Json;
using Relata.Planning.Plans;

namespace Relata.Formats.NdJson;

/// <summary>Answers in newline-delimited JSON: one object a line, also for one row.</summary>
public sealed class NdJsonFormat : IFormat
{
    /// <inheritdoc/>
    public string MediaType => "application/x-ndjson";

    /// <inheritdoc/>
    public string ContentType => "application/x-ndjson";

    /// <inheritdoc/>
    public string Suffix => "ndjson";

    /// <inheritdoc/>
    public RowsWriter Open(EnvelopeShape shape, Utf8Buffer output) => new Writer(output);

    private sealed class Writer(Utf8Buffer output) : RowsWriter
    {
        private readonly JsonCells cells = new(output);
        private JsonRows? rowsOf;

        public override void Start()
        {
        }

        public override void Enter(RowLayout layout) => rowsOf = JsonRows.For(layout);

        public override void Write(Rows rows)
        {
            var start = output.Length;
            rowsOf!.Write(rows, output, cells);
            KeepToOneLine(start);
            output.Write((byte)'\n');
        }

        public override void End()
        {
        }

        public override bool TryEnd(ReadOnlySpan<byte> problem)
        {
            output.Write("{\"error\":"u8);
            output.Write(problem);
            output.Write("}\n"u8);
            return true;
        }

        /// <summary>
        /// A stored JSON value may be laid out over several lines. A line break in JSON text is always between values,
        /// because inside a string it is escaped: a blank means the same.
        /// </summary>
        private void KeepToOneLine(int start)
        {
            var row = output.From(start);
            for (var at = row.IndexOfAny((byte)'\n', (byte)'\r'); at >= 0; at = row.IndexOfAny((byte)'\n', (byte)'\r'))
            {
                row[at] = (byte)' ';
                row = row[(at + 1)..];
            }
        }
    }
}
