using System.Globalization;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning.Plans;
using Relata.Planning.Values;

namespace Relata.Planning.Binding;

/// <summary>
/// What one request's binding has gathered so far: its values, and how much of its limits it has used.
/// </summary>
internal sealed class Binding(DatabaseSchema schema, Limits limits, Capabilities capabilities)
{
    private readonly List<object?> values = [];
    private readonly List<ValueOrigin?> origins = [];
    private readonly HashSet<int> seesDeleted = [];
    private int filterNodes;
    private int embeds;
    private int sources = 1;

    public DatabaseSchema Schema { get; } = schema;

    public Limits Limits { get; } = limits;

    public Capabilities Capabilities { get; } = capabilities;

    public IReadOnlyList<object?> Values => values;

    /// <summary>
    /// For each value, the text that it and nothing else was made of; null where there is no such text.
    /// </summary>
    public IReadOnlyList<ValueOrigin?> Origins => origins;

    /// <summary>How many tables the plan has so far; source 0 is the table asked for.</summary>
    public int Sources => sources;

    /// <summary>The number of one more table of the plan: a parent that is joined, or a table of a sub-query.</summary>
    public int NextSource() => sources++;

    /// <summary>Whether a source's rows are seen although they are marked as deleted.</summary>
    public bool SeesDeleted(int source) => seesDeleted.Contains(source);

    /// <summary>Lets a source's deleted rows be seen, because the caller speaks of the mark.</summary>
    public void SeeDeleted(int source) => seesDeleted.Add(source);

    public Table Table(Name name)
    {
        if (Schema.FindTable(name.Text) is { } table) return table;
        throw new Failure(FailureCode.UnknownTable, $"There is no table \"{name.Text}\".")
        {
            At = name.At,
            Hint = NearestName.Hint(name.Text, Schema.TableNames),
        }.AsException();
    }

    public static Column Column(Table table, Name name)
    {
        if (table.FindColumn(name.Text) is { } column) return column;
        throw new Failure(FailureCode.UnknownColumn, $"\"{table.Name.Name}\" has no column \"{name.Text}\".")
        {
            At = name.At,
            Hint = NearestName.Hint(name.Text, table.Columns.Select(known => known.Name)),
        }.AsException();
    }

    public Relationship Relationship(Table table, Name name)
    {
        if (Schema.FindRelationship(table, name.Text) is { } relationship) return relationship;
        throw new Failure(
            FailureCode.UnknownRelationship, $"\"{table.Name.Name}\" has no relationship \"{name.Text}\".")
        {
            At = name.At,
            Hint = NearestName.Hint(name.Text, Schema.RelationshipsOf(table).Select(known => known.Name)),
        }.AsException();
    }

    public static Key PrimaryKey(Table table, RowKey key, string method)
    {
        if (table.PrimaryKey is not { } primary)
        {
            throw new Failure(FailureCode.MethodNotAllowed,
                $"\"{table.Name.Name}\" has no primary key, so its rows cannot be named one by one.")
            {
                At = key.At,
                Hint = $"{method} the list with a filter instead.",
            }.AsException();
        }

        if (primary.Columns.Count == key.Parts.Count) return primary;
        var columns = string.Join(",", primary.Columns.Select(column => column.Name));
        throw new Failure(FailureCode.BadValue, string.Create(CultureInfo.InvariantCulture,
            $"The key of \"{table.Name.Name}\" has {primary.Columns.Count} parts ({columns}), not {key.Parts.Count}."))
        {
            At = key.At,
        }.AsException();
    }

    /// <summary>Converts a value to its column's type and keeps it.</summary>
    public Parameter Value(Literal literal, Column column, bool stored = false) =>
        Keep(ColumnValue.Convert(literal, column, stored), column.Type);

    /// <summary>The same for a value that is compared, whose text decides nothing else.</summary>
    public Parameter Compared(Literal literal, Column column)
    {
        var value = Value(literal, column);
        if (literal is { Text: not null, At: { } at })
            origins[value.Index] = new ValueOrigin(at, ColumnValue.Compared(column.Type));
        return value;
    }

    public Parameter Keep(object? value, ColumnType type, bool isList = false)
    {
        values.Add(value);
        origins.Add(null);
        return new Parameter(values.Count - 1, type, isList);
    }

    public void CountFilterNode()
    {
        if (++filterNodes <= Limits.MaxFilterNodes) return;
        throw TooMany("conditions", Limits.MaxFilterNodes, null);
    }

    public void CountEmbed(Position? at)
    {
        if (++embeds > Limits.MaxEmbeds) throw TooMany("related tables", Limits.MaxEmbeds, at);
    }

    public static FailureException TooMany(string things, int limit, Position? at) =>
        new Failure(FailureCode.LimitExceeded,
            string.Create(CultureInfo.InvariantCulture, $"The request has more than {limit} {things}."))
            {
                At = at,
            }.AsException();
}
