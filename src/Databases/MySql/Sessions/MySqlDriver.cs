using System.Data.Common;
using System.Globalization;
using MySqlConnector;

namespace Relata.Databases.MySql.Sessions;

/// <summary>The one place that names the driver; everything else speaks to the base classes of ADO.NET.</summary>
internal static class MySqlDriver
{
    /// <summary>A connection that is not open yet.</summary>
    /// <remarks>The driver's own pool is off: what is prepared on a connection is kept with it.</remarks>
    public static DbConnection Connect(MySqlAddress address, MySqlSessionOptions options) => new MySqlConnection(
        new MySqlConnectionStringBuilder
        {
            Server = address.Host,
            Port = (uint)address.Port,
            UserID = address.User,
            Password = address.Password ?? "",
            Database = address.Database,
            SslMode = address.Encryption switch
            {
                MySqlEncryption.Preferred => MySqlSslMode.Preferred,
                MySqlEncryption.Disabled => MySqlSslMode.None,
                MySqlEncryption.Required => MySqlSslMode.Required,
                MySqlEncryption.VerifyAuthority => MySqlSslMode.VerifyCA,
                MySqlEncryption.VerifyHost => MySqlSslMode.VerifyFull,
            },
            SslCa = address.Authority ?? "",
            SslCert = address.Certificate ?? "",
            SslKey = address.Key ?? "",
            Pooling = false,
            IgnorePrepare = false,
            TreatTinyAsBoolean = false,
            GuidFormat = MySqlGuidFormat.None,
            AutoEnlist = false,

            // Functions may have variables; no parameter of ours has a name.
            AllowUserVariables = true,
            AllowZeroDateTime = true,
            UseAffectedRows = false,
            DefaultCommandTimeout = 0,
            ConnectionTimeout = (uint)Math.Max(1, Math.Ceiling(options.ConnectionTimeout.TotalSeconds)),
        }.ToString());

    /// <summary>
    /// The text of a cell. Moments come as text in statements of our own, and as the driver's objects in others.
    /// </summary>
    public static string TextOf(DbDataReader row, int cell) => row.GetValue(cell) switch
    {
        MySqlDateTime { IsValidDateTime: true } moment => moment.GetDateTime().ToString(
            row.GetDataTypeName(cell) == "DATE" ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss.ffffff",
            CultureInfo.InvariantCulture),
        MySqlDateTime zeros => string.Create(
            CultureInfo.InvariantCulture, $"{zeros.Year:0000}-{zeros.Month:00}-{zeros.Day:00}"),
        TimeSpan time => string.Create(
            CultureInfo.InvariantCulture,
            $"{(time < TimeSpan.Zero ? "-" : "")}{(int)Math.Abs(time.TotalHours):00}:{time:mm\\:ss\\.ffffff}"),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture)!,
    };

    /// <summary>The state that an error names, five letters or digits; null when it names none.</summary>
    public static string? StateOf(Exception error) => (error as MySqlException)?.SqlState;

    /// <summary>The server's error; what it says while rows are read stands inside one of the driver's.</summary>
    public static Exception ErrorOf(Exception error) =>
        NumberOf(error) is null && error is DbException { InnerException: { } inner }
            && NumberOf(ErrorOf(inner)) is not null
            ? ErrorOf(inner)
            : error;

    /// <summary>The number of the server's error; null when it is none of the server's.</summary>
    public static int? NumberOf(Exception error) =>
        error is MySqlException { Number: > 0 and var number } ? number : null;
}
