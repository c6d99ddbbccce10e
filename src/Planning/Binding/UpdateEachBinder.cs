using System.Globalization;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning.Plans;
using Relata.Planning.Values;

namespace Relata.Planning.Binding;

/// <summary>
/// Binds changes of rows that are named by their keys. Rows that name the same columns are changed together; then all
/// of them are read in the order sent, which also finds those that are not there.
/// </summary>
internal sealed class UpdateEachBinder(Binding binding, Table table)
{
    public BatchPlan Bind(UpdateEach update)
    {
        WriteChecks.Require(table, TableWrites.Update, update.Table);
        if (update.Payload.Rows.Count > binding.Limits.MaxListLength)
            throw Binding.TooMany("rows to change", binding.Limits.MaxListLength, null);
        var key = KeyOf(update.Table);
        var rows = update.Payload.Rows.Select((row, place) => Bind(row, place, key)).ToList();
        var source = binding.NextSource();
        var filter = SoftDelete.Visible(binding, table, source: 0);
        var read = ProjectionBinder.BindWritten(binding, table, update.Selection, withKey: true)!;
        var steps = new List<Plan>();
        var filled = rows.Where(row => row.Columns.Count > 0);
        foreach (var alike in filled.GroupBy(row => row.Columns, SameColumns.Comparer))
            steps.AddRange(Cut([.. alike], key.Count + alike.Key.Count).Select(chunk => Change(chunk, source, filter)));
        steps.AddRange(Cut(rows, key.Count).Select(chunk => Read(chunk, source, filter, read)));
        return new BatchPlan(steps) { Values = [] };
    }

    private IReadOnlyList<Column> KeyOf(Name name) => table.PrimaryKey?.Columns ?? throw new Failure(
        FailureCode.NotApplicable, $"\"{table.Name.Name}\" has no primary key, by which the rows could be named.")
    {
        At = name.At,
        Hint = "Send one object, and say in a filter which rows it changes.",
    }.AsException();

    private BoundRow Bind(PayloadRow row, int place, IReadOnlyList<Column> key)
    {
        WriteChecks.RequireDistinct(row);
        var named = new Literal?[key.Count];
        var changed = new List<(Column Column, object? Value)>();
        foreach (var field in row.Fields)
        {
            var column = Binding.Column(table, field.Column);
            if (column == table.DeletedAt) binding.SeeDeleted(0);
            if (PlaceIn(key, column) is { } part) named[part] = field.Value;
            else if (!column.IsWritable) throw WriteChecks.Generated(column, field.Column);
            else changed.Add((column, ColumnValue.Convert(field.Value, column, stored: true)));
        }

        changed.Sort(static (left, right) => left.Column.Ordinal.CompareTo(right.Column.Ordinal));
        var parts = key.Select((column, part) => named[part] ?? throw WithoutKey(column, place)).ToArray();
        return new BoundRow(
            string.Join(", ", key.Zip(parts, (column, part) => $"{column.Name} {ColumnValue.Quote(part)}")),
            [.. key.Zip(parts, (column, part) => ColumnValue.Convert(part, column, stored: false))],
            [.. changed.Select(change => change.Column)],
            [.. changed.Select(change => change.Value)]);
    }

    private static int? PlaceIn(IReadOnlyList<Column> key, Column column)
    {
        for (var i = 0; i < key.Count; i++)
            if (key[i] == column) return i;
        return null;
    }

    private FailureException WithoutKey(Column column, int place) => new Failure(FailureCode.MalformedBody,
        string.Create(
            CultureInfo.InvariantCulture, $"The object at place {place} of the array has no \"{column.Name}\"."))
    {
        Hint =
            $"Each object names its row by {string.Join(", ", table.PrimaryKey!.Columns.Select(part => part.Name))}.",
    }.AsException();

    private IEnumerable<List<BoundRow>> Cut(List<BoundRow> rows, int values)
    {
        var first = 0;
        foreach (var size in Chunks.Of(rows.Count, values, binding.Capabilities.MaxParameters))
        {
            yield return rows.GetRange(first, size);
            first += size;
        }
    }

    private UpdateEachPlan Change(List<BoundRow> rows, int source, Expression? filter) => new()
    {
        Table = table,
        Source = source,
        Columns = rows[0].Columns,
        Stamped = rows[0].Columns.Contains(table.UpdatedAt) ? null : table.UpdatedAt,
        RowCount = rows.Count,
        Filter = filter,
        Values = [.. rows.SelectMany(row => row.Key.Concat(row.Values))],
        Sources = binding.Sources,
    };

    private ReadPlan Read(List<BoundRow> rows, int source, Expression? filter, Projection projection) => new()
    {
        Table = table,
        Projection = projection,
        Filter = filter,
        Keys = new SentKeys(source, [.. rows.Select(row => row.Name)]),
        Values = [.. rows.SelectMany(row => row.Key)],
        Sources = binding.Sources,
    };

    private sealed record BoundRow(
        string Name, IReadOnlyList<object?> Key, IReadOnlyList<Column> Columns, IReadOnlyList<object?> Values);

    private sealed class SameColumns : IEqualityComparer<IReadOnlyList<Column>>
    {
        public static SameColumns Comparer { get; } = new();

        public bool Equals(IReadOnlyList<Column>? left, IReadOnlyList<Column>? right) => left!.SequenceEqual(right!);

        public int GetHashCode(IReadOnlyList<Column> columns) =>
            columns.Aggregate(columns.Count, static (hash, column) => HashCode.Combine(hash, column.Ordinal));
    }
}
