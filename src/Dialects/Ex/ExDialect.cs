using Relata.Dialects.Contract;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Dialects.Ex;

/// <summary>
/// One request model in a URL and headers: <c>GET /v1/resources?id:in=10,20</c> with <c>X-Limit: 100</c>. Its surface
/// is that of ex; <c>docs/dialects/ex.md</c> describes it.
/// </summary>
/// <param name="options">What the operator set.</param>
public sealed class ExDialect(ExOptions options) : IDialect
{
    /// <inheritdoc/>
    public string Name => "ex";

    /// <inheritdoc/>
    public FailureShape Failures => FailureShape.ErrorCode;

    /// <inheritdoc/>
    public bool TakesAnyBodyType => true;

    /// <inheritdoc/>
    public string? ShapeOfHeaders(ApiCall call) => new ExHeaders(call).Shape();

    /// <inheritdoc/>
    public ParsedBatch? ParseBatch(ApiCall call) => new ExBatch(options).Read(call);

    /// <inheritdoc/>
    public RawSql? ParseSql(ApiCall call) => new ExExec(options).Read(call);

    /// <inheritdoc/>
    public ParsedCall Parse(ApiCall call, DatabaseSchema schema) => ParseBy(call, schema);

    /// <summary>
    /// Reads a call without a schema: what its names mean, and whether there are such, is known where its requests are
    /// run.
    /// </summary>
    /// <exception cref="FailureException">The call says nothing that can be read.</exception>
    public ExReading Read(ApiCall call) => new ExBatch(options).ReadBlindly(call)
        ?? new ExReading([ParseBy(call, schema: null).Request], IsBatch: false, AnswersEach: false);

    private ParsedCall ParseBy(ApiCall call, DatabaseSchema? schema)
    {
        var resource = ExRoute.LastOf(call);
        var table = ExRoute.Find(resource, schema);
        var action = call.Method switch
        {
            "GET" => ExAction.Query,
            "POST" => ExAction.Insert,
            "PUT" => ExAction.Update,
            "DELETE" => ExAction.Delete,
            _ => throw NotAllowed(call, table),
        };
        if (!IsPossible(action, table)) throw NotAllowed(call, table);
        if (action is ExAction.Query or ExAction.Delete && call.Body is not null) throw BodyMeansNothing(call);
        var command = new ExCommand(action, resource, table)
        {
            Where = Where(call, table, action),
            Values = action is ExAction.Insert or ExAction.Update ? PayloadReader.Rows(call.Body) : null,
        };
        return new ExHeaders(call).AddTo(command).ToCall(options.AllowsEveryRow);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Methods(ApiCall call, DatabaseSchema? schema)
    {
        var last = ExRoute.LastOf(call);
        return last.Text == ExRoute.Batch || new ExExec(options).IsAt(call)
            ? BatchBody.Methods
            : Allowed(ExRoute.Find(last, schema));
    }

    /// <summary>Whether a table takes an action at all, as far as is known.</summary>
    internal static bool IsPossible(ExAction action, Table? table) => table is null || action switch
    {
        ExAction.Query => true,
        ExAction.Insert => table.Writes.HasFlag(TableWrites.Insert),
        ExAction.Update => table.Writes.HasFlag(TableWrites.Update),
        ExAction.Delete => table.Writes.HasFlag(TableWrites.Delete),
    };

    private static Expression? Where(ApiCall call, Table? table, ExAction action)
    {
        var filters = new ExFilters(table);
        foreach (var pair in QueryScanner.Scan(call.Query))
        {
            if (action == ExAction.Insert)
            {
                throw new Failure(FailureCode.UnknownOption, "Rows that are added have no filter.")
                {
                    At = pair.Key.At,
                }.AsException();
            }

            filters.Add(pair.Key, new ExValue(Literal.FromText(pair.Value, pair.At)));
        }

        return filters.ToExpression();
    }

    /// <summary>Who writes filters into a body would read or delete every row.</summary>
    private static FailureException BodyMeansNothing(ApiCall call) =>
        new Failure(FailureCode.MalformedBody, $"A body means nothing on {call.Method}.")
        {
            Hint = "Filters are written into the URL: ?id=1.",
        }.AsException();

    private static FailureException NotAllowed(ApiCall call, Table? table) =>
        Refusals.NotPossible(call, Allowed(table)).AsException();

    private static string[] Allowed(Table? table) =>
    [
        .. IsPossible(ExAction.Delete, table) ? ["DELETE"] : Array.Empty<string>(),
        "GET", "HEAD", "OPTIONS",
        .. IsPossible(ExAction.Insert, table) ? ["POST"] : Array.Empty<string>(),
        .. IsPossible(ExAction.Update, table) ? ["PUT"] : Array.Empty<string>(),
    ];
}
