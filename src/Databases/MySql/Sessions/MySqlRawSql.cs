using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Relata.Databases.MySql.Sql;
using Relata.Databases.MySql.Types;
using Relata.Execution;
using Relata.Model.Failures;
using Relata.Model.Requests;

namespace Relata.Databases.MySql.Sessions;

/// <summary>Runs statements that callers wrote, each on a connection that is closed behind it.</summary>
/// <param name="pool">Lends the connections.</param>
internal sealed class MySqlRawSql(MySqlPool pool) : IRawSql
{
    /// <inheritdoc/>
    public async ValueTask<T> RunAsync<T>(
        RawSql statement, long mostRows, Func<IReadOnlyList<string>, Rows, CancellationToken, ValueTask<T>> read,
        CancellationToken stop)
    {
        var text = statement.ToText(_ => "?");
        OneStatement.Require(text, statement.Arguments.Count);
        var values = statement.Arguments.Select(ValueOf).ToArray();
        var (session, _) = await pool.RentAsync(BeginAsync, stop);
        session.Retire();
        try
        {
            var (names, rows) = await session.DoAsync(
                limit => RunAsync(session, text, values, mostRows, limit), stop);
            var result = await read(names, rows, stop);
            await session.DoAsync(limit => EndAsync(session, commits: true, limit), stop);
            return result;
        }
        finally
        {
            await RollBackAsync(session);
            pool.Return(session);
        }
    }

    /// <summary>Rows beyond the most, or of more bytes, are left, and with them the connection.</summary>
    private static async Task<(string[] Names, MySqlRawRows Rows)> RunAsync(
        MySqlSession session, string text, BoundValue[] values, long mostRows, StatementLimit limit)
    {
        var reader = await session.ReadRawAsync(text, values, limit.Stop);
        string[] names = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        var rows = new List<object[]>();
        var bytes = 0L;
        while (names.Length > 0 && IsWithin() && await reader.ReadAsync(limit.Stop))
        {
            var row = new object[names.Length];
            for (var i = 0; i < row.Length; i++) row[i] = CellOf(reader, i);
            rows.Add(row);
            bytes += row.Sum(LeastBytesOf);
        }

        if (!IsWithin()) session.Abandon();
        else await reader.DisposeAsync();
        return (names, new MySqlRawRows(rows));

        bool IsWithin() => rows.Count <= mostRows && bytes <= IRawSql.MostBytes;
    }

    /// <summary>So many bytes a cell is answered in at least; whoever writes the rows refuses too many.</summary>
    private static long LeastBytesOf(object cell) => cell switch
    {
        string text => text.Length,
        byte[] bytes => bytes.Length,
        _ => 0,
    };

    private static object CellOf(DbDataReader reader, int cell)
    {
        if (reader.IsDBNull(cell)) return DBNull.Value;
        return reader.GetDataTypeName(cell).ToUpperInvariant() switch
        {
            "DATE" => MomentOf(reader, cell, "yyyy-MM-dd"),
            "DATETIME" => MomentOf(reader, cell, "yyyy-MM-ddTHH:mm:ss.FFFFFF"),
            "TIMESTAMP" => MomentOf(reader, cell, "yyyy-MM-ddTHH:mm:ss.FFFFFF'Z'"),
            _ => reader.GetValue(cell),
        };
    }

    private static string MomentOf(DbDataReader reader, int cell, string format) =>
        reader.GetDateTime(cell).ToString(format, CultureInfo.InvariantCulture);

    private static BoundValue ValueOf(JsonElement argument) => argument.ValueKind switch
    {
        JsonValueKind.Null => new BoundValue(DbType.String, DBNull.Value),
        JsonValueKind.True => new BoundValue(DbType.Int64, 1L),
        JsonValueKind.False => new BoundValue(DbType.Int64, 0L),
        JsonValueKind.Number when argument.TryGetInt64(out var integer) => new BoundValue(DbType.Int64, integer),
        JsonValueKind.Number when argument.TryGetDecimal(out var number) => new BoundValue(DbType.Decimal, number),
        JsonValueKind.Number => new BoundValue(DbType.Double, argument.GetDouble()),
        JsonValueKind.String => new BoundValue(DbType.String, argument.GetString()!),
        _ => new BoundValue(DbType.String, argument.GetRawText()),
    };

    private static async Task<bool> BeginAsync(MySqlSession session, StatementLimit limit)
    {
        await session.BeginAsync(isReadOnly: false, limit.Stop);
        return true;
    }

    private static async Task<bool> EndAsync(MySqlSession session, bool commits, StatementLimit limit)
    {
        await session.EndAsync(commits, limit.Stop);
        return true;
    }

    private static async ValueTask RollBackAsync(MySqlSession session)
    {
        try
        {
            if (session is { IsInTransaction: true, IsBroken: false })
                await session.DoAsync(limit => EndAsync(session, commits: false, limit), CancellationToken.None);
        }
        catch (FailureException)
        {
            // The connection is closed, and with it the transaction ends.
        }
    }
}
