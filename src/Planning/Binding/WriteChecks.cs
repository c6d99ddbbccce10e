using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Planning.Binding;

/// <summary>What every write must pass: the table takes it, and no column is named twice.</summary>
internal static class WriteChecks
{
    public static void Require(Table table, TableWrites write, Name name)
    {
        if (table.Writes.HasFlag(write)) return;
        var verb = write.ToString().ToLowerInvariant();
        throw new Failure(FailureCode.MethodNotAllowed, $"\"{table.Name.Name}\" does not take {verb}s.")
        {
            At = name.At,
        }.AsException();
    }

    public static void RequireDistinct(PayloadRow row)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in row.Fields)
        {
            if (seen.Add(field.Column.Text)) continue;
            throw new Failure(FailureCode.MalformedBody, $"The row names \"{field.Column.Text}\" twice.")
            {
                At = field.Column.At,
            }.AsException();
        }
    }

    public static FailureException Generated(Column column, Name name) =>
        new Failure(FailureCode.GeneratedColumn,
            $"\"{column.Name}\" is filled by the database; a value cannot be set.") { At = name.At }.AsException();
}
