using System.Globalization;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning.Plans;

namespace Relata.Planning.Binding;

/// <summary>Binds the groups of a read of which each has the limit, and refuses what they do not go with.</summary>
internal static class PartitionBinder
{
    /// <summary>The groups of a read that names the columns of a partition.</summary>
    public static Partition Bind(Binding binding, Table table, Read read)
    {
        var at = read.PartitionBy[0].At;
        if (read.Key is not null) throw NotApplicable("A key names one row, of which there is no partition.", at);
        if (read.Summary is not null || read.Page.Offset is not null)
            throw NotApplicable("A partition has neither groups nor an offset.", at);
        if (read.Page.LooksAhead || read.Page.Cursor is not null)
            throw NotApplicable("The rows of a partition are no page that another one follows.", at);
        if (read.Page.Limit is null) throw NotApplicable("A partition needs a limit, the most rows of each.", at);
        var most = binding.Limits.MaxRows;
        return new Partition([.. read.PartitionBy.Select(name => Column(table, name))], most, new Failure(
            FailureCode.LimitExceeded, string.Create(CultureInfo.InvariantCulture,
                $"The groups have more than {most} rows together, the most that one request may ask for."))
        {
            At = at,
            Hint = "Filter the rows, or lower the limit of each group.",
        });
    }

    private static ColumnReference Column(Table table, Name name)
    {
        var column = Binding.Column(table, name);
        return column.Type.Kind != TypeKind.Json ? new ColumnReference(column, 0) : throw NotApplicable(
            $"\"{column.Name}\" is of type {column.Type.Name}; rows are parted by any column but a JSON one.", name.At);
    }

    private static FailureException NotApplicable(string message, Position? at) =>
        new Failure(FailureCode.NotApplicable, message) { At = at }.AsException();
}
