using Relata.Model.Schema;
using Relata.Planning.Plans;

namespace Relata.Formats.Tests;

/// <summary>Layouts of rows whose cells are of no matter which type.</summary>
internal static class Layouts
{
    /// <summary>One field for each name, one cell for each field.</summary>
    public static RowLayout Flat(params string[] names) => Of(names.Select((name, i) => new CellField(name, i)));

    public static RowLayout Of(params IEnumerable<RowField> fields) => new([Any], [.. fields], []);

    private static ColumnType Any { get; } = new(TypeKind.Text, "text");
}
