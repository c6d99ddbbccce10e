using System.Text.Json;
using Relata.Client.Results;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;

namespace Relata.Client.Parts;

/// <summary>The values of one row.</summary>
/// <param name="Row">The row.</param>
public sealed record Values(PayloadRow Row) : IRequestPart<Insert>, IRequestPart<Update>
{
    /// <summary>Values by column.</summary>
    internal static Values Of(IEnumerable<(string Column, object? Value)> values) => new(new PayloadRow(
        [.. values.Select(value => new PayloadField(Names.Of(value.Column), JsonLiteral(value.Value)))]));

    /// <summary>The properties of an object, or the entries of a dictionary.</summary>
    internal static Values Of(object row)
    {
        var json = ColumnJson.Write(row);
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new ArgumentException(
                $"A row is an object or a dictionary, and {row.GetType().Name} is none.", nameof(row));
        }

        return new Values(new PayloadRow([.. json.EnumerateObject().Select(
            member => new PayloadField(Names.Of(member.Name), Literal.FromJson(member.Value, null)))]));
    }

    /// <inheritdoc/>
    public Insert AddTo(Insert request) =>
        request with { Payload = request.Payload with { Rows = [.. request.Payload.Rows, Row] } };

    /// <inheritdoc/>
    public Update AddTo(Update request) => request.Values.Fields.Count == 0
        ? request with { Values = Row }
        : throw new Failure(FailureCode.MalformedBody, "A change has one row of values.").AsException();

    private static Literal JsonLiteral(object? value) => Literal.FromJson(ColumnJson.Write(value), null);
}

/// <summary>The rows of an insert.</summary>
/// <param name="All">The rows.</param>
public sealed record Rows(IReadOnlyList<PayloadRow> All) : IRequestPart<Insert>
{
    /// <inheritdoc/>
    public Insert AddTo(Insert request) =>
        request with { Payload = request.Payload with { Rows = [.. request.Payload.Rows, .. All] } };
}

/// <summary>What happens to a row whose key exists.</summary>
/// <param name="Resolution">What is done.</param>
/// <param name="Key">The columns of the key that is meant; none leaves it open.</param>
/// <param name="Assigned">The columns that take the new values; null where none do.</param>
public sealed record Conflict(ConflictResolution Resolution, IReadOnlyList<Name> Key, IReadOnlyList<Name>? Assigned)
    : IRequestPart<Insert>
{
    /// <summary>The same with the key of these columns.</summary>
    public Conflict On(params IReadOnlyList<string> columns) => this with { Key = Names.Of(columns) };

    /// <inheritdoc/>
    public Insert AddTo(Insert request)
    {
        if (request.OnConflict is { Resolution: ConflictResolution.Refuse }) return request;
        Once.Require(request.OnConflict is null, "What happens to a row whose key exists");
        return request with
        {
            OnConflict = new OnConflict(Key, Resolution) { Assigned = Assigned, AnyKey = Key.Count == 0 },
        };
    }
}

/// <summary>A row whose key exists is refused, whatever else is said about it before or behind.</summary>
public sealed record ConflictError : IRequestPart<Insert>
{
    /// <inheritdoc/>
    public Insert AddTo(Insert request)
    {
        var isFirst = request.OnConflict is not { Resolution: ConflictResolution.Refuse };
        Once.Require(isFirst, "What happens to a row whose key exists");
        return request with { OnConflict = new OnConflict([], ConflictResolution.Refuse) { AnyKey = true } };
    }
}
