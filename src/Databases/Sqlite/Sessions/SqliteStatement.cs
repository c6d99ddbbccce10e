using System.Globalization;
using Relata.Databases.Sqlite.Types;
using Relata.Model.Failures;
using Relata.Sql;
using SQLitePCL;

namespace Relata.Databases.Sqlite.Sessions;

/// <summary>A prepared statement of one connection, used again and again for the same text.</summary>
internal sealed class SqliteStatement : IDisposable
{
    /// <summary>For each of SQLite's parameters in its order, which <c>$n</c> it is, from 0.</summary>
    private readonly int[] placeholders;

    /// <summary>Takes over what SQLite prepared.</summary>
    public SqliteStatement(string text, sqlite3_stmt handle)
    {
        (Text, Handle) = (text, handle);
        Writes = raw.sqlite3_stmt_readonly(handle) == 0;
        placeholders = new int[raw.sqlite3_bind_parameter_count(handle)];
        for (var i = 0; i < placeholders.Length; i++)
            placeholders[i] = PlaceOf(raw.sqlite3_bind_parameter_name(handle, i + 1).utf8_to_string(), i);
    }

    /// <summary>The SQL.</summary>
    public string Text { get; }

    /// <summary>SQLite's own object.</summary>
    public sqlite3_stmt Handle { get; }

    /// <summary>
    /// How many cells a row has; 0 when the statement returns no rows. A statement that SQLite prepares anew by itself,
    /// because a table has changed, can have others than before.
    /// </summary>
    public int Columns => raw.sqlite3_column_count(Handle);

    /// <summary>Whether it changes the database itself; BEGIN and COMMIT do not.</summary>
    public bool Writes { get; }

    /// <summary>How many values it needs.</summary>
    public int Values => placeholders.Length == 0 ? 0 : placeholders.Max() + 1;

    /// <summary>The name of a cell.</summary>
    public string NameOf(int cell) => raw.sqlite3_column_name(Handle, cell).utf8_to_string();

    /// <summary>What the column was declared as from which a cell comes; empty where it comes from none.</summary>
    public string DeclaredOf(int cell) => raw.sqlite3_column_decltype(Handle, cell).utf8_to_string() ?? "";

    /// <summary>Binds the values of one run; answers SQLite's result code.</summary>
    public int Bind(IReadOnlyList<StatementParameter> parameters, IReadOnlyList<object?> values)
    {
        for (var i = 0; i < placeholders.Length; i++)
        {
            if (placeholders[i] >= parameters.Count) throw Unbound(placeholders[i] + 1);
            var parameter = parameters[placeholders[i]];
            var code = SqliteValues.Bind(Handle, i + 1, parameter, parameter.In(values));
            if (code != raw.SQLITE_OK) return code;
        }

        return raw.SQLITE_OK;
    }

    /// <summary>Ends the run and lets go of its values.</summary>
    public void Finish()
    {
        // The code repeats that of the last step, which was answered there.
        _ = raw.sqlite3_reset(Handle);
        if (placeholders.Length > 0) _ = raw.sqlite3_clear_bindings(Handle);
    }

    public void Dispose() => Handle.Dispose();

    /// <summary>In statements of callers a placeholder can also be <c>?</c>, with or without its number.</summary>
    private static int PlaceOf(string? name, int order) =>
        name is null ? order
        : name is ['$' or '?', .. var digits]
            && int.TryParse(digits, CultureInfo.InvariantCulture, out var place) && place > 0
            ? place - 1
            : throw new Failure(FailureCode.Internal, "A statement has a placeholder that is not numbered.")
                .AsException();

    private static FailureException Unbound(int place) =>
        new Failure(FailureCode.Internal, $"A statement has a placeholder ${place} without a value.").AsException();
}
