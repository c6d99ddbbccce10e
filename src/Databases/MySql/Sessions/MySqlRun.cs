using System.Data.Common;
using System.Text;
using Relata.Databases.MySql.Types;
using Relata.Execution;
using Relata.Model.Failures;
using Relata.Model.Schema;

namespace Relata.Databases.MySql.Sessions;

/// <summary>Runs scripts on a connection, statement after statement, and fills a buffer with their rows.</summary>
/// <param name="session">Where the scripts run.</param>
/// <param name="runs">The scripts.</param>
/// <param name="isReadOnly">Whether the transaction around them only reads: then all of them see one snapshot.</param>
internal sealed class MySqlRun(MySqlSession session, IReadOnlyList<ScriptRun> runs, bool isReadOnly)
{
    /// <summary>Rows are handed over when they are so long together.</summary>
    private const int PieceLength = 32 * 1024;

    /// <summary>How often rows and lists are read again that do not fit together.</summary>
    private const int MostTries = 5;

    private readonly List<BoundValue> bound = [];
    private readonly List<BoundValue[]> chosen = [];
    private int current;
    private int place;
    private DbDataReader? reader;
    private Type[] types = [];
    private bool countsRows;
    private int? missing;

    /// <summary>The rows at hand.</summary>
    public MySqlBuffer Buffer { get; private set; } = new();

    /// <summary>The writers of the current result's cells; empty when they are written as they are stored.</summary>
    public MySqlCell[] Cells { get; private set; } = [];

    /// <summary>The lists inside the current result's rows.</summary>
    public MySqlList[] Lists { get; private set; } = [];

    /// <summary>Whether no rows follow those at hand.</summary>
    public bool IsAtEnd { get; private set; } = true;

    /// <summary>Whether the server still has rows to send.</summary>
    public bool IsReading => reader is not null;

    /// <summary>How many rows were changed so far.</summary>
    public long Changed { get; private set; }

    /// <summary>Moves to the next result and reads its first rows; false when there is none.</summary>
    public async Task<bool> NextResultAsync(StatementLimit limit)
    {
        if (runs is [.., { Timeout: { } own }]) limit.Begins(own);
        if (runs.Any(run => run.MayChangeSession)) session.Retire();
        await DrainAsync(limit);
        while (current < runs.Count)
        {
            var script = (MySqlScript)runs[current].Prepared;
            if (place > script.Answering)
            {
                (current, place) = (current + 1, 0);
                chosen.Clear();
            }
            else if (script.Chooses(place))
            {
                await ChooseAsync(script.Statements[place], script.Statements[++place].Key!, limit);
            }
            else if (script.Answers(place))
            {
                if (await StartAnswerAsync(script, limit)) return true;
            }
            else
            {
                var counts = place == 0 && script.Script.CountsFirst;
                if (!Skips(script.Statements[place])) await ExecuteAsync(script.Statements[place], limit);
                place++;
                if (counts) return await ShowAsync([], limit);
                await DrainAsync(limit);
            }
        }

        return false;
    }

    /// <summary>Reads the next rows of the current result, in place of those at hand.</summary>
    public async Task<int> MoreAsync(StatementLimit limit)
    {
        Buffer.Clear();
        await FillAsync(limit);
        return Buffer.Rows;
    }

    /// <summary>
    /// Runs statements up to the first that returns rows, which may be none; false when no more of the script do.
    /// </summary>
    private async Task<bool> StartAnswerAsync(MySqlScript script, StatementLimit limit)
    {
        if (place == script.Answering && script.Lists.Length > 0)
        {
            if (!isReadOnly) return await ShowStableAsync(script, limit);
            Lists = await ReadListsAsync(script, [], limit);
        }

        while (reader is null && place <= script.Answering)
        {
            var statement = script.Statements[place++];
            if (!Skips(statement)) await ExecuteAsync(statement, limit);
        }

        if (reader is not null && reader.FieldCount != script.Cells.Length) throw OtherCells().AsException();
        return (reader is not null || place > script.Answering) && await ShowAsync(script.Cells, limit);
    }

    /// <summary>Of a query of the operator's, such as one of all columns of a table that has others now.</summary>
    private static Failure OtherCells() =>
        new(FailureCode.SchemaChanged, "The tables of the database have changed since the schema was read.");

    /// <summary>Rows that were chosen, and so are locked, are neither changed nor found again.</summary>
    private static Failure StoredOtherwise() =>
        new(FailureCode.ValueOutOfRange, "The key of a row is stored otherwise than it was sent.");

    /// <summary>Nothing was chosen, so nothing is done.</summary>
    private bool Skips(MySqlStatement statement) =>
        (statement.Key is not null || statement == ((MySqlScript)runs[current].Prepared).ReadsChanged)
        && chosen.Count == 0;

    private async Task<bool> ShowAsync(MySqlCell[] cells, StatementLimit limit)
    {
        Cells = cells;
        Buffer.Clear();
        await FillAsync(limit);
        return true;
    }

    /// <summary>Fills the buffer, also with the rows of the statements behind that belong to the same result.</summary>
    private async Task FillAsync(StatementLimit limit)
    {
        IsAtEnd = false;
        while (true)
        {
            while (reader is not null && Buffer.Used < PieceLength) await ReadRowAsync(limit);
            if (Buffer.Used >= PieceLength) return;
            var script = (MySqlScript)runs[current].Prepared;
            if (place > script.Answering || !script.Answers(place) || (place > 0 && !script.Answers(place - 1))) break;
            if (place == 0) break;
            var statement = script.Statements[place++];
            if (!Skips(statement)) await ExecuteAsync(statement, limit);
        }

        IsAtEnd = true;
    }

    private async Task ReadRowAsync(StatementLimit limit)
    {
        var hasRow = await MoveAsync(limit);
        limit.HasBegun();
        if (hasRow)
        {
            Buffer.Add(reader!, types);
            if (countsRows) Changed++;
            missing--;
        }
        else
        {
            await CloseAsync();
            if (missing > 0) throw StoredOtherwise().AsException();
        }
    }

    private async Task DrainAsync(StatementLimit limit)
    {
        while (reader is not null)
        {
            Buffer.Clear();
            await ReadRowAsync(limit);
        }

        Buffer.Clear();
        IsAtEnd = true;
    }

    private async Task ChooseAsync(MySqlStatement statement, IReadOnlyList<Column> key, StatementLimit limit)
    {
        var rows = await ReadWholeAsync(statement, limit);
        for (var row = 0; row < rows.Rows; row++)
            chosen.Add([.. key.Select((column, i) =>
                BoundValue.Of(Value(rows, rows[row, i], column.Type), column.Type))]);
    }

    private static object? Value(MySqlBuffer rows, MySqlCellValue cell, ColumnType type) => cell.Storage switch
    {
        MySqlStorage.Null => null,
        MySqlStorage.Integer => cell.Number,
        MySqlStorage.Real => cell.Real,
        MySqlStorage.Bytes when type.Kind == TypeKind.Bytes => rows.Bytes(cell).ToArray(),
        MySqlStorage.Bytes => Encoding.UTF8.GetString(rows.Bytes(cell)),
    };

    /// <summary>
    /// Reads the rows and the lists inside them, which belong together by their numbers, until they are twice the same:
    /// a transaction that writes has no snapshot, and what others commit in between would shift them.
    /// </summary>
    private async Task<bool> ShowStableAsync(MySqlScript script, StatementLimit limit)
    {
        var before = await ReadAllAsync(script, limit);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var after = await ReadAllAsync(script, limit);
            if (before.Zip(after, (first, second) => first.IsSameAs(second)).All(isSame => isSame))
            {
                place = script.Answering + 1;
                (Cells, Buffer, IsAtEnd) = (script.Cells, after[0], true);
                return true;
            }

            before = after;
        }

        throw new Failure(FailureCode.TransactionConflict, "Others change what is read all the time.").AsException();
    }

    private async Task<List<MySqlBuffer>> ReadAllAsync(MySqlScript script, StatementLimit limit)
    {
        var all = new List<MySqlBuffer> { await ReadWholeAsync(script.Statements[script.Answering], limit) };
        Lists = await ReadListsAsync(script, all, limit);
        return all;
    }

    /// <summary>Reads all lists inside the rows of a script to their ends.</summary>
    private async Task<MySqlList[]> ReadListsAsync(MySqlScript script, List<MySqlBuffer> all, StatementLimit limit)
    {
        var at = script.Answering;
        return await ReadAsync(script.Lists);

        async Task<MySqlList[]> ReadAsync(ListCells[] shapes)
        {
            var lists = new MySqlList[shapes.Length];
            for (var i = 0; i < shapes.Length; i++)
            {
                var rows = await ReadWholeAsync(script.Statements[++at], limit);
                all.Add(rows);
                lists[i] = new MySqlList(rows, shapes[i], await ReadAsync(shapes[i].Lists));
            }

            return lists;
        }
    }

    private async Task<MySqlBuffer> ReadWholeAsync(MySqlStatement statement, StatementLimit limit)
    {
        var rows = new MySqlBuffer();
        if (!Skips(statement)) await ExecuteAsync(statement, limit);
        while (await MoveAsync(limit)) rows.Add(reader!, types);
        await CloseAsync();
        if (missing > rows.Rows) throw StoredOtherwise().AsException();
        return rows;
    }

    private async Task ExecuteAsync(MySqlStatement statement, StatementLimit limit)
    {
        bound.Clear();
        var text = statement.Bind(runs[current].Values, chosen, bound);
        limit.Begins();
        missing = statement == ((MySqlScript)runs[current].Prepared).ReadsChanged ? chosen.Count : null;
        reader = await session.ReadAsync(text, bound, limit.Stop);
        if (reader.FieldCount > 0)
        {
            types = MySqlBuffer.TypesOf(reader);
            countsRows = statement.IsWrite;
            return;
        }

        var changed = reader.RecordsAffected;
        Changed += Math.Max(0, changed);
        limit.HasBegun();
        await CloseAsync();
        if (statement.ChangesChosen && changed < chosen.Count) throw StoredOtherwise().AsException();
    }

    /// <summary>Moves to the next row. An error of the server ends the rows and not the connection.</summary>
    private async Task<bool> MoveAsync(StatementLimit limit)
    {
        try
        {
            return reader is not null && await reader.ReadAsync(limit.Stop);
        }
        catch (DbException e) when (!MySqlFailures.EndsConnection(e))
        {
            await CloseAsync();
            throw;
        }
    }

    private async Task CloseAsync()
    {
        if (reader is not null) await reader.DisposeAsync();
        reader = null;
    }
}
