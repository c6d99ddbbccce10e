namespace Relata.Formats;

/// <summary>An answer that is ready to be sent.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The media type of the body; null when there is none.</param>
/// <param name="Body">The body; null when there is none.</param>
public sealed record Answer(int Status, string? ContentType, AnswerBody? Body) : IAsyncDisposable
{
    /// <summary>Further headers.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The <c>ETag</c>, quotes included; null when there is none.</summary>
    public string? Tag { get; init; }

    /// <summary>The answer to OPTIONS: the methods that a resource takes.</summary>
    public static Answer OfMethods(IReadOnlyList<string> methods) => new(204, null, null)
    {
        Headers = [new("Allow", string.Join(", ", methods))],
    };

    /// <summary>Frees the body and, with it, the connection that it reads from.</summary>
    public ValueTask DisposeAsync() => Body?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>
/// A body that is made in pieces: fill, send what is written, clear, and again until filling says that this was the
/// end. A body whose first piece is the end has a known length.
/// </summary>
public abstract class AnswerBody : IAsyncDisposable
{
    /// <summary>The bytes made and not yet sent.</summary>
    public abstract ReadOnlyMemory<byte> Written { get; }

    /// <summary>The number of rows made so far, for the log.</summary>
    public abstract long Rows { get; }

    /// <summary>Further headers of the answer, known once the first piece is made.</summary>
    public virtual IReadOnlyList<KeyValuePair<string, string>> Headers => [];

    /// <summary>Makes the next piece.</summary>
    /// <returns>Whether this was the end.</returns>
    /// <exception cref="Relata.Model.Failures.FailureException">The rows cannot be read.</exception>
    public abstract ValueTask<bool> FillAsync(CancellationToken stop);

    /// <summary>
    /// After filling has failed: ends the body with a problem document, so that it shows that it is not whole.
    /// </summary>
    /// <returns>Whether that is possible; the written bytes are the last ones then.</returns>
    public virtual bool TryEnd(ReadOnlySpan<byte> problem) => false;

    /// <summary>Makes every piece, for what needs the whole before any of it is sent.</summary>
    /// <returns>All bytes; the caller disposes them.</returns>
    /// <exception cref="Relata.Model.Failures.FailureException">The rows cannot be read.</exception>
    public async ValueTask<Utf8Buffer> ReadWholeAsync(CancellationToken stop)
    {
        var all = new Utf8Buffer();
        try
        {
            for (var isEnd = false; !isEnd; Clear())
            {
                isEnd = await FillAsync(stop).ConfigureAwait(false);
                all.Write(Written.Span);
            }

            return all;
        }
        catch
        {
            all.Dispose();
            throw;
        }
    }

    /// <summary>Forgets what has been sent.</summary>
    public abstract void Clear();

    /// <summary>Frees what the body holds.</summary>
    public abstract ValueTask DisposeAsync();
}

/// <summary>A body that is complete already.</summary>
/// <param name="buffer">The bytes; the body disposes the buffer.</param>
/// <param name="rows">How many rows it holds.</param>
public sealed class BufferedBody(Utf8Buffer buffer, long rows) : AnswerBody
{
    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Written => buffer.Written;

    /// <inheritdoc/>
    public override long Rows => rows;

    /// <inheritdoc/>
    public override ValueTask<bool> FillAsync(CancellationToken stop) => ValueTask.FromResult(true);

    /// <inheritdoc/>
    public override void Clear() => buffer.Clear();

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        buffer.Dispose();
        return ValueTask.CompletedTask;
    }
}
