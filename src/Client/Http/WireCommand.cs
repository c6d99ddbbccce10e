using System.Text.Json;
using Relata.Dialects.Ex;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;

namespace Relata.Client.Http;

/// <summary>A request in the words of ex, before it is written into a URL and headers or into a batch.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Resource">The table.</param>
internal sealed record WireCommand(string Action, string Resource)
{
    /// <summary>The filters.</summary>
    public IReadOnlyList<WireFilter> Where { get; init; } = [];

    /// <summary>The rows to add, or the values to set.</summary>
    public IReadOnlyList<PayloadRow> Values { get; init; } = [];

    /// <summary>Lists of columns by the names that a batch gives them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Lists { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The limit.</summary>
    public long? Limit { get; init; }

    /// <summary>The offset.</summary>
    public long? Offset { get; init; }

    /// <summary>What happens to rows whose key exists; null makes them failures.</summary>
    public OnConflict? Conflict { get; init; }

    /// <summary>The command that asks for the same as a request.</summary>
    /// <exception cref="FailureException">Ex has no words for something in it.</exception>
    public static WireCommand Of(Request request) => request switch
    {
        Read
        {
            Key: null, Count: CountMode.None, Page: { Cursor: null, LooksAhead: false },
            Selection: { Fields: null or [_, ..], Embeds.Count: 0, IsClosed: false },
        } read =>
            new WireCommand(ExActionName.Query, read.Table.Text)
            {
                Where = WireFilter.Of(read.Filter),
                Limit = read.Page.Limit,
                Offset = read.Page.Offset,
                Lists = ListsOf(
                    (ExMember.Columns, NamesOf(read.Selection.Fields)),
                    (ExMember.Group, GroupsOf(read.Summary)),
                    (ExMember.Partition, NamesOf(read.PartitionBy)),
                    (ExMember.Order, OrderOf(read.Order))),
            },
        Insert { Selection: { Fields: null, Embeds.Count: 0, IsClosed: false } } insert =>
            new WireCommand(ExActionName.Insert, insert.Table.Text)
            {
                Values = insert.Payload.Rows,
                Conflict = Sayable(insert.OnConflict),
            },
        Update
        {
            Key: null, EveryRow: true, Mode: UpdateMode.Merge,
            Selection: { Fields: null, Embeds.Count: 0, IsClosed: false },
        } update => Choosing(
            new WireCommand(ExActionName.Update, update.Table.Text) { Values = [update.Values] },
            update.Filter,
            update.Choice),
        Delete
        {
            Key: null, EveryRow: true, Selection: { Fields: null, Embeds.Count: 0, IsClosed: false },
        } delete =>
            Choosing(new WireCommand(ExActionName.Delete, delete.Table.Text), delete.Filter, delete.Choice),
        _ => throw Wire.CannotSay($"something in this {request.GetType().Name}"),
    };

    private static WireCommand Choosing(WireCommand command, Expression? filter, RowChoice? choice) => command with
    {
        Where = WireFilter.Of(filter),
        Limit = choice?.Limit,
        Offset = choice?.Offset,
        Lists = ListsOf((ExMember.Order, OrderOf(choice?.Order ?? []))),
    };

    private static OnConflict? Sayable(OnConflict? conflict) => conflict switch
    {
        null or { Resolution: ConflictResolution.Refuse } => null,
        { Resolution: ConflictResolution.Merge, Assigned: null or [] } =>
            throw Wire.CannotSay("an update of every column"),
        { AnyKey: false, Columns: [] } => throw Wire.CannotSay("the primary key of an unnamed conflict"),
        _ => conflict,
    };

    private static string[] GroupsOf(Summary? summary) => summary switch
    {
        null => [],
        { Groups: [_, ..], Aggregates: [], Having: null } when summary.Groups.All(
            group => group.Value is ColumnName column && column.Name.Text == group.As.Text) =>
            [.. summary.Groups.Select(group => group.As.Text)],
        _ => throw Wire.CannotSay("a sum"),
    };

    private static string[] NamesOf(IReadOnlyList<Name>? names) => [.. (names ?? []).Select(name => name.Text)];

    private static string[] OrderOf(IReadOnlyList<Ordering> order) =>
        [.. order.Select(item => $"{item.Column.Text}{DirectionOf(item)}")];

    /// <summary>
    /// Nothing says that rows ascend, unless the column's own name would be read as one with a direction.
    /// </summary>
    private static string DirectionOf(Ordering item) => item.Descending
        ? " desc"
        : item.Column.Text.EndsWith(" asc", StringComparison.OrdinalIgnoreCase)
            || item.Column.Text.EndsWith(" desc", StringComparison.OrdinalIgnoreCase) ? " asc" : "";

    private static Dictionary<string, IReadOnlyList<string>> ListsOf(params (string Name, string[] Items)[] lists) =>
        lists.Where(list => list.Items.Length > 0)
            .ToDictionary(list => list.Name, IReadOnlyList<string> (list) => list.Items);

    /// <summary>Writes the values of a row as an object.</summary>
    public static void WriteRow(Utf8JsonWriter json, PayloadRow row)
    {
        json.WriteStartObject();
        foreach (var field in row.Fields)
        {
            json.WritePropertyName(field.Column.Text);
            if (field.Value.Text is { } text) json.WriteStringValue(text);
            else json.WriteRawValue(field.Value.Json.GetRawText(), skipInputValidation: true);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes the values: an object, or an array of them.</summary>
    public void WriteValues(Utf8JsonWriter json)
    {
        if (Values is [var one])
        {
            WriteRow(json, one);
            return;
        }

        json.WriteStartArray();
        foreach (var row in Values) WriteRow(json, row);
        json.WriteEndArray();
    }
}
