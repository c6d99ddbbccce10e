using System.Data;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;
using Relata.Databases.Contract.Functions;
using Relata.Databases.Postgres.Catalog;
using Relata.Databases.Postgres.Sessions;
using Relata.Databases.Postgres.Types;
using Relata.Model.Schema;
using Relata.Planning.Plans;
using Relata.Sql;

namespace Relata.Databases.Postgres.Functions;

/// <summary>Asks the server what a query takes and answers, in a transaction of its own.</summary>
/// <param name="connection">Where the transaction is open.</param>
/// <param name="draft">The query.</param>
internal sealed partial class PostgresQuery(NpgsqlConnection connection, QueryDraft draft)
{
    /// <summary>
    /// The statement's own form stays behind it; what the server says about places counts from the start of both.
    /// </summary>
    private const string Prepare = "PREPARE relata_query AS ";

    /// <summary>Asks.</summary>
    public async ValueTask<DescribedQuery> DescribeAsync(CancellationToken stop)
    {
        var text = draft.ToText(Placeholder);
        var parameters = await AskParametersAsync(text, stop);
        if (parameters.Length != draft.Parameters.Count)
            throw new SqlRejectedException("a parameter is written :name, and not $1", draft.Pieces[0].Offset);
        var columns = await AskColumnsAsync(text, stop);
        var types = await ReadTypesAsync([.. parameters, .. columns.Select(column => column.Type)], stop);
        var cells = columns.Select(column => types.Of(new PostgresTypeUse(column.Type, -1, column.TypeName))).ToList();
        RequireDistinct(columns);
        if (cells.Exists(cell => !CellReaders.CanRead(cell))) text = await ReadableAsync(text, columns, cells, stop);
        var names = await NamesOfAsync(parameters, stop);
        ColumnType[] takes =
            [.. parameters.Select((type, i) => types.Of(new PostgresTypeUse(type, -1, names[i])))];
        var statement = new Statement(
            text, [.. takes.Select((type, i) => new StatementParameter(i, type, IsList: false))]);
        var layout = columns.Count == 0
            ? null
            : new RowLayout(cells, [.. columns.Select((column, i) => new CellField(column.Name, i))], []);
        return new DescribedQuery(new Script([statement], layout), takes);
    }

    /// <summary>
    /// A declared type is a cast, in parentheses because brackets behind it would belong to the type.
    /// </summary>
    private string Placeholder(int place) => draft.Parameters[place].Type is { } type
        ? $"({QueryDraft.Numbered(place)}::{type})"
        : QueryDraft.Numbered(place);

    private async ValueTask<uint[]> AskParametersAsync(string text, CancellationToken stop)
    {
        try
        {
            await RunAsync(Prepare + text, stop);
        }
        catch (PostgresException e) when (!PostgresFailures.MayPass(e))
        {
            var place = e.Position > 0 ? e.Position - 1 - Prepare.Length : default(int?);
            throw new SqlRejectedException(
                Named(e), place is { } at ? draft.OffsetOf(Math.Max(0, at), Placeholder) : draft.Pieces[0].Offset, e);
        }

        await using var types = new NpgsqlCommand(
            "SELECT parameter_types::oid[] FROM pg_prepared_statements WHERE name = 'relata_query'", connection);
        var found = (uint[])(await types.ExecuteScalarAsync(stop))!;
        await RunAsync("DEALLOCATE relata_query", stop);
        return found;
    }

    /// <summary>A message about <c>$1</c> means the parameter that stands there.</summary>
    private string Named(PostgresException e)
    {
        var said = Numbered().Replace(e.MessageText, match =>
            int.Parse(match.ValueSpan[1..], CultureInfo.InvariantCulture) is var number
                && number <= draft.Parameters.Count && number > 0
                ? $":{draft.Parameters[number - 1].Name}"
                : match.Value);
        return e.SqlState switch
        {
            PostgresErrorCodes.IndeterminateDatatype => $"{said}: say -- @param with its type",
            PostgresErrorCodes.UndefinedColumn when e.MessageText.Contains("\"params\"", StringComparison.Ordinal) =>
                $"{said}: a body that reads params says -- @language sql",
            _ => said,
        };
    }

    private async ValueTask<List<QueryColumn>> AskColumnsAsync(string text, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(text, connection);
        for (var i = 0; i < draft.Parameters.Count; i++)
            command.Parameters.Add(new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Unknown });
        await using var rows = await command.ExecuteReaderAsync(CommandBehavior.SchemaOnly, stop);
        return [.. Enumerable.Range(0, rows.FieldCount).Select(
            i => new QueryColumn(rows.GetName(i), rows.GetDataTypeOID(i), rows.GetDataTypeName(i)))];
    }

    private async ValueTask<PostgresColumnTypes> ReadTypesAsync(IReadOnlyList<uint> needed, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(CatalogQuery.Read("types.sql"), connection);
        command.Parameters.Add(PostgresCatalogReader.Oids([]));
        command.Parameters.Add(PostgresCatalogReader.Oids(needed));
        await using var rows = await command.ExecuteReaderAsync(stop);
        var types = new Dictionary<uint, PostgresType>();
        while (await rows.ReadAsync(stop)) types[rows.GetFieldValue<uint>(0)] = PostgresCatalogRows.TypeOf(rows);
        return new PostgresColumnTypes(types);
    }

    private async ValueTask<string[]> NamesOfAsync(uint[] types, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(
            "SELECT ARRAY(SELECT format_type(t, NULL) FROM unnest($1) WITH ORDINALITY AS u (t, n) ORDER BY n)",
            connection);
        command.Parameters.Add(PostgresCatalogReader.Oids(types));
        return (string[])(await command.ExecuteScalarAsync(stop))!;
    }

    private void RequireDistinct(List<QueryColumn> columns)
    {
        var twice = columns.GroupBy(column => column.Name).FirstOrDefault(same => same.Count() > 1);
        if (twice is not null)
        {
            throw new SqlRejectedException(
                $"two columns are called \"{twice.Key}\": name one of them by AS", draft.Pieces[0].Offset);
        }
    }

    /// <summary>Casts to text what cannot be read as it is sent; around a write nothing can stand.</summary>
    private async ValueTask<string> ReadableAsync(
        string text, List<QueryColumn> columns, List<ColumnType> cells, CancellationToken stop)
    {
        var bad = cells.FindIndex(cell => !CellReaders.CanRead(cell));
        var refusal = new SqlRejectedException(
            $"the column \"{columns[bad].Name}\" is of type {columns[bad].TypeName}: cast it to text",
            draft.Pieces[0].Offset);
        if (cells.Exists(cell => !CellReaders.CanRead(cell) && cell.Kind is not (TypeKind.Other or TypeKind.Array)))
            throw refusal;
        var list = columns.Select((column, i) =>
        {
            var name = $"\"{column.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
            if (CellReaders.CanRead(cells[i])) return name;
            return cells[i].Kind == TypeKind.Array ? $"{name}::text[] AS {name}" : $"{name}::text AS {name}";
        });
        var around = $"SELECT {string.Join(", ", list)} FROM (\n{text}\n) AS relata_query";
        try
        {
            await AskColumnsAsync(around, stop);
            return around;
        }
        catch (PostgresException e) when (!PostgresFailures.MayPass(e))
        {
            throw refusal;
        }
    }

    private async ValueTask RunAsync(string sql, CancellationToken stop)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
        await batch.ExecuteNonQueryAsync(stop);
    }

    [GeneratedRegex(@"\$\d{1,5}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Numbered();

    private readonly record struct QueryColumn(string Name, uint Type, string TypeName);
}
