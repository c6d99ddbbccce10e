using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning.Plans;

namespace Relata.Sql;

/// <summary>
/// The SQL of one plan shape on one database, without a single value in it: compiled once, run many times.
/// </summary>
/// <param name="Statements">
/// The statements in the order in which they run. Behind the one whose rows are answered, a database that cannot read
/// lists in the same statement has one for each list of the layout: a list before the lists inside it, and these before
/// the next one.
/// </param>
/// <param name="Layout">How the rows are answered; null when there are none.</param>
/// <param name="Count">
/// How the first statement counts the rows without the page: it returns one row, with their number or what the database
/// has to say of it. None when no statement does.
/// </param>
public sealed record Script(IReadOnlyList<Statement> Statements, RowLayout? Layout, CountMode Count = CountMode.None)
{
    /// <summary>Whether the first statement counts.</summary>
    public bool CountsFirst => Count != CountMode.None;
}

/// <summary>One SQL statement.</summary>
/// <param name="Text">Its text; placeholders are <c>$1</c>, <c>$2</c> and so on.</param>
/// <param name="Parameters">For each placeholder in order, which of the plan's values it takes and how.</param>
public sealed record Statement(string Text, IReadOnlyList<StatementParameter> Parameters)
{
    /// <summary>
    /// The text in pieces, between each two of which a placeholder stands, where it is not of our own making and so can
    /// hold what looks like one; null otherwise.
    /// </summary>
    public IReadOnlyList<string>? Pieces { get; init; }

    /// <summary>Of a text in pieces, which parameter stands between each two.</summary>
    public IReadOnlyList<int> Places { get; init; } = [];
}

/// <summary>What a placeholder takes.</summary>
/// <param name="Value">The place among the plan's values.</param>
/// <param name="Type">The type to which the value was converted.</param>
/// <param name="IsList">Whether the value is a list of values of that type.</param>
public readonly record struct StatementParameter(int Value, ColumnType Type, bool IsList)
{
    /// <summary>
    /// A value that stands in the script itself, because it comes from the schema; null when it is the plan's.
    /// </summary>
    public object? Constant { get; private init; }

    /// <summary>A placeholder for a value of the schema.</summary>
    public static StatementParameter OfConstant(object constant, ColumnType type) =>
        new(-1, type, IsList: false) { Constant = constant };

    /// <summary>The value in one run.</summary>
    public object? In(IReadOnlyList<object?> values) => Constant ?? values[Value];
}
