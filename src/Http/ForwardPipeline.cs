using Relata.Dialects.Contract;
using Relata.Formats;
using Relata.Http.Calls;
using Relata.Model.Failures;

namespace Relata.Http;

/// <summary>
/// The way of a call that is answered elsewhere, in JSON: here stands only what is known from its headers.
/// </summary>
/// <param name="forward">Answers calls.</param>
/// <param name="formats">The formats that are answered there.</param>
public sealed class ForwardPipeline(
    Func<ApiCall, CancellationToken, ValueTask<Answer>> forward, OfferedFormats formats)
{
    /// <summary>Answers a call.</summary>
    /// <exception cref="FailureException">The answer is "no".</exception>
    public ValueTask<Answer> AnswerAsync(IDialect dialect, ApiCall call, CancellationToken stop)
    {
        if (call.Caller is not null) throw new InvalidOperationException("A caller cannot be passed on.");
        if (call.Method != "OPTIONS")
        {
            if (Preconditions.Of(call) is { } about && (about.HasMatch || call.Method != "GET"))
                throw ApiPipeline.NamesNoRow(about).AsException();
            formats.For(suffix: null, call.Header("Accept"));
        }

        return forward(call, stop);
    }
}
