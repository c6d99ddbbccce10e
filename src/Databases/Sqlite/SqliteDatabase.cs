using System.Collections.Frozen;
using Microsoft.Data.Sqlite;
using Relata.Databases.Contract;
using Relata.Databases.Sqlite.Catalog;
using Relata.Databases.Sqlite.Functions;
using Relata.Databases.Sqlite.Sessions;
using Relata.Databases.Sqlite.Sql;
using Relata.Model.Expressions;
using Relata.Model.Schema;
using Relata.Planning;
using Relata.Sql;
using Relata.Sql.Rewrites;

namespace Relata.Databases.Sqlite;

/// <summary>A SQLite file as a database to serve.</summary>
public static class SqliteDatabase
{
    /// <summary>SQLite's default for SQLITE_MAX_VARIABLE_NUMBER (https://www.sqlite.org/limits.html).</summary>
    private const int MaxParameters = 32_766;

    /// <summary>
    /// In double quotes, a name that no column has is a string to SQLite (https://www.sqlite.org/quirks.html#dblquote):
    /// after a column was dropped, a filter on it would compare two strings, and a delete might take every row. In
    /// backticks it is an error.
    /// </summary>
    public const char Quote = '`';

    /// <summary>The functions that its connections register.</summary>
    public static FrozenSet<Function> Functions { get; } = FrozenSet.Create(
        Function.Date, Function.Time, Function.Year, Function.IsoYear, Function.Quarter, Function.Month, Function.Week,
        Function.Day, Function.WeekDay, Function.IsoWeekDay, Function.Hour, Function.Minute, Function.Second,
        Function.HasAnyKeys, Function.HasKeys,
        Function.ContainedBy);

    /// <summary>The kinds of columns that can contain values: there are no arrays or ranges.</summary>
    public static FrozenSet<TypeKind> Containers { get; } = FrozenSet.Create(TypeKind.Json);

    /// <summary>What SQLite says otherwise than the standard, in the order in which it is replaced.</summary>
    public static IReadOnlyList<SqlRewrite> Rewrites { get; } = [new ListsAsStatements(), new SqliteSpelling()];

    /// <summary>Makes it; nothing is opened yet.</summary>
    /// <param name="path">The file, which must exist when it is used.</param>
    /// <param name="options">How many connections it gets and how long anything may take.</param>
    /// <param name="time">The clock.</param>
    public static Database Create(string path, SqliteSessionOptions options, TimeProvider time) =>
        Over(path, new SqliteSessionSource(path, options, time), options, time);

    private static Database Over(
        string path, SqliteSessionSource sessions, SqliteSessionOptions options, TimeProvider time) => new()
    {
        Capabilities = new Capabilities
        {
            Database = "SQLite",
            Containers = Containers,
            Functions = Functions,
            Extensions = FrozenDictionary<Function, string>.Empty,
            Estimates = false,
            Callers = false,
            MaxParameters = MaxParameters,
        },
        Catalog = new SqliteCatalogReader(ReadOnly(path)),
        Watch = new SqliteSchemaWatch(ReadOnly(path), time),
        Compiler = new SqlCompiler(Rewrites, Quote),
        Sessions = sessions,
        Raw = new SqliteRawSql(sessions, options, time),
        Functions = new SqliteFunctionFiles(sessions),
        Explain = static failure => failure.Message,
    };

    private static string ReadOnly(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadOnly,
        Pooling = false,
    }.ToString();
}
