using System.Text.Json;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Schema;
using Relata.Planning.Values;

namespace Relata.Planning.Plans;

/// <summary>Reads rows once more by the keys that a write returned, because a write returns no related rows.</summary>
/// <param name="Rows">
/// Reads the rows, what is related to them, and the cells of their key. Only the condition that names them is missing.
/// </param>
/// <param name="Key">The key.</param>
public sealed record ReadBack(ReadPlan Rows, Key Key)
{
    /// <summary>Few, so that writes of any number of rows share a handful of scripts.</summary>
    private static readonly int[] ChunkSizes = [1, 8, 64];

    /// <summary>The reads, each of some of the rows.</summary>
    /// <param name="keys">The key of each row, its values as a JSON array; none twice.</param>
    public IEnumerable<ReadPlan> Of(IEnumerable<string> keys)
    {
        var values = keys.Select(Values).ToArray();
        if (values.Length == 0) return [];
        return Key.Columns is [var column] && CanBeListed(column.Type.Kind) ? [InList(column, values)] : Chunks(values);
    }

    /// <summary>What comes out as JSON can be sent back in.</summary>
    private object[] Values(string key) =>
        [.. JsonElement.Parse(key).EnumerateArray().Select((value, i) => Value(value, Key.Columns[i]))];

    private static object Value(JsonElement value, Column column) =>
        ColumnValue.Convert(Literal.FromJson(value, at: null), column, stored: false)
        ?? throw new Failure(FailureCode.NotApplicable,
            $"A row whose \"{column.Name}\" is null cannot be named by its key, and so is not read with related " +
            "rows.").AsException();

    private ReadPlan InList(Column column, object[][] keys)
    {
        var list = new Parameter(Rows.Values.Count, column.Type, IsList: true);
        return Rows with
        {
            Filter = new In(new ColumnReference(column, 0), list),
            Values = [.. Rows.Values, keys.Select(key => (object?)key[0]).ToArray()],
        };
    }

    /// <summary>A chunk that is not full names its last row as often as there is room.</summary>
    private IEnumerable<ReadPlan> Chunks(object[][] keys)
    {
        foreach (var chunk in keys.Chunk(ChunkSizes[^1]))
        {
            var size = ChunkSizes.First(size => size >= chunk.Length);
            yield return Any([.. chunk, .. Enumerable.Repeat(chunk[^1], size - chunk.Length)]);
        }
    }

    private ReadPlan Any(object[][] keys)
    {
        var values = Rows.Values.ToList();
        var rows = keys.Select(key => All([.. key.Select((value, i) => Equal(Key.Columns[i], value, values))]))
            .ToArray();
        return Rows with { Filter = rows is [var one] ? one : new Logical(LogicalOperator.Or, rows), Values = values };
    }

    private static Comparison Equal(Column column, object value, List<object?> values)
    {
        values.Add(value);
        var parameter = new Parameter(values.Count - 1, column.Type, IsList: false);
        return new Comparison(ComparisonOperator.Equal, new ColumnReference(column, 0), parameter);
    }

    private static Expression All(Expression[] parts) =>
        parts is [var one] ? one : new Logical(LogicalOperator.And, parts);

    /// <summary>Kinds whose values every database finds in a list.</summary>
    private static bool CanBeListed(TypeKind kind) =>
        kind is TypeKind.Int16 or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Text
        or TypeKind.Uuid or TypeKind.Enum or TypeKind.Date or TypeKind.Timestamp or TypeKind.TimestampTz;
}
