using System.Text.Json;
using Relata.Dialects.Contract;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;

namespace Relata.Dialects.Ex;

/// <summary>Reads the members of one request of a batch, beside its action and resource.</summary>
/// <param name="command">The action and the table.</param>
internal sealed class ExBatchRequest(ExCommand command)
{
    private static readonly string[] OfReads =
    [
        ExMember.Where, ExMember.Columns, ExMember.Group, ExMember.Partition, ExMember.Order, ExMember.Limit,
        ExMember.Offset,
    ];

    private static readonly string[] OfInserts = [ExMember.Values, ExMember.OnConflict];
    private static readonly string[] OfDeletes =
        [ExMember.Where, ExMember.Order, ExMember.Limit, ExMember.Offset];

    private static readonly string[] OfUpdates = [ExMember.Values, .. OfDeletes];
    private static readonly string[] OfConflicts =
        [ExMember.Constraint, ExMember.Update, ExMember.Ignore, ExMember.Error];

    private readonly ExNames names = new(command.Table);

    /// <summary>The whole command.</summary>
    /// <exception cref="FailureException">A member cannot be read, or means nothing for what is done.</exception>
    public ExCommand Read(IEnumerable<JsonProperty> members)
    {
        var known = command.Action switch
        {
            ExAction.Query => OfReads,
            ExAction.Insert => OfInserts,
            ExAction.Delete => OfDeletes,
            ExAction.Update => OfUpdates,
        };
        var read = command;
        JsonProperty? conflict = null;
        foreach (var member in members)
        {
            if (member.Name is ExMember.Action or ExMember.Resource) continue;
            Require(known, member.Name);
            if (member.Name == ExMember.OnConflict) conflict = member;
            else read = Read(read, member);
        }

        return conflict is { } found ? read with { Conflict = Conflict(found).Read() } : read;
    }

    private ExCommand Read(ExCommand read, JsonProperty member) => member.Name switch
    {
        ExMember.Where => read with { Where = Where(member) },
        ExMember.Values => read with { Values = PayloadReader.Rows(member.Value) },
        ExMember.Columns => read with { Columns = Names(member) },
        ExMember.Group => read with { Group = Names(member) },
        ExMember.Partition => read with { Partition = Names(member) },
        ExMember.Order => read with { Order = [.. (Names(member) ?? []).Select(names.OrderingOf)] },
        ExMember.Limit => read with { Limit = Number(member) },
        _ => read with { Offset = Number(member) },
    };

    private Expression? Where(JsonProperty member)
    {
        JsonElement[] parts = member.Value.ValueKind == JsonValueKind.Array
            ? [.. member.Value.EnumerateArray()]
            : [member.Value];
        if (parts.Length == 0 || parts.Any(part => part.ValueKind != JsonValueKind.Object))
            throw Malformed("\"where\" is an object, or an array of objects.");
        var filters = new ExFilters(command.Table);
        foreach (var filter in parts.SelectMany(part => PayloadReader.One(part).Fields))
            filters.Add(filter.Column, new ExValue(filter.Value));
        return filters.ToExpression();
    }

    private static ExConflict Conflict(JsonProperty member)
    {
        if (member.Value.ValueKind != JsonValueKind.Object) throw Malformed("\"on_conflict\" is an object.");
        var conflict = default(ExConflict);
        foreach (var part in member.Value.EnumerateObject())
        {
            Require(OfConflicts, part.Name);
            conflict = part.Name switch
            {
                ExMember.Constraint => conflict with { Constraint = Names(part) },
                ExMember.Update => conflict with { Update = Names(part) },
                ExMember.Ignore => conflict with { Ignore = MaybeText(part) },
                _ => conflict with { Error = MaybeText(part) },
            };
        }

        return conflict;
    }

    private static Name? MaybeText(JsonProperty member) =>
        PayloadReader.Text(member) is { Length: > 0 } text ? new Name(text, null) : null;

    /// <summary>A list without a name is as none.</summary>
    private static Name[]? Names(JsonProperty member)
    {
        if (member.Value.ValueKind != JsonValueKind.Array
            || member.Value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
            throw Malformed($"\"{member.Name}\" is an array of names.");
        var names = member.Value.EnumerateArray().Select(item => new Name(PayloadReader.Text(item), null)).ToArray();
        return names.Length == 0 ? null : names;
    }

    private static long Number(JsonProperty member) =>
        member.Value.ValueKind == JsonValueKind.Number && member.Value.TryGetInt64(out var number)
            ? number
            : throw Malformed($"\"{member.Name}\" is an integer.");

    private static void Require(string[] known, string name)
    {
        if (known.Contains(name, StringComparer.Ordinal)) return;
        throw new Failure(FailureCode.UnknownOption, $"\"{name}\" means nothing here.")
        {
            Hint = NearestName.Hint(name, known) ?? $"Known here: {string.Join(", ", known)}.",
        }.AsException();
    }

    private static FailureException Malformed(string message) =>
        new Failure(FailureCode.MalformedBody, message).AsException();
}
