using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>The options of the URL about TLS, against a server that takes nothing else.</summary>
public sealed class ConnectionIsEncrypted(TlsServer postgres) : IClassFixture<TlsServer>, IAsyncLifetime
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => postgres.StartAsync(Stop);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("127.0.0.1", "")]
    [InlineData("127.0.0.1", "sslmode=allow")]
    [InlineData("127.0.0.1", "sslmode=prefer")]
    [InlineData("127.0.0.1", "sslmode=require")]
    [InlineData("127.0.0.1", "sslmode=verify-ca&sslrootcert=authority")]
    [InlineData("localhost", "sslmode=verify-full&sslrootcert=authority")]
    public async Task It_is_served_with(string host, string options)
    {
        var result = await IntrospectAsync("relata:relata", host, options);
        result.Errors.ShouldBeEmpty();
        result.ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("127.0.0.1", "sslmode=disable", "no encryption")]
    [InlineData("127.0.0.1", "sslmode=verify-full&sslrootcert=authority", "not for that host")]
    [InlineData("localhost", "sslmode=verify-full&sslrootcert=other", "is not trusted")]
    [InlineData("127.0.0.1", "sslmode=verify-ca&sslrootcert=other", "is not trusted")]
    [InlineData("localhost", "sslmode=verify-full", "is not trusted")]
    public async Task It_is_refused_with(string host, string options, string reason)
    {
        var result = await IntrospectAsync("relata:relata", host, options);
        result.ExitCode.ShouldBe(1);
        result.Errors.ShouldContain(reason);
        result.Errors.Trim().ShouldNotContain("\n", customMessage: "it is one line");
    }

    [Fact]
    public async Task A_client_certificate_stands_for_its_role()
    {
        const string options = "sslmode=verify-full&sslrootcert=authority&sslcert=certificate&sslkey=key";
        var result = await IntrospectAsync("ann", "localhost", options);
        result.Errors.ShouldBeEmpty();
        result.ExitCode.ShouldBe(0);

        result = await IntrospectAsync("ann", "localhost", "sslmode=require");
        result.ExitCode.ShouldBe(1);
        result.Errors.ShouldContain("certificate");
    }

    [Theory]
    [InlineData("sslmode=verify-full&sslrootcert=/nowhere/root.crt", "/nowhere/root.crt")]
    [InlineData("sslmode=require&sslcert=/nowhere/client.crt", "/nowhere/client.crt")]
    [InlineData("sslmode=full", "sslmode cannot be \"full\"")]
    public async Task A_file_that_is_missing_and_a_mode_that_is_none_are_named(string options, string name)
    {
        var result = await IntrospectAsync("relata:relata", "localhost", options);
        result.ExitCode.ShouldBe(1);
        result.Errors.ShouldContain(name);
    }

    [Fact]
    public async Task Requests_are_answered_over_it()
    {
        const string options = "sslmode=verify-full&sslrootcert=authority";
        await using var relata = await RelataProcess.StartAsync(Url("relata:relata", "localhost", options), stop: Stop);
        (await Outcome.GetAsync(relata.Client, "/connection", Stop)).Text.ShouldBe("""[{"id":1,"ssl":true}]""");
    }

    private Task<CommandResult> IntrospectAsync(string login, string host, string options) =>
        RelataProcess.RunAsync(["introspect", "--database", Url(login, host, options)], EmptyEnvironment.With(), Stop);

    private string Url(string login, string host, string options) => postgres.Url(login, host, options
        .Replace("=authority", $"={postgres.Authority}", StringComparison.Ordinal)
        .Replace("=other", $"={postgres.OtherAuthority}", StringComparison.Ordinal)
        .Replace("=certificate", $"={postgres.Certificate}", StringComparison.Ordinal)
        .Replace("=key", $"={postgres.Key}", StringComparison.Ordinal));
}
