using Npgsql;
using Relata.Databases.Postgres.Sessions;
using Relata.Model.Failures;

namespace Relata.Databases.Postgres.Tests.Sessions;

/// <summary>A database that cannot be reached: what callers read, and what the operator does.</summary>
public sealed class ReachTests(SessionFixture fixture) : IClassFixture<SessionFixture>, IAsyncLifetime
{
    public ValueTask InitializeAsync() => fixture.StartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public Task A_wrong_password() => FailAsync(
        target => target.Password = "wrong",
        target => $"The server {target.Host}:{target.Port} refused the password of user \"{target.Username}\".");

    [Fact]
    public Task An_unknown_database() => FailAsync(
        target => target.Database = "nowhere",
        target => $"The server {target.Host}:{target.Port} has no database \"nowhere\".");

    [Fact]
    public Task A_port_on_which_nobody_listens() => FailAsync(
        target => target.Port = 1, target => $"Nothing answers at {target.Host}:1: the connection was refused.");

    [Fact]
    public Task An_unknown_host() => FailAsync(
        target => target.Host = "no-such-host.invalid", _ => "There is no host \"no-such-host.invalid\".");

    [Fact]
    public Task A_server_without_TLS() => FailAsync(
        target => target.SslMode = SslMode.Require,
        target => $"The server {target.Host}:{target.Port} cannot be used: SSL connection requested. "
            + "No SSL enabled connection from this host is configured.");

    private async Task FailAsync(
        Action<NpgsqlConnectionStringBuilder> change, Func<NpgsqlConnectionStringBuilder, string> line)
    {
        var target = fixture.Target;
        change(target);
        await using var sessions = new PostgresSessionSource(new PostgresPool(target, new()), new());
        var failure = await Should.ThrowAsync<FailureException>(
            () => sessions.PingAsync(TestContext.Current.CancellationToken).AsTask());
        failure.Failure.ShouldBe(new Failure(FailureCode.DatabaseUnavailable, "The database is not reachable."));
        PostgresFailures.ForOperator(failure, target).ShouldBe(line(target));
    }
}
