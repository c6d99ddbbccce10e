using System.Text;
using Relata.Dialects.Contract;
using Relata.Execution;
using Relata.Formats.Json;
using Relata.Planning.Plans;

namespace Relata.Formats.Csv;

/// <summary>Answers in CSV (RFC 4180) with a header row; related rows stand in one field as JSON text.</summary>
public sealed class CsvFormat : IFormat
{
    /// <inheritdoc/>
    public string MediaType => "text/csv";

    /// <inheritdoc/>
    public string ContentType => "text/csv; charset=utf-8";

    /// <inheritdoc/>
    public string Suffix => "csv";

    /// <inheritdoc/>
    public RowsWriter Open(EnvelopeShape shape, Utf8Buffer output) => new Writer(output);

    private sealed class Writer(Utf8Buffer output) : RowsWriter
    {
        private readonly CsvCells cells = new(output);
        private RowLayout? fieldsOf;
        private JsonRows? related;
        private bool hasHeader;

        public override void Start() => hasHeader = false;

        public override void Enter(RowLayout layout)
        {
            (fieldsOf, related) = (layout, JsonRows.For(layout));
            if (hasHeader) return;
            hasHeader = true;
            for (var i = 0; i < layout.Fields.Count; i++)
            {
                if (i > 0) output.Write((byte)',');
                cells.Text(Encoding.UTF8.GetBytes(layout.Fields[i].Name));
            }

            output.Write("\r\n"u8);
        }

        public override void Write(Rows rows)
        {
            RowEnds.Require(fieldsOf!, rows);
            var fields = fieldsOf!.Fields;
            for (var i = 0; i < fields.Count; i++)
            {
                if (i > 0) output.Write((byte)',');
                if (fields[i] is CellField cell) rows.WriteCell(cell.Cell, cells);
                else cells.Related(related!, i, rows);
            }

            output.Write("\r\n"u8);
        }

        public override void End()
        {
        }
    }
}
