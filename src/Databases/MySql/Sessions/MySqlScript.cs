using Relata.Databases.MySql.Types;
using Relata.Execution;
using Relata.Planning.Plans;
using Relata.Sql;

namespace Relata.Databases.MySql.Sessions;

/// <summary>A script with its statements taken apart and the writer of each cell of its rows, chosen once.</summary>
internal sealed class MySqlScript : PreparedScript
{
    /// <summary>Prepares a script.</summary>
    public MySqlScript(Script script)
        : base(script)
    {
        var layout = script.Layout is { } given ? new ListCells(given) : null;
        Cells = layout?.Cells ?? [];
        Lists = layout?.Lists ?? [];
        Statements = [.. script.Statements.Select(statement => new MySqlStatement(statement))];
        Answering = Statements.Length - 1 - Lists.Sum(list => list.Statements);
        if (Answering > 0 && Statements[Answering - 1].ChangesChosen) ReadsChanged = Statements[Answering];
    }

    /// <summary>Its statements.</summary>
    public MySqlStatement[] Statements { get; }

    /// <summary>One writer for each cell; empty when the script answers no rows.</summary>
    public MySqlCell[] Cells { get; }

    /// <summary>The lists inside the rows.</summary>
    public ListCells[] Lists { get; }

    /// <summary>
    /// The place of the last statement whose rows are answered; those behind it read lists inside these rows.
    /// </summary>
    public int Answering { get; }

    /// <summary>The statement that reads the chosen rows again after their change; null when there is none.</summary>
    public MySqlStatement? ReadsChanged { get; }

    /// <summary>Whether a statement's rows are the keys that those behind it name.</summary>
    public bool Chooses(int place) =>
        Statements[place].Key is null && place < Answering && Statements[place + 1].Key is not null;

    /// <summary>Whether a statement's rows are answered, as one result with those of others.</summary>
    public bool Answers(int place) =>
        Script.Layout is not null && place <= Answering && !Chooses(place) && !(place == 0 && Script.CountsFirst);
}

/// <summary>The writers of the cells of a list's rows.</summary>
/// <param name="layout">The rows.</param>
internal sealed class ListCells(RowLayout layout)
{
    /// <summary>One writer for each cell.</summary>
    public MySqlCell[] Cells { get; } = [.. layout.Cells.Select(MySqlCells.For)];

    /// <summary>The lists inside the rows.</summary>
    public ListCells[] Lists { get; } = [.. layout.Lists.Select(list => new ListCells(list))];

    /// <summary>How many statements the list and those inside it take.</summary>
    public int Statements => 1 + Lists.Sum(list => list.Statements);
}
