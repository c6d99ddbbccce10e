using System.Diagnostics;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning.Binding;
using Relata.Planning.Paging;
using Relata.Planning.Plans;

namespace Relata.Planning;

/// <summary>
/// Turns what was asked into what it means against a schema; whatever cannot be meant is refused here, before any SQL.
/// </summary>
/// <param name="limits">How much one request may ask for.</param>
/// <param name="capabilities">What the database can do.</param>
/// <param name="seal">Makes and opens cursors.</param>
public sealed class Planner(Limits limits, Capabilities capabilities, CursorSeal seal)
{
    /// <summary>Plans a request.</summary>
    /// <exception cref="Relata.Model.Failures.FailureException">
    /// A name is unknown, a value does not convert, a limit is exceeded, or the table does not take the write.
    /// </exception>
    public Plan Plan(Request request, DatabaseSchema schema)
    {
        var binding = new Binding.Binding(schema, limits, capabilities);
        var table = binding.Table(request.Table);
        var plan = Bind(request, binding, table);
        return request is Read || ReadBackBinder.Bind(binding, table, request.Selection) is not { } back
            ? plan
            : plan with { ReadBack = back };
    }

    private Plan Bind(Request request, Binding.Binding binding, Table table) => request switch
    {
        Read { Summary: { } summary } read => new SummaryBinder(binding, table, seal).Bind(read, summary),
        Read read => new ReadBinder(binding, table, seal).Bind(read),
        Insert insert => new InsertBinder(binding, table).Bind(insert),
        Update update => new UpdateBinder(binding, table).Bind(update),
        UpdateEach update => new UpdateEachBinder(binding, table).Bind(update),
        Claim claim => new ClaimBinder(binding, table).Bind(claim),
        Delete delete => new UpdateBinder(binding, table).Bind(delete),
        _ => throw new UnreachableException($"Unknown request {request.GetType().Name}."),
    };
}
