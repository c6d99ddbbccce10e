using System.Diagnostics;
using System.Text.Json;
using Relata.Execution;

namespace Relata.Databases.Postgres.Types;

/// <summary>
/// Reads how many rows the planner expects, out of <c>EXPLAIN (FORMAT JSON)</c>: an array of one object, whose
/// <c>Plan</c> is the outermost step.
/// </summary>
internal sealed class EstimateCellReader : CellReader
{
    public override bool Reads(uint type) => type is TypeOid.Json;

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink) => sink.Integer(ReadInt64(cell));

    /// <summary>The number of rows.</summary>
    public override long ReadInt64(ReadOnlySpan<byte> cell)
    {
        var json = new Utf8JsonReader(cell);
        while (json.Read())
        {
            // The array, the object and the plan around it: a step inside the plan stands deeper.
            if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth != 3
                || !json.ValueTextEquals("Plan Rows"u8))
                continue;
            json.Read();
            return (long)Math.Min(json.GetDouble(), long.MaxValue);
        }

        throw new UnreachableException("A plan without a number of rows.");
    }
}
