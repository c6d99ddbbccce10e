using System.Data.Common;
using System.Text;
using Relata.Databases.MySql.Types;
using Relata.Execution;
using Relata.Model.Failures;
using Relata.Model.Schema;

namespace Relata.Databases.MySql.Sessions;

/// <summary>
/// What <see cref="MySqlRows"/> does on the connection's thread: every method blocks until the server has answered.
/// </summary>
/// <param name="session">Where the scripts run.</param>
/// <param name="runs">The scripts.</param>
/// <param name="begins">Whether a transaction begins before the first statement.</param>
/// <param name="isReadOnly">Whether that transaction only reads.</param>
internal sealed class MySqlRun(MySqlSession session, IReadOnlyList<ScriptRun> runs, bool begins, bool isReadOnly)
{
    /// <summary>Rows are handed over when they are so long together.</summary>
    private const int PieceLength = 32 * 1024;

    /// <summary>How often rows and lists are read again that do not fit together.</summary>
    private const int MostTries = 5;

    private readonly List<BoundValue> bound = [];
    private readonly List<BoundValue[]> chosen = [];
    private bool hasBegun = !begins;
    private int current;
    private int place;
    private DbDataReader? reader;
    private Type[] types = [];
    private bool countsRows;

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
    public bool NextResult(StatementGuard guard)
    {
        if (!hasBegun) session.Begin(isReadOnly);
        hasBegun = true;
        Drain(guard);
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
                Choose(script.Statements[place], script.Statements[++place].Key!, guard);
            }
            else if (script.Answers(place))
            {
                if (StartAnswer(script, guard)) return true;
            }
            else
            {
                var counts = place == 0 && script.Script.CountsFirst;
                if (!Skips(script.Statements[place])) Execute(script.Statements[place], guard);
                place++;
                if (counts) return Show([], guard);
                Drain(guard);
            }
        }

        return false;
    }

    /// <summary>Reads the next rows of the current result, in place of those at hand.</summary>
    public int More(StatementGuard guard)
    {
        Buffer.Clear();
        Fill(guard);
        return Buffer.Rows;
    }

    /// <summary>
    /// Runs statements up to the first that returns rows, which may be none; false when no more of the script do.
    /// </summary>
    private bool StartAnswer(MySqlScript script, StatementGuard guard)
    {
        if (place == script.Answering && script.Lists.Length > 0)
        {
            if (!isReadOnly) return ShowStable(script, guard);
            Lists = ReadLists(script, [], guard);
        }

        while (reader is null && place <= script.Answering)
        {
            var statement = script.Statements[place++];
            if (!Skips(statement)) Execute(statement, guard);
        }

        return (reader is not null || place > script.Answering) && Show(script.Cells, guard);
    }

    /// <summary>Nothing was chosen, so nothing is done.</summary>
    private bool Skips(MySqlStatement statement) => statement.Key is not null && chosen.Count == 0;

    private bool Show(MySqlCell[] cells, StatementGuard guard)
    {
        Cells = cells;
        Buffer.Clear();
        Fill(guard);
        return true;
    }

    /// <summary>Fills the buffer, also with the rows of the statements behind that belong to the same result.</summary>
    private void Fill(StatementGuard guard)
    {
        IsAtEnd = false;
        while (true)
        {
            while (reader is not null && Buffer.Used < PieceLength) ReadRow(guard);
            if (Buffer.Used >= PieceLength) return;
            var script = (MySqlScript)runs[current].Prepared;
            if (place > script.Answering || !script.Answers(place) || (place > 0 && !script.Answers(place - 1))) break;
            if (place == 0) break;
            var statement = script.Statements[place++];
            if (!Skips(statement)) Execute(statement, guard);
        }

        IsAtEnd = true;
    }

    private void ReadRow(StatementGuard guard)
    {
        var hasRow = reader!.Read();
        guard.HasBegun();
        if (hasRow)
        {
            Buffer.Add(reader, types);
            if (countsRows) Changed++;
        }
        else
        {
            Close();
        }
    }

    private void Drain(StatementGuard guard)
    {
        while (reader is not null)
        {
            Buffer.Clear();
            ReadRow(guard);
        }

        Buffer.Clear();
        IsAtEnd = true;
    }

    private void Choose(MySqlStatement statement, IReadOnlyList<Column> key, StatementGuard guard)
    {
        var rows = ReadWhole(statement, guard);
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
    private bool ShowStable(MySqlScript script, StatementGuard guard)
    {
        var before = ReadAll(script, guard);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var after = ReadAll(script, guard);
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

    private List<MySqlBuffer> ReadAll(MySqlScript script, StatementGuard guard)
    {
        var all = new List<MySqlBuffer> { ReadWhole(script.Statements[script.Answering], guard) };
        Lists = ReadLists(script, all, guard);
        return all;
    }

    /// <summary>Reads all lists inside the rows of a script to their ends.</summary>
    private MySqlList[] ReadLists(MySqlScript script, List<MySqlBuffer> all, StatementGuard guard)
    {
        var at = script.Answering;
        return Read(script.Lists);

        MySqlList[] Read(ListCells[] shapes)
        {
            var lists = new MySqlList[shapes.Length];
            for (var i = 0; i < shapes.Length; i++)
            {
                var rows = ReadWhole(script.Statements[++at], guard);
                all.Add(rows);
                lists[i] = new MySqlList(rows, shapes[i], Read(shapes[i].Lists));
            }

            return lists;
        }
    }

    private MySqlBuffer ReadWhole(MySqlStatement statement, StatementGuard guard)
    {
        var rows = new MySqlBuffer();
        if (!Skips(statement)) Execute(statement, guard);
        while (reader is not null && reader.Read()) rows.Add(reader, types);
        Close();
        return rows;
    }

    private void Execute(MySqlStatement statement, StatementGuard guard)
    {
        bound.Clear();
        var text = statement.Bind(runs[current].Values, chosen, bound);
        reader = session.Prepare(text, bound).ExecuteReader();
        if (reader.FieldCount > 0)
        {
            types = MySqlBuffer.TypesOf(reader);
            countsRows = statement.IsWrite;
            return;
        }

        Changed += Math.Max(0, reader.RecordsAffected);
        guard.HasBegun();
        Close();
    }

    private void Close()
    {
        reader?.Dispose();
        reader = null;
    }
}
