using System.Globalization;
using System.Net.Sockets;
using Npgsql;
using Relata.Databases.Postgres.Sessions;
using Relata.Databases.Postgres.Tests.Sessions;
using Relata.Databases.Postgres.Wire;
using Relata.Support;

namespace Relata.Databases.Postgres.Tests.Wire;

/// <summary>Connections that are not the driver's, to the server that all tests share.</summary>
public sealed class StartTests(SessionFixture fixture) : IClassFixture<SessionFixture>, IAsyncLifetime
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => fixture.StartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_session_has_the_settings_that_were_asked_for()
    {
        var settings = fixture.Target;
        settings.ApplicationName = "grüße";
        settings.SearchPath = "pg_catalog, site";
        settings.Timezone = "UTC";
        settings.Options = "-c work_mem=5MB";
        await using var link = await OpenAsync(settings);
        (await link.ScalarAsync("SELECT current_user || ',' || current_database()", Stop))
            .ShouldBe($"{settings.Username},{settings.Database}");
        foreach (var (name, value) in new[]
        {
            ("search_path", "pg_catalog, site"), ("TimeZone", "UTC"), ("client_encoding", "UTF8"),
            ("work_mem", "5MB"), ("default_transaction_read_only", "on"),
        })
        {
            (await link.ScalarAsync($"SHOW {name}", Stop)).ShouldBe(value);
        }

        link.Parameters["server_encoding"].ShouldBe("UTF8");
        (await link.ScalarAsync("SELECT pg_backend_pid()", Stop))
            .ShouldBe(link.Process.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task What_a_session_does_is_cancelled_and_the_session_lives_on()
    {
        await using var link = await OpenAsync(fixture.Target);
        var sleep = link.AskAsync("SELECT pg_sleep(600)", Stop);
        var isAsleep = $"SELECT 1 FROM pg_stat_activity WHERE pid = {link.Process} AND wait_event = 'PgSleep'";
        await Poll.UntilAsync(
            async () => await fixture.Database.ScalarAsync(isAsleep, Stop) is not null, stop: Stop);
        await link.CancelAsync(Stop);
        var error = (await sleep).Single(message => message.Type == 'E').Body;
        WireErrors.Read(error).SqlState.ShouldBe(PostgresErrorCodes.QueryCanceled);
        (await link.ScalarAsync("SELECT 7", Stop)).ShouldBe("7");
    }

    [Fact]
    public async Task The_server_learns_that_a_session_has_ended()
    {
        var link = await OpenAsync(fixture.Target);
        await link.DisposeAsync();
        await link.DisposeAsync();
        await Poll.UntilAsync(async () => await fixture.Database.ScalarAsync(
            $"SELECT 1 FROM pg_stat_activity WHERE pid = {link.Process}", Stop) is null, stop: Stop);
    }

    [Fact]
    public async Task A_wrong_password_is_what_the_server_calls_it()
    {
        var settings = fixture.Target;
        settings.Password = "wrong";
        var error = await Should.ThrowAsync<PostgresException>(() => OpenAsync(settings));
        error.SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
        PostgresFailures.ForOperator(error, settings).ShouldContain("refused the password");
    }

    [Fact]
    public async Task An_unknown_database_is_what_the_server_calls_it()
    {
        var settings = fixture.Target;
        settings.Database = "nowhere";
        var error = await Should.ThrowAsync<PostgresException>(() => OpenAsync(settings));
        error.SqlState.ShouldBe(PostgresErrorCodes.InvalidCatalogName);
    }

    [Fact]
    public async Task A_port_on_which_nobody_listens_is_refused()
    {
        var settings = fixture.Target;
        settings.Port = 1;
        var error = await Should.ThrowAsync<SocketException>(() => OpenAsync(settings));
        error.SocketErrorCode.ShouldBe(SocketError.ConnectionRefused);
    }

    [Fact]
    public async Task Who_gives_up_is_told_so()
    {
        using var given = new CancellationTokenSource();
        await given.CancelAsync();
        var error = await Should.ThrowAsync<OperationCanceledException>(
            () => WireStart.OpenAsync(WireTarget.From(fixture.Target)!, given.Token).AsTask());
        error.CancellationToken.IsCancellationRequested.ShouldBeTrue();
    }

    private static Task<WireLink> OpenAsync(NpgsqlConnectionStringBuilder settings) =>
        WireStart.OpenAsync(WireTarget.From(settings).ShouldNotBeNull(), Stop).AsTask();
}
