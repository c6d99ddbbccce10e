using Relata.Dialects.Contract;
using Relata.Formats;
using Relata.Model.Failures;

namespace Relata.Http;

/// <summary>The way of a call to its answer: that of a database, or one of another server's.</summary>
/// <param name="dialect">The dialect that is mounted where the call came in.</param>
/// <param name="call">The call.</param>
/// <param name="stop">Cancels it.</param>
/// <exception cref="FailureException">The answer is "no".</exception>
public delegate ValueTask<Answer> CallPipeline(IDialect dialect, ApiCall call, CancellationToken stop);
