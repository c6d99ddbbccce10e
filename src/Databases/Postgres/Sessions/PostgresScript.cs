using Relata.Databases.Postgres.Types;
using Relata.Databases.Postgres.Wire;
using Relata.Execution;
using Relata.Model.Requests;
using Relata.Sql;

namespace Relata.Databases.Postgres.Sessions;

/// <summary>A script with the readers of the cells of its results, chosen once.</summary>
internal sealed class PostgresScript(Script script) : PreparedScript(script)
{
    private static readonly RowReaders Number = new([new IntegerCellReader()], []);
    private static readonly RowReaders Estimate = new([new EstimateCellReader()], []);

    /// <summary>For every result in order, the readers of its rows.</summary>
    public RowReaders[] Results { get; } =
    [
        .. script.CountsFirst ? [script.Count == CountMode.Estimated ? Estimate : Number] : Array.Empty<RowReaders>(),
        .. script.Layout is { } layout ? [RowReaders.For(layout)] : Array.Empty<RowReaders>(),
    ];

    /// <summary>Whether it is one statement with one result.</summary>
    public bool IsOne => Script.Statements.Count == 1 && Results.Length == 1;

    /// <summary>How long its runs take.</summary>
    public Pace Pace { get; } = new();
}
