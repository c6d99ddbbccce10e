using Microsoft.Data.Sqlite;
using Relata.Model.Failures;
using SQLitePCL;

namespace Relata.Databases.Sqlite.Sessions;

/// <summary>Turns SQLite's result codes (https://www.sqlite.org/rescode.html) into failures.</summary>
internal static class SqliteFailures
{
    /// <summary><c>SQLITE_READONLY_CANTINIT</c>, which the binding does not name.</summary>
    private const int ReadOnlyCannotInitialise = raw.SQLITE_READONLY | (5 << 8);

    private const string ForeignKeyMessage = "FOREIGN KEY constraint failed";

    /// <summary>A foreign key leads nowhere; SQLite does not say which.</summary>
    public static Failure ForeignKey => new(
        FailureCode.ForeignKeyViolation, "A referenced row does not exist, or the row is still referenced.");

    /// <summary>A statement does not fit the tables, or a query of all columns has others now.</summary>
    public static Failure StaleSchema => new(
        FailureCode.SchemaChanged, "The tables of the database have changed since the schema was read.");

    /// <summary>The failure that an error of SQLite is.</summary>
    public static FailureException From(SqliteException error) => Of(error).AsException(error);

    /// <summary>Whether the connection is of no use after this error.</summary>
    public static bool EndsConnection(SqliteException error) => error.SqliteErrorCode switch
    {
        raw.SQLITE_IOERR or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_CANTOPEN => true,
        raw.SQLITE_NOMEM or raw.SQLITE_MISUSE => true,
        raw.SQLITE_READONLY => NeedsWriter(error) || error.SqliteExtendedErrorCode == raw.SQLITE_READONLY_DBMOVED,
        _ => false,
    };

    /// <summary>A statement that was stopped.</summary>
    public static Failure TooSlow { get; } =
        new(FailureCode.StatementTimeout, "The statement ran longer than the configured limit.");

    /// <summary>
    /// Whether a connection that only reads met what a crashed writer left behind, which one that writes would put
    /// right.
    /// </summary>
    public static bool NeedsWriter(SqliteException error) => error.SqliteExtendedErrorCode switch
    {
        raw.SQLITE_READONLY_RECOVERY or raw.SQLITE_READONLY_ROLLBACK => true,
        raw.SQLITE_READONLY_CANTLOCK or ReadOnlyCannotInitialise => true,
        _ => false,
    };

    private static Failure Of(SqliteException error) => error.SqliteErrorCode switch
    {
        raw.SQLITE_CONSTRAINT => Constraint(error.SqliteExtendedErrorCode, MessageOf(error)),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_PROTOCOL => new(
            FailureCode.TransactionConflict, "Somebody else had the SQLite file locked for too long."),
        raw.SQLITE_READONLY when NeedsWriter(error) || error.SqliteExtendedErrorCode == raw.SQLITE_READONLY_DBMOVED =>
            Unavailable,
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => new(
            FailureCode.Forbidden, "The SQLite file may only be read."),
        raw.SQLITE_FULL => new(FailureCode.DatabaseUnavailable, "There is no room left for the SQLite file."),
        raw.SQLITE_NOTADB => new(FailureCode.DatabaseUnavailable, "The file is no SQLite database."),
        raw.SQLITE_CORRUPT => new(FailureCode.DatabaseUnavailable, "The SQLite file is damaged."),
        raw.SQLITE_CANTOPEN or raw.SQLITE_IOERR or raw.SQLITE_NOMEM or raw.SQLITE_NOLFS => Unavailable,
        raw.SQLITE_INTERRUPT => TooSlow,
        raw.SQLITE_TOOBIG => new(FailureCode.LimitExceeded, "A value is larger than SQLite can store."),
        raw.SQLITE_MISMATCH => new(FailureCode.BadValue, "A value is not of the type that its column takes."),
        raw.SQLITE_ERROR => OfText(MessageOf(error)),
        raw.SQLITE_MISUSE or raw.SQLITE_RANGE or raw.SQLITE_INTERNAL => Fault,
        _ => new(FailureCode.DatabaseRefused, "SQLite refused the statement."),
    };

    private static Failure Unavailable =>
        new(FailureCode.DatabaseUnavailable, "The SQLite file cannot be read or written at the moment.");

    private static Failure Fault => new(FailureCode.Internal, "SQLite did not accept a statement.");

    /// <summary>The general error: of our own making, except where a value was the reason.</summary>
    private static Failure OfText(string message) => message switch
    {
        "integer overflow" => new(FailureCode.ValueOutOfRange, "A computed integer does not fit into 64 bits."),
        "malformed JSON" => new(FailureCode.DatabaseRefused, "A stored value that should be JSON is none."),
        _ when IsPath(message) => new(
            FailureCode.BadValue, "A value that should be a path into JSON is none."),
        _ when IsStale(message) => StaleSchema,
        "LIKE or GLOB pattern too complex" => new(FailureCode.LimitExceeded, "The pattern is too long for SQLite."),
        _ => Fault,
    };

    /// <summary>Said since SQLite 3.45, and before.</summary>
    private static bool IsPath(string message) =>
        message.StartsWith("bad JSON path: ", StringComparison.Ordinal)
        || message.StartsWith("JSON path error near ", StringComparison.Ordinal);

    private static bool IsStale(string message) =>
        message.StartsWith("no such column: ", StringComparison.Ordinal)
        || message.StartsWith("no such table: ", StringComparison.Ordinal)
        || message.Contains(" has no column named ", StringComparison.Ordinal);

    private static Failure Constraint(int code, string message) => code switch
    {
        raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY or raw.SQLITE_CONSTRAINT_ROWID => new(
            FailureCode.UniqueViolation, SqliteConstraintText.Unique(message)),
        raw.SQLITE_CONSTRAINT_NOTNULL => new(FailureCode.NotNullViolation, SqliteConstraintText.NotNull(message)),
        raw.SQLITE_CONSTRAINT_CHECK => new(FailureCode.CheckViolation, SqliteConstraintText.Check(message)),
        raw.SQLITE_CONSTRAINT_FOREIGNKEY => ForeignKey,
        // ON DELETE RESTRICT is a trigger inside SQLite and reports itself as one.
        raw.SQLITE_CONSTRAINT_TRIGGER when message == ForeignKeyMessage => ForeignKey,
        // The text of a RAISE is written by the schema's owner for whoever writes the row.
        raw.SQLITE_CONSTRAINT_TRIGGER => new(FailureCode.CheckViolation, message),
        _ => new(FailureCode.CheckViolation, "A constraint refuses the row."),
    };

    /// <summary>SQLite's own words; the driver wraps them as <c>SQLite Error 19: '…'.</c></summary>
    public static string MessageOf(SqliteException error)
    {
        var (message, wrapping) = (error.Message, $"SQLite Error {error.SqliteErrorCode}: '");
        var isWrapped = message.StartsWith(wrapping, StringComparison.Ordinal);
        return isWrapped && message.EndsWith("'.", StringComparison.Ordinal) ? message[wrapping.Length..^2] : message;
    }
}
