using Relata.Formats;
using Relata.Model.Failures;

namespace Relata.Client.Serving;

/// <summary>A body that comes from elsewhere; each piece is passed on as it arrives.</summary>
/// <param name="source">The bytes; the body disposes them.</param>
internal sealed class StreamBody(Stream source) : AnswerBody
{
    private const int Piece = 32 * 1024;

    private readonly Utf8Buffer buffer = new();

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Written => buffer.Written;

    /// <summary>They are not counted: nobody here reads them.</summary>
    public override long Rows => 0;

    /// <inheritdoc/>
    public override async ValueTask<bool> FillAsync(CancellationToken stop)
    {
        try
        {
            var read = await source.ReadAsync(buffer.GetMemory(Piece)[..Piece], stop);
            buffer.Advance(read);
            return read == 0;
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw new Failure(
                FailureCode.UpstreamUnavailable,
                "The connection to the upstream server broke before the answer was whole.").AsException(e);
        }
    }

    /// <inheritdoc/>
    public override void Clear() => buffer.Clear();

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        buffer.Dispose();
        await source.DisposeAsync();
    }
}
