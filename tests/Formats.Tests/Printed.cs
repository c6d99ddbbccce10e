using System.Text;
using Relata.Dialects.Contract;
using Relata.Execution;
using Relata.Planning.Plans;

namespace Relata.Formats.Tests;

/// <summary>Rows as a format writes them.</summary>
internal static class Printed
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A list.</summary>
    public static async Task<string> ListAsync(IFormat format, RowLayout layout, params object?[][] cells)
    {
        var rows = new FakeRows([cells]);
        await rows.NextResultAsync(Stop);
        await using var body = Body(format, rows, layout);
        (await body.FillAsync(Stop)).ShouldBeTrue();
        return Encoding.UTF8.GetString(body.Written.Span);
    }

    /// <summary>A list that is not read yet.</summary>
    public static ListBody Body(IFormat format, FakeRows rows, RowLayout layout) => new(
        format, new Envelope(200, EnvelopeShape.Array), new ReadResult(rows, layout, Total: null, Offset: 0, Limit: null));

    /// <summary>What calls of a sink leave behind.</summary>
    public static string Of(Action<Utf8Buffer> write)
    {
        using var buffer = new Utf8Buffer();
        write(buffer);
        return Encoding.UTF8.GetString(buffer.Written.Span);
    }
}
