using System.Globalization;
using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>The server is not one that can be used, as MySQL is not.</summary>
public sealed class MariaDbIsAnotherVersion
{
    [Theory]
    [InlineData("8.0.36", "The server is MySQL 8.0; MariaDB 10.6 or a later one is needed.")]
    [InlineData("10.5.23-MariaDB", "The server is MariaDB 10.5; MariaDB 10.6 or a later one is needed.")]
    public async Task The_start_is_refused_in_one_line(string version, string line)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var mariaDb = await MariaDbServer.CreateAsync([$"--version={version}"], stop);
        var url = string.Create(CultureInfo.InvariantCulture, $"mysql://relata:relata@127.0.0.1:{mariaDb.Port}/mysql");
        var result = await RelataProcess.RunAsync(["introspect", "--database", url], EmptyEnvironment.With(), stop);
        result.ExitCode.ShouldBe(1);
        result.Errors.ShouldBe($"relata: {line}\n");
    }
}
