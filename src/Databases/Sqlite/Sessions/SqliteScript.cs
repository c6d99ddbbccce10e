using Relata.Databases.Sqlite.Types;
using Relata.Execution;
using Relata.Sql;

namespace Relata.Databases.Sqlite.Sessions;

/// <summary>A script with the writer of each cell of its last statement, chosen once.</summary>
internal sealed class SqliteScript(Script script) : PreparedScript(script)
{
    /// <summary>One writer for each cell; empty when the script answers no rows.</summary>
    public SqliteCell[] Cells { get; } = script.Layout is { } layout ? [.. layout.Cells.Select(SqliteCells.For)] : [];
}
