using Relata.Model.Failures;
using Relata.Model.Schema;
using Relata.Sql;
using SQLitePCL;

namespace Relata.Databases.Sqlite.Types;

/// <summary>Binds a plan's values; each method answers SQLite's result code.</summary>
internal static class SqliteValues
{
    /// <summary>Binds one value to the parameter at a place, the first being 1.</summary>
    public static int Bind(
        sqlite3_stmt statement, int place, StatementParameter parameter, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        IReadOnlyList<object?> list when parameter.IsList =>
            raw.sqlite3_bind_text(statement, place, SqliteLists.ToJson(list, parameter.Type)),
        bool truth => raw.sqlite3_bind_int64(statement, place, truth ? 1 : 0),
        long integer => raw.sqlite3_bind_int64(statement, place, integer),
        double real => raw.sqlite3_bind_double(statement, place, Storable(real)),
        string digits when parameter.Type.Kind == TypeKind.Decimal =>
            Bind(statement, place, SqliteDecimal.Read(digits, parameter.Type)),
        string text => raw.sqlite3_bind_text(statement, place, text),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        _ => throw NotBindable(value),
    };

    /// <summary>A double that SQLite stores: it would make NULL of a NaN.</summary>
    public static double Storable(double real) => double.IsNaN(real)
        ? throw new Failure(FailureCode.ValueOutOfRange, "SQLite cannot store NaN.").AsException()
        : real;

    /// <summary>A value of a type that no plan has.</summary>
    public static FailureException NotBindable(object value) =>
        new Failure(FailureCode.Internal, $"A value of type {value.GetType().Name} cannot be bound.").AsException();

    private static int Bind(sqlite3_stmt statement, int place, SqliteDecimal value) => value.Whole is { } whole
        ? raw.sqlite3_bind_int64(statement, place, whole)
        : raw.sqlite3_bind_double(statement, place, value.Real);
}
