using Relata.Databases.Postgres.Types;
using Relata.Execution;
using Relata.Sql;

namespace Relata.Databases.Postgres.Sessions;

/// <summary>A script with the readers of the cells of its results, chosen once.</summary>
internal sealed class PostgresScript(Script script) : PreparedScript(script)
{
    private static readonly CellReader[] Count = [new IntegerCellReader()];

    /// <summary>For every result in order, one reader for each of its cells.</summary>
    public CellReader[][] Results { get; } =
    [
        .. script.CountsFirst ? [Count] : Array.Empty<CellReader[]>(),
        .. script.Layout is { } layout ? [[.. layout.Cells.Select(CellReaders.For)]] : Array.Empty<CellReader[]>(),
    ];
}
