using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Planning.Binding;

/// <summary>What makes a row that is inserted the same as one that is stored.</summary>
/// <param name="Columns">The columns that are equal.</param>
/// <param name="Index">The index that sees to it, where it does so among some of the rows only; null when all rows have
/// the key.</param>
internal sealed record ConflictKey(IReadOnlyList<Column> Columns, UniqueIndex? Index)
{
    /// <summary>Finds the key that is meant.</summary>
    /// <param name="table">The table.</param>
    /// <param name="conflict">The columns that were named; none means the primary key.</param>
    /// <param name="at">Where the table is named.</param>
    public static ConflictKey Of(Table table, OnConflict conflict, Position? at)
    {
        Column[] columns = [.. conflict.Columns.Select(column => Binding.Column(table, column))];
        if (columns.Length == 0)
        {
            return new ConflictKey(table.PrimaryKey?.Columns ?? throw new Failure(FailureCode.NotApplicable,
                $"\"{table.Name.Name}\" has no primary key that rows could conflict with.")
                {
                    At = at,
                }.AsException(), null);
        }

        var (whole, partial) =
            (KeysOf(table), table.UniqueIndexes.Where(index => index.Condition is not null).ToArray());
        if (whole.Any(key => Same(key, columns))) return new ConflictKey(columns, null);
        UniqueIndex[] candidates = [.. partial.Where(index => Same(index.Columns, columns))];
        if (candidates.DistinctBy(index => index.Condition).Count() == 1)
            return new ConflictKey(columns, candidates[0]);
        at = conflict.Columns[0].At;
        throw (candidates.Length == 0
            ? NoKey(table, columns, whole.Concat(partial.Select(index => index.Columns)), at)
            : Ambiguous(table, columns, candidates, at)).AsException();
    }

    /// <summary>Names the key that the rows hold, where an update by any key is asked for.</summary>
    public static OnConflict Named(Table table, OnConflict conflict, Payload payload)
    {
        if (!conflict.AnyKey || conflict.Resolution != ConflictResolution.Merge) return conflict;
        Key[] keys = table.PrimaryKey is { } primary && Holds(primary) ? [primary] : [.. table.UniqueKeys.Where(Holds)];
        if (keys is [var one])
        {
            return conflict with
            {
                AnyKey = false,
                Columns = [.. one.Columns.Select(column => new Name(column.Name, null))],
            };
        }

        throw new Failure(FailureCode.NotApplicable, keys.Length == 0
            ? $"The rows hold no key of \"{table.Name.Name}\" that could exist already."
            : $"The rows hold several keys of \"{table.Name.Name}\" that could exist already.")
        {
            At = conflict.Assigned is [var first, ..] ? first.At : null,
            Hint = KeysOf(table) is { Count: > 0 } known
                ? $"Name the columns of the key that is meant: {string.Join(" · ", known.Select(Text))}."
                : "It has no key.",
        }.AsException();

        bool Holds(Key key) => payload.Rows.All(
            row => key.Columns.All(column => row.Fields.Any(field => field.Column.Text == column.Name)));
    }

    /// <summary>Refuses a word that is no column where conflicts are ignored.</summary>
    public static void RequireMentioned(Table table, OnConflict conflict)
    {
        if (conflict.Mentioned is not { } name || table.FindColumn(name.Text) is not null) return;
        throw new Failure(FailureCode.BadValue, $"Conflicts are ignored by true or a column, no \"{name.Text}\".")
        {
            At = name.At,
            Hint = NearestName.Hint(name.Text, table.Columns.Select(column => column.Name)),
        }.AsException();
    }

    private static List<IReadOnlyList<Column>> KeysOf(Table table)
    {
        var keys = table.UniqueKeys.Select(key => key.Columns)
            .Concat(table.UniqueIndexes.Where(index => index.Condition is null).Select(index => index.Columns));
        return [.. table.PrimaryKey is { } primary ? keys.Prepend(primary.Columns) : keys];
    }

    private static bool Same(IReadOnlyList<Column> key, Column[] columns) =>
        key.Count == columns.Length && key.All(columns.Contains);

    private static Failure NoKey(
        Table table, Column[] columns, IEnumerable<IReadOnlyList<Column>> keys, Position? at) =>
        new(FailureCode.NotApplicable, $"{Text(columns)} is no key of \"{table.Name.Name}\".")
        {
            At = at,
            Hint = $"Its keys: {string.Join(" · ", keys.Select(Text).Distinct())}.",
        };

    private static Failure Ambiguous(Table table, Column[] columns, UniqueIndex[] indexes, Position? at) =>
        new(FailureCode.NotApplicable,
            $"{Text(columns)} is a key among different rows of \"{table.Name.Name}\", and which are meant is not " +
            "known.")
        {
            At = at,
            Hint = "Its indexes, each with a condition of its own: " +
                $"{string.Join(" · ", indexes.Select(index => index.Name))}.",
        };

    private static string Text(IReadOnlyList<Column> columns) =>
        string.Join(',', columns.Select(column => column.Name));
}
