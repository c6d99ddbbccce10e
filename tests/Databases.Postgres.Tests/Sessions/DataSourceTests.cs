using Npgsql;
using Relata.Databases.Postgres.Sessions;

namespace Relata.Databases.Postgres.Tests.Sessions;

/// <summary>What the driver is told; no server is needed.</summary>
public sealed class DataSourceTests
{
    private static readonly PostgresSessionOptions Options = new()
    {
        MaxConnections = 7,
        StatementTimeout = TimeSpan.FromMilliseconds(1500),
        ConnectionTimeout = TimeSpan.FromSeconds(3),
    };

    [Fact]
    public void The_options_decide()
    {
        var settings = Create(new() { Host = "db", MinPoolSize = 50 }, Options);
        (settings.MaxPoolSize, settings.MinPoolSize, settings.Timeout, settings.CommandTimeout).ShouldBe((7, 7, 3, 7));
        settings.ApplicationName.ShouldBe("relata");
    }

    [Fact]
    public void A_name_and_a_timeout_of_the_connection_s_own_stay()
    {
        var settings = Create(new() { Host = "db", ApplicationName = "shop", Timeout = 9 }, Options);
        (settings.ApplicationName, settings.Timeout).ShouldBe(("shop", 9));
    }

    [Fact]
    public void No_limit_is_no_limit_for_the_driver_either() =>
        Create(new() { Host = "db" }, Options with { StatementTimeout = Timeout.InfiniteTimeSpan }).CommandTimeout.ShouldBe(0);

    private static NpgsqlConnectionStringBuilder Create(NpgsqlConnectionStringBuilder target, PostgresSessionOptions options)
    {
        using var source = PostgresDataSource.Create(target, options);
        return new NpgsqlConnectionStringBuilder(source.ConnectionString);
    }
}
