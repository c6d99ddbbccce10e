using System.Globalization;
using System.Text.Json;
using Relata.Dialects.Contract;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Dialects.Rest;

/// <summary>
/// Claims: <c>POST /{table}/claim</c> takes rows that nobody holds, <c>POST /{table}/{key}/claim</c> one row, and
/// <c>DELETE /{table}/{key}/claim</c> gives it back. With a prefix of the columns: <c>/{table}/checker-claim</c>.
/// </summary>
/// <remarks>
/// A row whose key is <c>claim</c> stays within reach: nothing is posted to a row, and a claim is deleted behind a key.
/// </remarks>
internal static class RestClaim
{
    private const string Ending = "claim";
    private const double LongestSeconds = 1e9;

    /// <summary>Reads a call whose path ends in a claim of its table; null when it does not.</summary>
    /// <param name="call">The call.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="time">The clock.</param>
    public static ParsedCall? Read(ApiCall call, DatabaseSchema schema, TimeProvider time)
    {
        if (Find(call.Path, schema) is not var (target, columns)) return null;
        var allowed = Methods(target);
        return call.Method switch
        {
            "POST" when allowed.Contains("POST") => Take(call, target, columns, schema, time),
            "DELETE" when allowed.Contains("DELETE") => Release(call, target, columns),
            _ when target.Key is null && CanBeKey(target.Table) => null,
            _ => throw Refusals.NotPossible(call, allowed).AsException(),
        };
    }

    /// <summary>
    /// The methods of a path that ends in a claim of its table; null when it does not, or names a row all the same.
    /// </summary>
    public static IReadOnlyList<string>? Methods(string path, DatabaseSchema schema) =>
        Find(path, schema) is var (target, _) && (target.Key is not null || !CanBeKey(target.Table))
            ? Methods(target)
            : null;

    /// <summary>Whether a path that names a row takes claims of its table too.</summary>
    public static bool IsAt(RestPath path) =>
        path.Table.Writes.HasFlag(TableWrites.Update)
        && path.Key is { Parts: [{ Text: { } name }] }
        && Claim(path.Table, name) is not null;

    private static IReadOnlyList<string> Methods(RestPath target) =>
        !target.Table.Writes.HasFlag(TableWrites.Update) ? ["OPTIONS"]
        : target.Key is null ? ["OPTIONS", "POST"]
        : ["OPTIONS", "POST", "DELETE"];

    private static (RestPath Target, ClaimColumns Columns)? Find(string asked, DatabaseSchema schema)
    {
        var path = asked.TrimEnd('/');
        if (!path.EndsWith(Ending, StringComparison.Ordinal)) return null;
        var slash = path.LastIndexOf('/');
        if (slash <= 0 || Target(path[..slash], schema) is not { } target) return null;
        return Claim(target.Table, path[(slash + 1)..]) is { } columns ? (target, columns) : null;
    }

    private static ClaimColumns? Claim(Table table, string name)
    {
        var kebab = name.Replace('_', '-');
        return table.Claims.FirstOrDefault(claim => NameOf(claim) == kebab);
    }

    /// <summary>Whether the name of a claim could be the key of a row.</summary>
    private static bool CanBeKey(Table table) => table.PrimaryKey is { Columns.Count: 1 } && !RestPath.HasSuffix(table);

    /// <summary>What stands at the end of the path.</summary>
    private static string NameOf(ClaimColumns claim) =>
        claim.Prefix.Length == 0 ? Ending : $"{claim.Prefix.Replace('_', '-')}-{Ending}";

    /// <summary>What stands before the claim: a table, or a row; null when it is neither.</summary>
    private static RestPath? Target(string path, DatabaseSchema schema)
    {
        try
        {
            return RestPath.Read(path, schema, []);
        }
        catch (FailureException e) when (e.Failure.Code is FailureCode.RouteNotFound or FailureCode.UnknownTable)
        {
            return null;
        }
    }

    private static ParsedCall Take(
        ApiCall call, RestPath target, ClaimColumns columns, DatabaseSchema schema, TimeProvider time)
    {
        var one = target.Key is not null;
        var query = RestQuery.Read(
            call.Query, target.Table, schema, one ? ["fields"] : ["fields", "limit"], filters: !one);
        var body = Body(call.Body, time);
        if (one && body.Until is null) return Released(target, columns, body.By);
        if (body.Until is null)
            throw Malformed("A release names its row: its path is that of the row with the claim behind it.");
        var limit = query.Integer("limit");
        if (limit < 0) throw Bad("The limit is negative.", query.At("limit"));
        var claim = new Claim(target.Found, columns)
        {
            Key = target.Key,
            Filter = query.Filter,
            Limit = one ? null : limit ?? 1,
            Until = body.Until,
            By = body.By,
            Selection = new Selection(query.Fields, []),
        };
        var shape = one ? EnvelopeShape.Row : limit is null ? EnvelopeShape.MaybeRow : EnvelopeShape.Array;
        return new ParsedCall(claim, new Envelope(200, shape));
    }

    private static ParsedCall Release(ApiCall call, RestPath target, ClaimColumns columns)
    {
        Literal? by = null;
        foreach (var pair in QueryScanner.Scan(call.Query))
        {
            if (pair.Key.Text != "by" || by is not null)
            {
                throw new Failure(FailureCode.UnknownOption, $"\"{pair.Key.Text}\" means nothing here.")
                {
                    At = pair.Key.At,
                    Hint = "Known here: by, once.",
                }.AsException();
            }

            by = Literal.FromText(pair.Value, pair.At);
        }

        return Released(target, columns, by);
    }

    private static ParsedCall Released(RestPath target, ClaimColumns columns, Literal? by)
    {
        var claim = new Claim(target.Found, columns) { Key = target.Key, By = by, Selection = Selection.Nothing };
        return new ParsedCall(claim, new Envelope(204, EnvelopeShape.NothingForRow));
    }

    private static (DateTimeOffset? Until, Literal? By) Body(JsonElement? body, TimeProvider time)
    {
        if (body is not { ValueKind: JsonValueKind.Object } json)
            throw Malformed("A claim is an object with \"until\" or \"for_seconds\".");
        DateTimeOffset? until = null;
        Literal? by = null;
        var ends = 0;
        foreach (var member in json.EnumerateObject())
        {
            switch (member.Name)
            {
                case "until":
                    ends++;
                    until = member.Value.ValueKind == JsonValueKind.Null ? null : Until(member.Value, time);
                    break;
                case "for_seconds":
                    ends++;
                    until = time.GetUtcNow() + Seconds(member.Value);
                    break;
                case "by":
                    by = Literal.FromJson(member.Value, null);
                    break;
                case "timeout_seconds" when member.Value.ValueKind == JsonValueKind.Number:
                    // djangolang's clients say how long they would wait. Nothing here waits.
                    break;
                default:
                    throw new Failure(FailureCode.MalformedBody, $"A claim has no \"{member.Name}\" like that.")
                    {
                        Hint = "It has until or for_seconds, and by.",
                    }.AsException();
            }
        }

        if (ends != 1) throw Malformed("A claim has either \"until\" or \"for_seconds\".");
        return (until, by is { Json.ValueKind: JsonValueKind.Null } ? null : by);
    }

    private static DateTimeOffset Until(JsonElement value, TimeProvider time)
    {
        // The text as it was sent: no moment has an escape in it.
        var text = value.ValueKind == JsonValueKind.String ? value.GetRawText()[1..^1] : "";
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var until))
            throw Bad("\"until\" is a moment such as \"2030-07-19T03:45:00Z\", or null.", null);
        return until > time.GetUtcNow() ? until : throw Bad("\"until\" has passed.", null);
    }

    private static TimeSpan Seconds(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.GetDouble() is > 0 and <= LongestSeconds and var seconds
            ? TimeSpan.FromSeconds(seconds)
            : throw Bad("\"for_seconds\" is a number larger than 0.", null);

    private static FailureException Malformed(string message) =>
        new Failure(FailureCode.MalformedBody, message).AsException();

    private static FailureException Bad(string message, Position? at) =>
        new Failure(FailureCode.BadValue, message) { At = at }.AsException();
}
