using Relata.Databases.Sqlite.Types;
using Relata.Execution;
using Relata.Planning.Plans;
using Relata.Sql;

namespace Relata.Databases.Sqlite.Sessions;

/// <summary>A script with the writer of each cell of its rows, chosen once.</summary>
internal sealed class SqliteScript : PreparedScript
{
    /// <summary>Prepares a script.</summary>
    public SqliteScript(Script script)
        : base(script)
    {
        var layout = script.Layout is { } given ? new ListCells(given) : null;
        Cells = layout?.Cells ?? [];
        Lists = layout?.Lists ?? [];
        Answering = script.Statements.Count - 1 - Lists.Sum(list => list.Statements);
    }

    /// <summary>One writer for each cell; empty when the script answers no rows.</summary>
    public SqliteCell[] Cells { get; }

    /// <summary>The lists inside the rows.</summary>
    public ListCells[] Lists { get; }

    /// <summary>
    /// The place of the statement whose rows are answered; those behind it read lists inside these rows.
    /// </summary>
    public int Answering { get; }
}

/// <summary>The writers of the cells of a list's rows.</summary>
/// <param name="layout">The rows.</param>
internal sealed class ListCells(RowLayout layout)
{
    /// <summary>One writer for each cell.</summary>
    public SqliteCell[] Cells { get; } = [.. layout.Cells.Select(SqliteCells.For)];

    /// <summary>The lists inside the rows.</summary>
    public ListCells[] Lists { get; } = [.. layout.Lists.Select(list => new ListCells(list))];

    /// <summary>How many statements the list and those inside it take.</summary>
    public int Statements => 1 + Lists.Sum(list => list.Statements);
}
