using System.Security.Authentication;
using Npgsql;
using Relata.Databases.Postgres.Wire;
using Relata.Support;

namespace Relata.Databases.Postgres.Tests.Wire;

/// <summary>Who is admitted by a server, how, and over what.</summary>
public sealed class AdmissionTests(AdmissionServer server) : IClassFixture<AdmissionServer>, IAsyncLifetime
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => server.StartAsync(Stop);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("trusted", SslMode.Disable, false)]
    [InlineData("trusted", SslMode.Prefer, true)]
    [InlineData("trusted", SslMode.Require, true)]
    [InlineData("hashed", SslMode.Disable, false)]
    [InlineData("hashed", SslMode.Prefer, true)]
    [InlineData("spoken", SslMode.Prefer, true)]
    [InlineData("proved", SslMode.Disable, false)]
    [InlineData("proved", SslMode.Allow, false)]
    [InlineData("proved", SslMode.Prefer, true)]
    [InlineData("proved", SslMode.Require, true)]
    [InlineData("hidden", SslMode.Allow, true)]
    [InlineData("hidden", SslMode.Prefer, true)]
    [InlineData("bare", SslMode.Allow, false)]
    [InlineData("bare", SslMode.Prefer, false)]
    public async Task A_role_is_admitted(string role, SslMode mode, bool isEncrypted)
    {
        await using var link = await OpenAsync(server.As(role, mode));
        link.IsEncrypted.ShouldBe(isEncrypted);
        (await link.ScalarAsync("SELECT ssl FROM admission", Stop)).ShouldBe(isEncrypted ? "t" : "f");
    }

    [Theory]
    [InlineData("hidden", SslMode.Disable)]
    [InlineData("bare", SslMode.Require)]
    [InlineData("rejected", SslMode.Prefer)]
    [InlineData("unknown", SslMode.Prefer)]
    [InlineData("certified", SslMode.Prefer)]
    public async Task A_role_is_not_admitted(string role, SslMode mode)
    {
        var error = await Should.ThrowAsync<PostgresException>(() => OpenAsync(server.As(role, mode)));
        error.SqlState.ShouldStartWith("28");
    }

    [Fact]
    public async Task A_readable_password_is_not_sent_over_a_connection_that_others_can_read()
    {
        var error = await Should.ThrowAsync<WireRefusedException>(
            () => OpenAsync(server.As("spoken", SslMode.Disable)));
        error.Message.ShouldBe("A readable password is sent over encryption only.");
    }

    [Theory]
    [InlineData("hashed")]
    [InlineData("spoken")]
    [InlineData("proved")]
    public async Task A_password_that_is_missing_is_not_guessed(string role)
    {
        var settings = server.As(role, SslMode.Require);
        settings.Password = null;
        var error = await Should.ThrowAsync<NpgsqlException>(() => OpenAsync(settings));
        error.Message.ShouldBe("The server demands a password, and there is none.");
    }

    [Theory]
    [InlineData("hashed")]
    [InlineData("spoken")]
    [InlineData("proved")]
    public async Task A_password_that_is_wrong_is_refused(string role)
    {
        var settings = server.As(role, SslMode.Require);
        settings.Password = "wrong";
        var error = await Should.ThrowAsync<PostgresException>(() => OpenAsync(settings));
        error.SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
    }

    [Theory]
    [InlineData("localhost", SslMode.VerifyFull, true)]
    [InlineData("127.0.0.1", SslMode.VerifyFull, false)]
    [InlineData("127.0.0.1", SslMode.VerifyCA, true)]
    public async Task A_certificate_must_be_for_the_host(string host, SslMode mode, bool isTrusted)
    {
        var settings = server.As("proved", mode);
        settings.Host = host;
        settings.RootCertificate = server.Authority;
        await ShouldOpenAsync(settings, isTrusted);
    }

    [Theory]
    [InlineData(SslMode.VerifyFull, true)]
    [InlineData(SslMode.VerifyFull, false)]
    [InlineData(SslMode.VerifyCA, true)]
    [InlineData(SslMode.VerifyCA, false)]
    public async Task A_certificate_must_be_of_an_authority_that_is_trusted(SslMode mode, bool isNamed)
    {
        var settings = server.As("proved", mode);
        settings.Host = "localhost";
        if (isNamed) settings.RootCertificate = server.OtherAuthority;
        await ShouldOpenAsync(settings, isTrusted: false);
    }

    [Fact]
    public async Task A_certificate_stands_for_its_role()
    {
        var settings = server.As("certified", SslMode.VerifyFull);
        (settings.Host, settings.RootCertificate) = ("localhost", server.Authority);
        (settings.SslCertificate, settings.SslKey) = (server.Certificate, server.Key);
        await using var link = await OpenAsync(settings);
        (await link.ScalarAsync("SELECT current_user", Stop)).ShouldBe("certified");
    }

    [Theory]
    [InlineData("proved", SslMode.Require, ChannelBinding.Require, true)]
    [InlineData("proved", SslMode.Require, ChannelBinding.Disable, true)]
    [InlineData("proved", SslMode.Disable, ChannelBinding.Disable, true)]
    [InlineData("proved", SslMode.Disable, ChannelBinding.Require, false)]
    [InlineData("hashed", SslMode.Require, ChannelBinding.Require, false)]
    [InlineData("trusted", SslMode.Require, ChannelBinding.Require, false)]
    public async Task A_proof_is_bound_to_the_connection(
        string role, SslMode mode, ChannelBinding binding, bool isServed)
    {
        var settings = server.As(role, mode);
        settings.ChannelBinding = binding;
        if (isServed) await (await OpenAsync(settings)).DisposeAsync();
        else await Should.ThrowAsync<WireRefusedException>(() => OpenAsync(settings));
    }

    [Theory]
    [InlineData("proved", SslMode.Prefer)]
    [InlineData("proved", SslMode.Allow)]
    [InlineData("spoken", SslMode.Disable)]
    public async Task A_folder_is_that_of_a_Unix_socket(string role, SslMode mode)
    {
        var settings = server.As(role, mode);
        settings.Host = server.SocketFolder;
        await using var link = await OpenAsync(settings);
        (await link.ScalarAsync("SELECT inet_client_addr() IS NULL", Stop)).ShouldBe("t");

        settings.SslMode = SslMode.Require;
        var error = await Should.ThrowAsync<NpgsqlException>(() => OpenAsync(settings));
        error.Message.ShouldBe("The server does not encrypt connections from here.");
    }

    [Theory]
    [InlineData(SslMode.Disable)]
    [InlineData(SslMode.Require)]
    public async Task A_request_to_cancel_goes_the_same_way(SslMode mode)
    {
        await using var link = await OpenAsync(server.As("proved", mode));
        var sleep = link.AskAsync("SELECT pg_sleep(600)", Stop);
        var isAsleep = $"SELECT 1 FROM pg_stat_activity WHERE pid = {link.Process} AND wait_event = 'PgSleep'";
        await Poll.UntilAsync(
            async () => await server.Database.ScalarAsync(isAsleep, Stop) is not null, stop: Stop);
        await link.CancelAsync(Stop);
        WireErrors.Read((await sleep).Single(message => message.Type == 'E').Body).SqlState
            .ShouldBe(PostgresErrorCodes.QueryCanceled);
    }

    [Theory]
    [InlineData("IX")]
    [InlineData("I\u00ADX")]
    [InlineData("a\u00A0b\u3000c")]
    [InlineData("p\u00E4ssw\u00F6rd")]
    [InlineData("😀")]
    [InlineData("日本語")]
    [InlineData("a\u200Bb")]
    [InlineData("a\u200Db\u2060c")]
    [InlineData("\u00AD")]
    [InlineData("ª\u0007")]
    [InlineData("ª\uE000")]
    [InlineData("ª\u2FF0")]
    [InlineData("ª\uFFFD")]
    [InlineData("ª\u200E")]
    [InlineData("\u0007tab\t")]
    public async Task A_password_is_prepared_as_the_server_prepares_it(string password)
    {
        await server.Database.ExecuteAsync($"ALTER ROLE bare PASSWORD '{password}'", Stop);
        var settings = server.As("bare", SslMode.Disable);
        settings.Password = password;
        try
        {
            await (await OpenAsync(settings)).DisposeAsync();
        }
        finally
        {
            await server.Database.ExecuteAsync("ALTER ROLE bare PASSWORD 'secret'", Stop);
        }
    }

    [Theory]
    [InlineData("LATIN1", true)]
    [InlineData("SQL_ASCII", false)]
    public async Task A_server_must_be_able_to_speak_UTF_8(string encoding, bool isServed)
    {
        await using var made = await server.CreateAsync(encoding, Stop);
        var settings = server.As("trusted");
        settings.Database = made.Name;
        if (isServed)
        {
            await using var link = await OpenAsync(settings);
            (await link.ScalarAsync("SELECT chr(228)", Stop)).ShouldBe("ä");
            return;
        }

        var error = await Should.ThrowAsync<WireRefusedException>(() => OpenAsync(settings));
        error.Message.ShouldBe("The server's server_encoding is SQL_ASCII.");
    }

    private static Task<WireLink> OpenAsync(NpgsqlConnectionStringBuilder settings) =>
        WireStart.OpenAsync(WireTarget.From(settings).ShouldNotBeNull(), Stop).AsTask();

    private static async Task ShouldOpenAsync(NpgsqlConnectionStringBuilder settings, bool isTrusted)
    {
        if (isTrusted)
        {
            await using var link = await OpenAsync(settings);
            link.IsEncrypted.ShouldBeTrue();
            return;
        }

        var error = await Should.ThrowAsync<NpgsqlException>(() => OpenAsync(settings));
        error.InnerException.ShouldBeOfType<AuthenticationException>();
    }
}
