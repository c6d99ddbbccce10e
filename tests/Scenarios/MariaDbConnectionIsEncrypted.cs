using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>The options of the URL about TLS, against a MariaDB server with a certificate.</summary>
public sealed class MariaDbConnectionIsEncrypted(MariaDbTlsServer mariaDb)
    : IClassFixture<MariaDbTlsServer>, IAsyncLifetime
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => mariaDb.StartAsync(Stop);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("relata:relata", "127.0.0.1", "", true)]
    [InlineData("relata:relata", "127.0.0.1", "ssl-mode=preferred", true)]
    [InlineData("relata:relata", "127.0.0.1", "ssl-mode=disabled", false)]
    [InlineData("bob:bob", "127.0.0.1", "ssl-mode=required", true)]
    [InlineData("bob:bob", "127.0.0.1", "ssl-mode=verify-ca&ssl-ca=authority", true)]
    [InlineData("bob:bob", "localhost", "ssl-mode=verify-full&ssl-ca=authority", true)]
    [InlineData("ann", "localhost", "ssl-mode=verify-full&ssl-ca=authority&ssl-cert=certificate&ssl-key=key", true)]
    public async Task It_is_served_with(string login, string host, string options, bool isEncrypted)
    {
        await using var relata = await RelataProcess.StartAsync(Url(login, host, options), stop: Stop);
        (await Outcome.GetAsync(relata.Client, "/connection?fields=encrypted", Stop)).Text
            .ShouldBe($$"""[{"encrypted":{{(isEncrypted ? 1 : 0)}}}]""");
    }

    [Theory]
    [InlineData("bob:bob", "127.0.0.1", "ssl-mode=disabled", "refused user \"bob\"")]
    [InlineData("bob:bob", "127.0.0.1", "ssl-mode=verify-full&ssl-ca=authority", "not for that host")]
    [InlineData("bob:bob", "localhost", "ssl-mode=verify-full&ssl-ca=other", "is not trusted")]
    [InlineData("bob:bob", "127.0.0.1", "ssl-mode=verify-ca&ssl-ca=other", "is not trusted")]
    [InlineData("bob:bob", "localhost", "ssl-mode=verify-full", "is not trusted")]
    [InlineData("ann", "127.0.0.1", "ssl-mode=required", "refused user \"ann\"")]
    [InlineData("bob:bob", "localhost", "ssl-mode=verify-ca&ssl-ca=/nowhere/root.crt", "/nowhere/root.crt")]
    [InlineData("ann", "localhost", "ssl-cert=/nowhere/client.crt&ssl-key=key", "/nowhere/client.crt")]
    public async Task It_is_refused_with(string login, string host, string options, string reason)
    {
        string[] arguments = ["introspect", "--database", Url(login, host, options)];
        var result = await RelataProcess.RunAsync(arguments, EmptyEnvironment.With(), Stop);
        result.ExitCode.ShouldBe(1);
        result.Errors.ShouldContain(reason);
        result.Errors.Trim().ShouldNotContain("\n", customMessage: "it is one line");
    }

    [Fact]
    public async Task A_server_without_a_certificate_is_refused_where_encryption_is_required()
    {
        await using var database = await MySqlTestDatabase.CreateAsync("CREATE TABLE t (id int PRIMARY KEY);\n", Stop);
        string[] arguments = ["introspect", "--database", $"{database.Url}?ssl-mode=required"];
        var result = await RelataProcess.RunAsync(arguments, EmptyEnvironment.With(), Stop);
        result.ExitCode.ShouldBe(1);
        result.Errors.ShouldContain("takes no encrypted connections");
    }

    private string Url(string login, string host, string options) => mariaDb.Url(login, host, options
        .Replace("=authority", $"={mariaDb.Authority}", StringComparison.Ordinal)
        .Replace("=other", $"={mariaDb.OtherAuthority}", StringComparison.Ordinal)
        .Replace("=certificate", $"={mariaDb.Certificate}", StringComparison.Ordinal)
        .Replace("=key", $"={mariaDb.Key}", StringComparison.Ordinal));
}
