using System.Text.Json;

namespace Relata.Client.Results;

/// <summary>The rows of one request of a batch.</summary>
public sealed class Result
{
    private readonly Row[] rows;

    internal Result(JsonElement json) => rows = [.. json.EnumerateArray().Select((row, i) => new Row(row, i))];

    /// <summary>The rows, none of them read into a type.</summary>
    public IReadOnlyList<Row> Rows => rows;

    /// <summary>The rows as records, objects of classes, or dictionaries.</summary>
    /// <exception cref="ResultMismatchException">A column that the type needs is not there, or its value does not
    /// fit.</exception>
    public IReadOnlyList<T> As<T>() => [.. rows.Select(RowReader<T>.Read)];
}
