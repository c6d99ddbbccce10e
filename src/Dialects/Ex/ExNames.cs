using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Dialects.Ex;

/// <summary>Names of columns out of texts that hold several, and the order that such a text says.</summary>
/// <param name="table">The table asked for; null where only others know it.</param>
internal sealed class ExNames(Table? table)
{
    /// <summary>The columns of a list with commas; blanks around them mean nothing.</summary>
    public static IReadOnlyList<Name> List(Name list) =>
        [.. list.Text.Split(',').Select(part => list with { Text = NotEmpty(part.Trim(), list) })];

    /// <summary>An order such as <c>name,id desc</c>.</summary>
    public IReadOnlyList<Ordering> Order(Name list) => [.. List(list).Select(OrderingOf)];

    /// <summary>A column, and behind a blank its direction; one whose name ends like that is found first.</summary>
    public Ordering OrderingOf(Name item)
    {
        var blank = item.Text.LastIndexOf(' ');
        if (blank < 0 || table?.FindColumn(item.Text) is not null) return new Ordering(item, Descending: false);
        var (column, direction) = (item with { Text = item.Text[..blank].TrimEnd() }, item.Text[(blank + 1)..]);
        if (direction.Equals("asc", StringComparison.OrdinalIgnoreCase)) return new Ordering(column, Descending: false);
        if (direction.Equals("desc", StringComparison.OrdinalIgnoreCase)) return new Ordering(column, Descending: true);
        if (table is null) return new Ordering(item, Descending: false);
        throw new Failure(FailureCode.BadValue, $"A direction is asc or desc, not \"{direction}\".")
        {
            At = item.At,
        }.AsException();
    }

    private static string NotEmpty(string text, Name list) => text.Length > 0 ? text : throw new Failure(
        FailureCode.BadValue, "A list of columns has an empty name in it.") { At = list.At }.AsException();
}
