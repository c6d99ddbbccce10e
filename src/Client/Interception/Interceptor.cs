using System.Text.Json.Nodes;
using Relata.Model.Requests;

namespace Relata.Client.Interception;

/// <summary>
/// Sees every request before it runs, those of a batch one by one; gives the request that is run in its place, or
/// throws.
/// </summary>
/// <param name="request">The request.</param>
/// <param name="context">What is known about whoever asks.</param>
/// <param name="stop">Cancels the request.</param>
public delegate ValueTask<Request> Interceptor(Request request, RequestContext context, CancellationToken stop);

/// <summary>Sees every row of a result; gives the row in its place, or null to leave it out.</summary>
/// <param name="request">The request whose result it is; of a batch the last.</param>
/// <param name="row">The row.</param>
public delegate JsonObject? RowProcessor(Request request, JsonObject row);
