using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Relata.Dialects.Contract;
using Relata.Dialects.Ex;
using Relata.Model.Failures;
using Relata.Model.Requests;

namespace Relata.Client.Http;

/// <summary>
/// Writes requests as ex sends them: one by itself as a URL with headers, several as <c>POST :batch</c>. What a URL
/// cannot say, such as a comma inside a value of a list, or would say at length, is sent as a batch of one.
/// </summary>
/// <param name="target">Where the resources are.</param>
internal sealed class Wire(Uri target)
{
    /// <summary>Servers take 8 KiB for the first line of a request.</summary>
    private const int LongestUrl = 4096;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, string> HeaderOf = new()
    {
        [ExMember.Columns] = ExHeader.Columns,
        [ExMember.Group] = ExHeader.GroupBy,
        [ExMember.Partition] = ExHeader.PartitionBy,
        [ExMember.Order] = ExHeader.OrderBy,
    };

    private readonly string root = target.AbsoluteUri.TrimEnd('/');

    /// <summary>Says that a request has something for which ex has no words.</summary>
    public static FailureException CannotSay(string what) =>
        new Failure(FailureCode.NotApplicable, $"Over HTTP there is no way to ask for {what}.").AsException();

    /// <summary>Makes what writes the message, once for each time that it is sent.</summary>
    /// <exception cref="FailureException">Ex has no words for something in it.</exception>
    public Func<HttpRequestMessage> Prepare(Batch batch)
    {
        WireCommand[] commands = [.. batch.Requests.Select(WireCommand.Of)];
        if (!batch.AnswersEach && commands is [var one] && UrlOf(one) is { } url && HeadersOf(one) is { } headers)
            return () => Message(one, url, headers);
        var body = Write(json => WriteBatch(json, commands));
        return () => Post($"{root}/{ExRoute.Batch}{(batch.AnswersEach ? ExRoute.EachResult : "")}", body);
    }

    /// <summary>Makes what writes the message of a statement, once for each time that it is sent.</summary>
    public Func<HttpRequestMessage> Prepare(RawSql statement)
    {
        var body = Write(json => WriteStatement(json, statement));
        return () => Post($"{root}/{ExRoute.Exec}", body);
    }

    /// <summary>The URL of a command; null when it cannot hold it.</summary>
    private string? UrlOf(WireCommand command)
    {
        if (command.Resource is "" or "." or ".." or ExRoute.Batch or ExRoute.Exec) return null;
        if (command.Where.Any(filter => filter.Text is null)) return null;
        var filters = command.Where.Select(
            filter => $"{EscapeKey(filter.Key)}={Uri.EscapeDataString(filter.Text!)}");
        var query = string.Join('&', filters);
        var url = $"{root}/{Uri.EscapeDataString(command.Resource)}{(query.Length > 0 ? "?" : "")}{query}";
        return url.Length <= LongestUrl ? url : null;
    }

    private static string EscapeKey(string key) =>
        Uri.EscapeDataString(key).Replace("%3A", ":", StringComparison.Ordinal);

    /// <summary>The headers of a command; null when they cannot hold it.</summary>
    private static List<(string Name, string Value)>? HeadersOf(WireCommand command)
    {
        var headers = new List<(string Name, string Value)>();
        foreach (var (name, items) in command.Lists) headers.Add((HeaderOf[name], string.Join(',', items)));
        if (command.Limit is { } limit) headers.Add((ExHeader.Limit, limit.ToString(CultureInfo.InvariantCulture)));
        if (command.Offset is { } offset) headers.Add((ExHeader.Offset, offset.ToString(CultureInfo.InvariantCulture)));
        IEnumerable<string> names = command.Lists.Values.SelectMany(items => items);
        if (command.Conflict is { } conflict)
        {
            string[] key = [.. conflict.Columns.Select(name => name.Text)];
            string[] assigned = [.. (conflict.Assigned ?? []).Select(name => name.Text)];
            if (key.Length > 0) headers.Add((ExHeader.Constraint, string.Join(',', key)));
            if (conflict.Resolution == ConflictResolution.Merge)
                headers.Add((ExHeader.Update, string.Join(',', assigned)));
            else if (key.Length == 0 || conflict.Mentioned is not null)
                headers.Add((ExHeader.Ignore, IgnoreOf(conflict)));
            names = [.. names, .. key, .. assigned, IgnoreOf(conflict)];
        }

        return names.All(IsHeaderText) ? headers : null;
    }

    /// <summary>Whether a name stays what it is between commas in a header.</summary>
    private static bool IsHeaderText(string name) =>
        name.Length > 0 && name.All(letter => letter is >= ' ' and <= '~' and not ',') && name.Trim() == name;

    private static HttpRequestMessage Message(
        WireCommand command, string url, List<(string Name, string Value)> headers)
    {
        var message = command.Action switch
        {
            ExActionName.Query => new HttpRequestMessage(HttpMethod.Get, url),

            // With a body, even an empty one, the handler does not send it again by itself on another connection.
            ExActionName.Delete =>
                new HttpRequestMessage(HttpMethod.Delete, url) { Content = new ByteArrayContent([]) },
            ExActionName.Insert => Post(url, Write(command.WriteValues)),
            _ => new HttpRequestMessage(HttpMethod.Put, url) { Content = Json(Write(command.WriteValues)) },
        };
        foreach (var (name, value) in headers) message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }

    private static HttpRequestMessage Post(string url, byte[] body) =>
        new(HttpMethod.Post, url) { Content = Json(body) };

    private static ByteArrayContent Json(byte[] body) => new(body)
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
    };

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body, Options)) write(json);
        return body.WrittenSpan.ToArray();
    }

    /// <summary>One piece is written as a text, in which the database's own placeholders may stand.</summary>
    private static void WriteStatement(Utf8JsonWriter json, RawSql statement)
    {
        json.WriteStartObject();
        if (statement.Pieces is [var text]) json.WriteString(ExMember.Statement, text);
        else WriteNames(json, ExMember.Statement, statement.Pieces);
        json.WriteStartArray(ExMember.Arguments);
        foreach (var argument in statement.Arguments)
            json.WriteRawValue(argument.GetRawText(), skipInputValidation: true);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteBatch(Utf8JsonWriter json, WireCommand[] commands)
    {
        json.WriteStartObject();
        json.WriteStartArray(BatchBody.Requests);
        foreach (var command in commands) WriteCommand(json, command);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCommand(Utf8JsonWriter json, WireCommand command)
    {
        json.WriteStartObject();
        json.WriteString(ExMember.Action, command.Action);
        json.WriteString(ExMember.Resource, command.Resource);
        if (command.Where.Count > 0)
        {
            json.WritePropertyName(ExMember.Where);
            WriteWhere(json, command.Where);
        }

        if (command.Values.Count > 0)
        {
            json.WritePropertyName(ExMember.Values);
            command.WriteValues(json);
        }

        foreach (var (name, items) in command.Lists) WriteNames(json, name, items);
        if (command.Limit is { } limit) json.WriteNumber(ExMember.Limit, limit);
        if (command.Offset is { } offset) json.WriteNumber(ExMember.Offset, offset);
        if (command.Conflict is { } conflict) WriteConflict(json, conflict);
        json.WriteEndObject();
    }

    /// <summary>An object, or an array of them where it would name a key twice.</summary>
    private static void WriteWhere(Utf8JsonWriter json, IReadOnlyList<WireFilter> filters)
    {
        var isObject = filters.Select(filter => filter.Key).Distinct().Count() == filters.Count;
        if (!isObject) json.WriteStartArray();
        else json.WriteStartObject();
        foreach (var filter in filters)
        {
            if (!isObject) json.WriteStartObject();
            json.WritePropertyName(filter.Key);
            filter.WriteValue(json);
            if (!isObject) json.WriteEndObject();
        }

        if (!isObject) json.WriteEndArray();
        else json.WriteEndObject();
    }

    private static void WriteConflict(Utf8JsonWriter json, OnConflict conflict)
    {
        json.WriteStartObject(ExMember.OnConflict);
        if (conflict.Columns.Count > 0)
            WriteNames(json, ExMember.Constraint, conflict.Columns.Select(name => name.Text));
        if (conflict.Resolution == ConflictResolution.Merge)
            WriteNames(json, ExMember.Update, conflict.Assigned!.Select(name => name.Text));
        else if (conflict.Columns.Count == 0 || conflict.Mentioned is not null)
            json.WriteString(ExMember.Ignore, IgnoreOf(conflict));
        json.WriteEndObject();
    }

    private static string IgnoreOf(OnConflict conflict) => conflict.Mentioned?.Text ?? "true";

    private static void WriteNames(Utf8JsonWriter json, string member, IEnumerable<string> names)
    {
        json.WriteStartArray(member);
        foreach (var name in names) json.WriteStringValue(name);
        json.WriteEndArray();
    }
}
