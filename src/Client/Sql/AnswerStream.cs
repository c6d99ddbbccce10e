using Relata.Client.Results;
using Relata.Formats;

namespace Relata.Client.Sql;

/// <summary>An answer as a stream; its pieces are made as they are read.</summary>
/// <param name="answer">The answer, which has a body; the stream disposes it.</param>
internal sealed class AnswerStream(Answer answer) : ForwardStream
{
    private readonly AnswerBody body = answer.Body!;
    private bool isStarted;
    private bool isEnd;
    private bool isDisposed;
    private int read;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (read == body.Written.Length || !isStarted)
        {
            if (isEnd) return 0;
            if (isStarted) body.Clear();
            (isStarted, read) = (true, 0);
            isEnd = await body.FillAsync(cancellationToken);
        }

        var count = Math.Min(buffer.Length, body.Written.Length - read);
        body.Written.Slice(read, count).CopyTo(buffer);
        read += count;
        return count;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        isDisposed = true;
        await answer.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <summary>A caller who does not wait for it gives the connection back all the same.</summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !isDisposed) answer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        isDisposed = true;
        base.Dispose(disposing);
    }
}
