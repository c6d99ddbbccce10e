using Relata.Execution;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning.Plans;
using Relata.Sql;

namespace Relata.Databases.Postgres.Tests;

/// <summary>Scripts out of SQL text, and their results as text.</summary>
internal static class Scripts
{
    public static readonly ColumnType Number = new(TypeKind.Int64, "bigint");

    public static readonly ColumnType Word = new(TypeKind.Text, "text");

    /// <summary>A script of one statement; its placeholders take values of the given types in order.</summary>
    public static Script Of(string sql, ColumnType[] cells, params ColumnType[] parameters) =>
        new([Statement(sql, parameters)], cells.Length == 0 ? null : Layout(cells));

    /// <summary>A count and the rows.</summary>
    public static Script Counted(string count, string rows, params ColumnType[] cells) =>
        new([Statement(count), Statement(rows)], Layout(cells), CountMode.Exact);

    public static ScriptRun Run(this ISessionSource sessions, Script script, params object?[] values) =>
        new(sessions.Prepare(script), values);

    /// <summary>Runs a script that reads and gives all its rows, the cells of a row with blanks between them.</summary>
    public static async Task<string[]> ReadAllAsync(
        this ISessionSource sessions, Script script, params object?[] values)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var rows = await sessions.ReadAsync(sessions.Run(script, values), stop);
        if (script.CountsFirst) (await rows.NextResultAsync(stop)).ShouldBeTrue();
        return await rows.TakeResultAsync(script.Layout!.Cells.Count);
    }

    /// <summary>Runs scripts that write, commits, and tells how many rows were changed.</summary>
    public static async Task<long> WriteAllAsync(this ISessionSource sessions, params ScriptRun[] runs)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var write = sessions.Begin();
        var rows = await write.RunAsync(runs, stop);
        var changed = await rows.EndAsync(stop);
        await write.CommitAsync(stop);
        return changed;
    }

    /// <summary>The rows of the next result.</summary>
    public static async Task<string[]> TakeResultAsync(this Rows rows, int cells)
    {
        var stop = TestContext.Current.CancellationToken;
        (await rows.NextResultAsync(stop)).ShouldBeTrue();
        var sink = new JsonSink();
        var taken = new List<string>();
        while (await rows.NextRowAsync(stop))
        {
            taken.Add(string.Join(' ', Enumerable.Range(0, cells).Select(cell =>
            {
                rows.WriteCell(cell, sink);
                return sink.Take();
            })));
        }

        return [.. taken];
    }

    private static Statement Statement(string sql, params ColumnType[] parameters) =>
        new(sql, [.. parameters.Select((type, place) => new StatementParameter(place, type, IsList: false))]);

    private static RowLayout Layout(ColumnType[] cells) =>
        new(cells, [.. cells.Select((_, cell) => new CellField($"c{cell}", cell))], []);
}
