using System.Globalization;
using System.Text;
using Relata.Execution;

namespace Relata.Databases.MySql.Sessions;

/// <summary>The rows of a statement that a caller wrote, written as the driver gives them.</summary>
/// <param name="rows">The rows; NULL is <see cref="DBNull"/>.</param>
internal sealed class MySqlRawRows(IReadOnlyList<object[]> rows) : Rows
{
    private int row = -1;

    /// <inheritdoc/>
    public override ValueTask<bool> NextResultAsync(CancellationToken stop) => new(false);

    /// <inheritdoc/>
    public override ValueTask<bool> NextRowAsync(CancellationToken stop) => new(++row < rows.Count);

    /// <inheritdoc/>
    public override bool IsNull(int cell) => rows[row][cell] is DBNull;

    /// <inheritdoc/>
    public override void WriteCell(int cell, CellSink sink)
    {
        switch (rows[row][cell])
        {
            case DBNull: sink.Null(); break;
            case bool truth: sink.Boolean(truth); break;
            case byte[] bytes: sink.Bytes(bytes); break;
            case float or double or decimal or ulong:
                sink.Number(Encoding.ASCII.GetBytes(Text(rows[row][cell]).Replace('E', 'e'))); break;
            case sbyte or byte or short or ushort or int or uint or long:
                sink.Integer(Convert.ToInt64(rows[row][cell], CultureInfo.InvariantCulture)); break;
            case TimeSpan time: sink.Text(Encoding.ASCII.GetBytes(Text(time))); break;
            default: sink.Text(Encoding.UTF8.GetBytes(Text(rows[row][cell]))); break;
        }
    }

    /// <inheritdoc/>
    public override ListRows OpenList(int list) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long ReadInt64(int cell) => Convert.ToInt64(rows[row][cell], CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override ValueTask<long> EndAsync(CancellationToken stop) => new(0L);

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Hours go beyond a day.</summary>
    private static string Text(TimeSpan time)
    {
        var sign = time < TimeSpan.Zero ? "-" : "";
        var rest = time.ToString(@"mm\:ss\.FFFFFF", CultureInfo.InvariantCulture).TrimEnd('.');
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{(int)time.Duration().TotalHours:00}:{rest}");
    }

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
