using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning.Plans;
using Relata.Planning.Values;

namespace Relata.Planning.Binding;

/// <summary>
/// Binds an insert. Rows that follow each other and name the same columns become one plan for each of their chunks.
/// </summary>
internal sealed class InsertBinder(Binding binding, Table table)
{
    public Plan Bind(Insert insert)
    {
        WriteChecks.Require(table, TableWrites.Insert, insert.Table);
        if (insert.OnConflict is { Resolution: ConflictResolution.Refuse }) insert = insert with { OnConflict = null };
        var rows = insert.Payload.Rows;
        if (rows.Count > binding.Limits.MaxListLength)
            throw Binding.TooMany("rows to insert", binding.Limits.MaxListLength, null);
        var returning = ProjectionBinder.BindWritten(
            binding, table, insert.Selection, withKey: !insert.Payload.IsArray);
        if (insert.OnConflict is not null && rows.Any(row => row.Fields.Count == 0))
        {
            throw new Failure(
                FailureCode.MalformedBody, "A row without any column has no key that could exist already.")
            {
                Hint = "Leave on_conflict and resolution out to insert a row of defaults.",
            }.AsException();
        }

        if (insert.OnConflict is { } asked)
        {
            ConflictKey.RequireMentioned(table, asked);
            insert = insert with { OnConflict = ConflictKey.Named(table, asked, insert.Payload) };
        }

        var bound = rows.Select(Bind).ToList();
        var key = insert.OnConflict is { AnyKey: false } conflict
            ? ConflictKey.Of(table, conflict, insert.Table.At)
            : null;
        var oneByOne = key is not null && NamesARowTwice(bound, key.Columns);
        var steps = new List<Plan>();
        for (var first = 0; first < bound.Count;)
        {
            var alike = 1;
            while (first + alike < bound.Count && SameColumns(bound[first], bound[first + alike])) alike++;
            foreach (var size in oneByOne ? Enumerable.Repeat(1, alike) :
                Chunks.Of(alike, bound[first].Columns.Count, binding.Capabilities.MaxParameters))
            {
                steps.Add(Step(insert, bound.GetRange(first, size), key, returning));
                first += size;
            }
        }

        return steps.Count == 1 ? steps[0] : new BatchPlan(steps) { Values = [] };
    }

    /// <summary>
    /// PostgreSQL refuses a statement that would change a row twice
    /// (https://www.postgresql.org/docs/current/sql-insert.html#SQL-ON-CONFLICT); statement after statement, the last
    /// one wins.
    /// </summary>
    private static bool NamesARowTwice(List<BoundRow> rows, IReadOnlyList<Column> key)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return !rows.TrueForAll(row => seen.Add(string.Join('\0', key.Select(row.ValueOf))));
    }

    private InsertPlan Step(Insert insert, List<BoundRow> rows, ConflictKey? key, Projection? returning) => new()
    {
        Table = table,
        Columns = rows[0].Columns,
        Stamped = Timestamps.OfInsert(table, rows[0].Columns),
        RowCount = rows.Count,
        Conflict = insert.OnConflict is { } conflict ? Bind(conflict, rows[0].Columns, key) : null,
        Returning = returning,
        Values = [.. rows.SelectMany(row => row.Values)],
    };

    private BoundRow Bind(PayloadRow row)
    {
        WriteChecks.RequireDistinct(row);
        var fields = new (Column Column, object? Value)[row.Fields.Count];
        for (var i = 0; i < fields.Length; i++)
        {
            var field = row.Fields[i];
            var column = Binding.Column(table, field.Column);
            if (!column.IsWritable) throw WriteChecks.Generated(column, field.Column);
            fields[i] = (column, ColumnValue.Convert(field.Value, column, stored: true));
        }

        // The order in which a caller writes the keys of an object means nothing; one order makes one script.
        Array.Sort(fields, static (left, right) => left.Column.Ordinal.CompareTo(right.Column.Ordinal));
        return new BoundRow([.. fields.Select(field => field.Column)], [.. fields.Select(field => field.Value)]);
    }

    /// <summary>What happens to rows whose key exists; without a key any will do.</summary>
    private ConflictPlan Bind(OnConflict conflict, IReadOnlyList<Column> inserted, ConflictKey? key)
    {
        if (key is not var (columns, index)) return new ConflictPlan([], []);
        if (conflict.Resolution == ConflictResolution.Ignore) return new ConflictPlan(columns, []) { Index = index };
        IReadOnlyList<Column> assigned = conflict.Assigned is { } named
            ? [.. named.Select(Assigned).Distinct()]
            : [.. inserted.Where(column => !columns.Contains(column))];

        // With nothing to change the stored row is still answered, so one of its own columns is set to what it is.
        return assigned.Count == 0
            ? new ConflictPlan(columns, [columns[0]]) { Index = index }
            : new ConflictPlan(columns, assigned, assigned.Contains(table.UpdatedAt) ? null : table.UpdatedAt)
            {
                Index = index,
            };
    }

    private Column Assigned(Name name)
    {
        var column = Binding.Column(table, name);
        return column.IsWritable ? column : throw WriteChecks.Generated(column, name);
    }

    private static bool SameColumns(BoundRow left, BoundRow right) => left.Columns.SequenceEqual(right.Columns);

    private sealed record BoundRow(IReadOnlyList<Column> Columns, IReadOnlyList<object?> Values)
    {
        public object? ValueOf(Column column)
        {
            for (var i = 0; i < Columns.Count; i++)
                if (Columns[i] == column) return Values[i];
            return null;
        }
    }
}
