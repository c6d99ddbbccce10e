using Relata.Support;

namespace Relata.Client.Tests;

/// <summary>The program of <c>samples/ex-client</c>, against a server on the sample database.</summary>
public sealed class SampleTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_says_what_it_found()
    {
        var folder = Repository.PathOf("samples", "surveillance");
        using var file = await SqliteFile.CreateAsync(
            await File.ReadAllTextAsync(Path.Join(folder, "schema.sql"), Stop)
            + await File.ReadAllTextAsync(Path.Join(folder, "data.sql"), Stop), Stop);
        await using var server = await RelataProcess.StartAsync(file.Url, stop: Stop);
        var program = Repository.PathOf("artifacts", "bin", "ExClient", Repository.Configuration, "Relata.ExClient.dll");
        var said = await ChildProcess.RunAsync("dotnet", [program, $"{server.Client.BaseAddress}ex"], stop: Stop);
        said.ExitCode.ShouldBe(0, said.Errors);
        said.Output.ShouldContain("  site 1: camera 1\n  site 1: camera 2\n  site 2: camera 9\n  site 2: camera 10\n");
        said.Output.ShouldEndWith("""
            Tags come and go in one transaction:
              sample a #123456
              sample b #123456
            A slip: "tag" has no column "nme". Did you mean "name"?

            """);
    }
}
