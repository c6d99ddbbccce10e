using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using Relata.Model.Failures;

namespace Relata.Databases.MySql.Sessions;

/// <summary>
/// Turns errors of MariaDB, by their numbers (https://mariadb.com/kb/en/mariadb-error-codes/), into failures. Its own
/// sentences hold values and SQL, so callers get others; but what a <c>SIGNAL</c> says was written by the schema's
/// owner for those who call.
/// </summary>
internal static class MySqlFailures
{
    /// <summary>A statement that was stopped.</summary>
    public static Failure TooSlow { get; } =
        new(FailureCode.StatementTimeout, "The statement ran longer than the configured limit.");

    /// <summary>A connection that was lost when the changes were to be stored.</summary>
    public static Failure CommitIsUnknown { get; } = new(
        FailureCode.DatabaseUnavailable,
        "The connection to the database was lost, and whether the changes were stored is not known.");

    private static Failure Unavailable { get; } =
        new(FailureCode.DatabaseUnavailable, "The database is not available.");

    /// <summary>The failure that an error is.</summary>
    public static FailureException From(Exception error)
    {
        var cause = MySqlDriver.ErrorOf(error);
        return Of(MySqlDriver.NumberOf(cause), cause).AsException(error);
    }

    /// <summary>Whether the connection is of no use after this error, as after all that are not the server's.</summary>
    public static bool EndsConnection(Exception error) => MySqlDriver.NumberOf(MySqlDriver.ErrorOf(error)) switch
    {
        null or 1042 or 1053 or 1152 or 1158 or 1159 or 1160 or 1161 or 1184 or 1927 or 4031 => true,
        _ => false,
    };

    private static Failure Of(int? number, Exception error) => number switch
    {
        null => error is DbException ? Unavailable : OfDriver(error),
        1062 or 1586 => new(FailureCode.UniqueViolation, MySqlErrorText.Unique(error.Message)),

        // What an upsert does with a row that meets another key than the one it names: see Sql/InsertNodes.
        1242 => new(FailureCode.UniqueViolation, "A row with the same value in another unique key exists."),
        1216 or 1217 or 1451 or 1452 => new(
            FailureCode.ForeignKeyViolation,
            "A referenced row does not exist, or the row is still referenced: "
                + $"{MySqlErrorText.ForeignKey(error.Message)}."),
        1048 or 1364 or 1263 => new(FailureCode.NotNullViolation, MySqlErrorText.NotNull(error.Message)),
        4025 => new(FailureCode.CheckViolation, MySqlErrorText.Check(error.Message)),
        1369 => new(FailureCode.CheckViolation, "The view would not show the row."),
        1644 when StatusIn(MySqlDriver.StateOf(error)) is { } own => new(FailureCode.Raised, error.Message)
        {
            OwnStatus = own,
        },
        1644 => new(FailureCode.CheckViolation, error.Message),
        1406 => new(FailureCode.ValueOutOfRange, "A text is longer than its column allows."),
        1264 or 1292 or 1690 or 1441 => new(FailureCode.ValueOutOfRange, "A value is out of its type's range."),
        1366 or 1265 or 1411 or 3140 or 1416 or 4038 or 1367 => new(
            FailureCode.BadValue, "A value is none of its column's type."),

        // A comparison; what cannot be stored is 1366.
        1267 or 1270 or 1271 or 3988 => new(
            FailureCode.BadValue, "A text holds a character that its column's character set does not have."),
        1139 => new(FailureCode.BadValue, "The regular expression is malformed."),
        1365 => new(FailureCode.DatabaseRefused, "The database cannot compute a value, such as a division by zero."),
        1213 or 1205 or 1020 => new(
            FailureCode.TransactionConflict, "Another transaction changed the same rows at the same time."),
        1317 or 1969 or 3024 => TooSlow,
        1044 or 1142 or 1143 or 1227 or 1370 or 1288 or 1471 or 1348 => new(
            FailureCode.Forbidden, "The database's user is not allowed to do that."),
        1290 or 1792 or 1836 => new(FailureCode.Forbidden, "The database may only be read."),
        1054 or 1146 or 1051 or 1356 or 1049 or 1412 or 1615 => new(
            FailureCode.SchemaChanged, "The tables of the database have changed since the schema was read."),
        1906 or 3105 => new(FailureCode.GeneratedColumn, "Only the database fills the column."),
        1153 or 1436 or 1390 or 1038 => new(FailureCode.LimitExceeded, "The statement is too large for the database."),
        1040 or 1042 or 1045 or 1129 or 1203 or 1226 or 1053 or 1152 or 1158 or 1159 or 1160 or 1161 or 1184 or 1927
            or 4031 or 1114
            or 1021 or 1037 or 1041 or 1698 => Unavailable,
        1442 or 1305 or 1418 or 1422 => new(FailureCode.DatabaseRefused, "The database refused the statement."),
        _ => new(FailureCode.Internal, "The database did not accept a statement."),
    };

    /// <summary>The status in a state such as <c>PT404</c>; null when it says no "no".</summary>
    private static int? StatusIn(string? state) =>
        state is ['P', 'T', .. var digits]
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var status)
        && status is >= 400 and < 600
            ? status
            : null;

    /// <summary>What the driver itself cannot do; it tells of a lost connection in many ways.</summary>
    private static Failure OfDriver(Exception error) =>
        error is IOException or SocketException or InvalidOperationException or TimeoutException
            or OperationCanceledException
        ? Unavailable
        : new Failure(FailureCode.Internal, "The database's answer was not understood.");
}
