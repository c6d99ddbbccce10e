using System.Globalization;
using Npgsql;
using Relata.Databases.Postgres.Types;
using Relata.Model.Failures;

namespace Relata.Databases.Postgres.Sessions;

/// <summary>Which failure an error of the server is, by its code (manual, appendix "PostgreSQL Error Codes").</summary>
/// <remarks>
/// The server's own sentences hold values and are translated, so callers get others; but what a <c>RAISE</c> says was
/// written by the schema's owner for those who call, and is passed on.
/// </remarks>
internal static class SqlStates
{
    /// <summary>Where PostGIS raises what its library complains of, always as an internal error.</summary>
    private const string FileOfPostGis = "lwgeom_pg.c";

    /// <summary>The server's function that executes <c>RAISE</c>.</summary>
    private const string Raise = "exec_stmt_raise";

    /// <summary>
    /// What the server says, in no other language, when a function went between the reading of a statement and its
    /// execution.
    /// </summary>
    private const string FunctionIsGone = "cache lookup failed for function";

    /// <summary>The server's function in which it holds new rows against views and policies.</summary>
    private const string PolicyCheck = "ExecWithCheckOptions";

    /// <summary>A statement that was stopped.</summary>
    public static Failure TooSlow { get; } =
        new(FailureCode.StatementTimeout, "The statement ran longer than the configured limit.");

    /// <summary>The failure that an error is.</summary>
    public static Failure FailureOf(PostgresException error)
    {
        var failure = OfState(error) ?? OfClass(error.SqlState);
        if (failure.Code == FailureCode.Raised || !IsRaised(error)) return failure;

        // What it says is meant, and neither a fault of the statement nor a change of the tables.
        var code = failure.Code is FailureCode.Internal or FailureCode.NotApplicable or FailureCode.SchemaChanged
            or FailureCode.GeneratedColumn
            ? FailureCode.DatabaseRefused
            : failure.Code;
        return new Failure(code, error.MessageText) { Hint = error.Hint };
    }

    /// <summary>Whether an error was raised by <c>RAISE</c>, whatever its code.</summary>
    public static bool IsRaised(PostgresException error) => error.Routine == Raise;

    /// <summary>Whether an error says that an operation does not fit the types at hand.</summary>
    public static bool IsAboutTypes(string state) =>
        state is "42883" or "42809" or "42725" or "42804" or "42846" or "42P08" or "42P18" or "42P22";

    /// <summary>
    /// Whether an error may have its reason in a standby: it only reads, gives statements up that are in the way of
    /// what it has to follow, and has yet to hear of the newest tables.
    /// </summary>
    public static bool MayBeOfStandby(string state) =>
        state is "25006" or "40001" or "40P01" or "55P03" or "42P01" or "42703" or "42704" or "3F000";

    private static Failure? OfState(PostgresException error) => error.SqlState switch
    {
        "23505" => new(FailureCode.UniqueViolation, $"A row with the same key exists: {Constraint(error)}."),
        "23503" or "23001" => new(
            FailureCode.ForeignKeyViolation,
            $"A referenced row does not exist, or the row is still referenced: {Constraint(error)}."),
        "23502" => new(FailureCode.NotNullViolation, NotNull(error)),
        "23514" => new(FailureCode.CheckViolation, Check(error)),
        "23P01" => new(FailureCode.ExclusionViolation, $"The row excludes another: {Constraint(error)}."),
        "22001" => new(FailureCode.ValueOutOfRange, "A text is longer than its column allows."),
        "22003" or "22008" or "22015" or "54000" => new(
            FailureCode.ValueOutOfRange, "A value is out of its type's range."),
        "22012" or "2201E" or "2201F" => new(
            FailureCode.DatabaseRefused, "The database cannot compute a value, such as a division by zero."),
        "2201B" => new(FailureCode.BadValue, "The regular expression is malformed."),
        "22025" or "22019" or "2200B" or "2200C" or "2200D" => new(
            FailureCode.BadValue, "The pattern ends within an escape or escapes wrongly."),
        var state when IsAboutTypes(state) => new(
            FailureCode.NotApplicable, "The database has no such operation for the types of the columns and values."),
        "0A000" when PreparedPlans.AreStale(error) => new(
            FailureCode.SchemaChanged, "A table was changed at the same time."),
        "0A000" or "55000" => new(
            FailureCode.NotApplicable, "The database cannot do that with this table, view or column."),
        "42501" when error.Routine == PolicyCheck => new(
            FailureCode.Forbidden, "A policy of the table does not let such a row be stored."),
        "42501" => new(FailureCode.Forbidden, "The database's role is not allowed to do that."),
        "25006" => new(FailureCode.Forbidden, "The database may only be read."),
        "42P01" or "42703" or "42704" or "3F000" or "42P10" => StaleSchema.Failure,
        "428C9" => new(FailureCode.GeneratedColumn, "Only the database fills the column."),
        "44000" => new(FailureCode.CheckViolation, "The view would not show the row."),
        "54001" => new(FailureCode.LimitExceeded, "The statement is too complex for the database."),
        "57014" or "55P03" or "25P04" => TooSlow,
        "55006" => new(FailureCode.DatabaseRefused, "The database is using the object otherwise."),
        "XX000" when error.File == FileOfPostGis =>
            new(FailureCode.BadValue, "PostGIS does not take a value for a place."),
        "25P03" or "3D000" or "HV00N" => Unreachable,
        "XX000" when error.MessageText.StartsWith(FunctionIsGone, StringComparison.Ordinal) => new(
            FailureCode.SchemaChanged, "A function was replaced at the same time."),
        ['P', 'T', .. var status] when StatusIn(status) is { } own => new(FailureCode.Raised, error.MessageText)
        {
            OwnStatus = own,
            Hint = error.Hint,
        },
        _ => null,
    };

    /// <summary>The status in a code such as <c>PT404</c>, as PostgREST has it; null when it says no "no".</summary>
    private static int? StatusIn(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            && status is >= 400 and < 600
            ? status
            : null;

    /// <summary>The first two characters of a code are its class.</summary>
    private static Failure OfClass(string state) => state[..2] switch
    {
        "22" => new(FailureCode.BadValue, "A value is none of its column's type."),
        "23" => new(FailureCode.CheckViolation, "A constraint refuses the row."),
        "40" => new(FailureCode.TransactionConflict, "Another transaction changed the same rows at the same time."),
        "08" or "28" or "53" or "57" => Unreachable,
        "P0" or "09" or "21" or "27" or "2F" or "38" or "39" => new(
            FailureCode.DatabaseRefused, "The database refused the statement."),
        _ => new(FailureCode.Internal, "The database did not accept a statement."),
    };

    private static Failure Unreachable => new(FailureCode.DatabaseUnavailable, "The database is not available.");

    private static string Constraint(PostgresException error) => (error.ConstraintName, error.TableName) switch
    {
        ({ } constraint, { } table) => $"constraint \"{constraint}\" of table \"{table}\"",
        ({ } constraint, null) => $"constraint \"{constraint}\"",
        (null, { } table) => $"table \"{table}\"",
        (null, null) => "a constraint of the database",
    };

    private static string Check(PostgresException error) => error.DataTypeName is { } domain
        ? $"A value is refused: {Constraint(error)} of type \"{domain}\"."
        : $"The row is refused: {Constraint(error)}.";

    private static string NotNull(PostgresException error) => (error.ColumnName, error.DataTypeName) switch
    {
        ({ } column, _) => $"Column \"{column}\" of table \"{error.TableName}\" must have a value.",
        (null, { } domain) => $"A column of type \"{domain}\" must have a value.",
        (null, null) => "A column that must have a value got none.",
    };
}
