using System.Text;
using Relata.Execution;
using Relata.Model.Failures;

namespace Relata.Formats.Tests;

/// <summary>
/// Results that are made up: a cell is null, a number, a truth value, a text, bytes or JSON; behind the cells are the lists,
/// each an array of rows.
/// </summary>
internal sealed class FakeRows(params IReadOnlyList<object?[][]> results) : Rows
{
    private int result = -1;
    private int row = -1;

    /// <summary>Whether somebody disposed the rows.</summary>
    public bool IsDisposed { get; private set; }

    /// <summary>After this many rows of a result the connection breaks; null means never.</summary>
    public int? BreaksAfter { get; init; }

    public override ValueTask<bool> NextResultAsync(CancellationToken stop)
    {
        row = -1;
        return ValueTask.FromResult(++result < results.Count);
    }

    public override ValueTask<bool> NextRowAsync(CancellationToken stop)
    {
        if (++row == BreaksAfter) throw new Failure(FailureCode.DatabaseUnavailable, "The connection broke.").AsException();
        return ValueTask.FromResult(row < results[result].Length);
    }

    public override bool IsNull(int cell) => results[result][row][cell] is null;

    public override void WriteCell(int cell, CellSink sink) => FakeList.Write(results[result][row][cell], sink);

    public override ListRows OpenList(int list) => FakeList.Of(results[result][row], list);

    public override long ReadInt64(int cell) => (int)results[result][row][cell]!;

    public override ValueTask<long> EndAsync(CancellationToken stop) => ValueTask.FromResult(0L);

    public override ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }
}

/// <summary>A cell with a JSON value.</summary>
internal sealed record JsonText(string Text);

/// <summary>A cell that fails when it is written.</summary>
internal sealed record Unreadable;

/// <summary>A list inside a made-up row.</summary>
internal sealed class FakeList(object?[][] rows) : ListRows
{
    private int row = -1;

    /// <summary>The list at a place of a row.</summary>
    public static FakeList Of(object?[] row, int list) => new(row.OfType<object?[][]>().ElementAt(list));

    public static void Write(object? cell, CellSink sink)
    {
        switch (cell)
        {
            case null: sink.Null(); break;
            case bool truth: sink.Boolean(truth); break;
            case int integer: sink.Integer(integer); break;
            case string text: sink.Text(Encoding.UTF8.GetBytes(text)); break;
            case byte[] bytes: sink.Bytes(bytes); break;
            case JsonText json: sink.Json(Encoding.UTF8.GetBytes(json.Text)); break;
            case Unreadable: throw new Failure(FailureCode.DatabaseRefused, "The cell cannot be read.").AsException();
            case var other: throw new NotSupportedException(other.GetType().Name);
        }
    }

    public override bool NextRow() => ++row < rows.Length;

    public override bool IsNull(int cell) => rows[row][cell] is null;

    public override void WriteCell(int cell, CellSink sink) => Write(rows[row][cell], sink);

    public override ListRows OpenList(int list) => Of(rows[row], list);
}
