using Relata.Client.Results;

namespace Relata.Client.Http;

/// <summary>
/// The body of an answer, of which no piece may take longer than a limit: that of an <see cref="HttpClient"/> holds for
/// the headers only, and a connection that is cut in silence never ends by itself.
/// </summary>
/// <param name="inner">The body; the stream disposes it.</param>
/// <param name="limit">How long a piece may take.</param>
internal sealed class PatientStream(Stream inner, TimeSpan limit) : ForwardStream
{
    private CancellationTokenSource patience = new();

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!patience.TryReset())
        {
            patience.Dispose();
            patience = new CancellationTokenSource();
        }

        patience.CancelAfter(limit);
        await using var leaving = cancellationToken.UnsafeRegister(
            static patience => ((CancellationTokenSource)patience!).Cancel(), patience);
        try
        {
            return await inner.ReadAsync(buffer, patience.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException("The answer did not go on in time.", e);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            patience.Dispose();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
