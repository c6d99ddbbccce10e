using System.Globalization;
using Npgsql;
using Relata.Databases.Postgres.Sessions;
using Relata.Model.Failures;

namespace Relata.Databases.Postgres;

/// <summary>Where a PostgreSQL database is and who asks.</summary>
/// <param name="Host">The host's name or address, or the folder of its Unix socket.</param>
/// <param name="Port">The port.</param>
/// <param name="User">The role.</param>
/// <param name="Password">The role's password; null when there is none.</param>
/// <param name="Database">The database's name.</param>
/// <param name="Options">
/// Further parameters by the names that libpq gives them
/// (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS), and <c>pooler</c>.
/// </param>
public sealed record PostgresAddress(
    string Host, int Port, string User, string? Password, string Database, IReadOnlyDictionary<string, string> Options)
{
    private static readonly Dictionary<string, Action<NpgsqlConnectionStringBuilder, string>> Known = new()
    {
        ["sslmode"] = static (builder, value) => builder.SslMode = Enum.Parse<SslMode>(
            value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
        ["sslrootcert"] = static (builder, value) => builder.RootCertificate = value,
        ["sslcert"] = static (builder, value) => builder.SslCertificate = value,
        ["sslkey"] = static (builder, value) => builder.SslKey = value,
        ["sslpassword"] = static (builder, value) => builder.SslPassword = value,
        ["channel_binding"] = static (builder, value) => builder.ChannelBinding = Enum.Parse<ChannelBinding>(
            value, ignoreCase: true),
        ["application_name"] = static (builder, value) => builder.ApplicationName = value,
        ["connect_timeout"] = static (builder, value) =>
            builder.Timeout = int.Parse(value, CultureInfo.InvariantCulture),
        ["options"] = static (builder, value) => builder.Options = value,
        ["pooler"] = static (_, value) => PoolerOf(value),
    };

    /// <summary>
    /// Further servers of the same database, beside the first; which of them takes writes is found out.
    /// </summary>
    public IReadOnlyList<(string Host, int Port)> OtherHosts { get; init; } = [];

    /// <summary>What stands between here and the server.</summary>
    public PostgresPooler Pooler =>
        Options.TryGetValue("pooler", out var value) ? PoolerOf(value) : PostgresPooler.Unknown;

    private IEnumerable<(string Host, int Port)> Hosts => OtherHosts.Prepend((Host, Port));

    /// <summary>The address as it may be shown: of a password only that there is one, and no options.</summary>
    public override string ToString() =>
        $"postgres://{User}{(Password is null ? "" : ":***")}@{string.Join(',', Hosts.Select(WithPort))}/{Database}";

    /// <summary>The address as Npgsql reads it.</summary>
    /// <exception cref="FailureException">An option is unknown or its value is none.</exception>
    public NpgsqlConnectionStringBuilder ToConnectionString()
    {
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = OtherHosts.Count == 0 ? Host : string.Join(',', Hosts.Select(WithPort)),
            Port = Port,
            Username = User,
            Password = Password,
            Database = Database,
            ApplicationName = "relata",
        };
        foreach (var (name, value) in Options) Apply(builder, name, value);
        return builder;
    }

    private static string WithPort((string Host, int Port) server)
    {
        var host = server.Host.Contains(':', StringComparison.Ordinal) ? $"[{server.Host}]" : server.Host;
        return string.Create(CultureInfo.InvariantCulture, $"{host}:{server.Port}");
    }

    private static PostgresPooler PoolerOf(string value) => value switch
    {
        "session" => PostgresPooler.Session,
        "transaction" => PostgresPooler.Transaction,
        _ => throw new FormatException("A pooler is session or transaction."),
    };

    private static void Apply(NpgsqlConnectionStringBuilder builder, string name, string value)
    {
        if (!Known.TryGetValue(name, out var apply))
        {
            throw new Failure(FailureCode.UnknownOption, $"The database URL has no option \"{name}\".")
            {
                Hint = NearestName.Hint(name, Known.Keys) ?? $"Known: {string.Join(", ", Known.Keys)}.",
            }.AsException();
        }

        try
        {
            apply(builder, value);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException)
        {
            throw new Failure(FailureCode.BadValue, $"The database URL's option {name} cannot be \"{value}\".")
                .AsException(e);
        }
    }
}
