using Relata.Server.Commands;
using Relata.Server.Configuration;

namespace Relata.Server.Tests.Commands;

/// <summary>
/// A wrong call ends with exit code 2 and one line that says what is wrong, and that shows no password.
/// </summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("serv", "unknown command serv. Did you mean \"serve\"?")]
    [InlineData("--databse x", "unknown option --databse. Did you mean \"--database\"?")]
    [InlineData("introspect --databse=postgres://ann:hush@db", "unknown option --databse. Did you mean \"--database\"?")]
    [InlineData("postgres://ann:hush@db", "unexpected argument")]
    [InlineData("serve hush", "unexpected argument")]
    [InlineData("--database", "--database takes one value")]
    [InlineData("--database sqlite:a.db --database postgres://ann:hush@db", "--database takes one value")]
    [InlineData("serve --database Host=db;Password=hush", "--database must be a URL")]
    [InlineData("--listen 8080", "--listen must be an http or https URL")]
    [InlineData("--config a.json", "--config: no such file")]
    [InlineData("--upstream http://ann:hush@other/ex", "--upstream must be an http or https URL")]
    [InlineData("introspect --upstream http://other/ex", "introspect reads a database, and an upstream server is none")]
    public async Task Says_in_one_line_what_is_wrong(string arguments, string expected)
    {
        var (exitCode, output, errors) = await RunAsync(arguments.Split(' '));
        exitCode.ShouldBe(2);
        output.ShouldBeEmpty();
        errors.ShouldStartWith("relata: ");
        errors.ShouldContain(expected);
        errors.ShouldNotContain("hush");
        errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("--help", "introspect")]
    [InlineData("serve --help", "--listen")]
    [InlineData("serve --help", "--upstream")]
    public async Task Explains_itself(string arguments, string expected)
    {
        var (exitCode, output, errors) = await RunAsync(arguments.Split(' '));
        exitCode.ShouldBe(0);
        output.ShouldContain(expected);
        errors.ShouldBeEmpty();
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var loader = new SettingsLoader(_ => null, (_, _) => throw new FileNotFoundException("no such file"));
        var exitCode = await new CommandLine(output, errors, loader).RunAsync(arguments);
        return (exitCode, output.ToString(), errors.ToString());
    }
}
