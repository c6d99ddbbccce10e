using System.CommandLine;
using Relata.Functions.Files;
using Relata.Model.Failures;
using Relata.Server.Configuration;

namespace Relata.Server.Commands;

/// <summary>The program's command line. Whatever goes wrong is one line on the error output and an exit code.</summary>
/// <param name="output">Takes what was asked for.</param>
/// <param name="errors">Takes what went wrong.</param>
/// <param name="loader">Loads the settings.</param>
internal sealed class CommandLine(TextWriter output, TextWriter errors, SettingsLoader loader)
{
    private const int Failed = 1;
    private const int BadUsage = 2;

    private readonly Option<string> database = SharedOption("--database", "URL",
        "sqlite:path, postgres://user:password@host:port/database or mysql://…"
        + " (else DATABASE_URL, else POSTGRES_*, else a sample)");
    private readonly Option<string> listen = SharedOption("--listen", "URL",
        "where to listen (else PORT on 127.0.0.1, else http://127.0.0.1:8080)");
    private readonly Option<string> schemas = SharedOption("--schemas", "a,b",
        "the schemas to expose, the default one first");
    private readonly Option<string> upstream = SharedOption("--upstream", "URL",
        "pass calls of ex on to another server, such as http://10.0.0.7:8080/ex, in the place of a database");
    private readonly Option<string> config = SharedOption("--config", "FILE",
        "a configuration file such as relata.json; the command line wins over it");

    private readonly Option<string> functions = new("--functions")
    {
        HelpName = "DIR",
        Description = "a directory of SQL files to serve, [mount]/[method]/[function].sql",
    };

    private readonly Option<string> postgresReads = new("--postgres-reads")
    {
        HelpName = "wire|npgsql",
        Description = "which way reads go to PostgreSQL (else wire, over connections of the server's own)",
    };

    /// <summary>The command line on the console.</summary>
    public static CommandLine OfThisProcess() => new(Console.Out, Console.Error, SettingsLoader.OfThisProcess);

    /// <summary>Runs a command to its end and answers the exit code.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        try
        {
            // A file of arguments (@file) is no part of the contract, and a value that starts with @ is a value.
            var parsed = Root().Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Errors.Count > 0) throw new UsageException(UsageProblems.Of(parsed));
            // The web host ends on signals by itself; without it, the process simply ends.
            var invocation = new InvocationConfiguration
            {
                Output = output,
                Error = errors,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(invocation);
        }
        catch (UsageException wrong)
        {
            return Report(wrong.Message, BadUsage);
        }
        catch (FailureException no)
        {
            var hint = no.Failure.Hint is { } text ? " " + text : "";
            return Report(no.Failure.Message + hint, Failed);
        }
        catch (FunctionFilesException wrong)
        {
            return Report(wrong.Message, Failed);
        }
        catch (Exception unexpected) when (unexpected is not OperationCanceledException)
        {
            return Report($"{unexpected.GetType().Name}: {unexpected.Message}", Failed);
        }
    }

    private RootCommand Root()
    {
        var serve = new Command("serve", "Serves the database over HTTP; the same as no command.");
        var introspect = new Command(
            "introspect", "Prints what would be served as JSON, the same document as GET /__schema.");
        var root = new RootCommand("Serves the tables of a PostgreSQL, SQLite or MariaDB database over HTTP.")
        {
            serve, introspect,
        };
        foreach (var option in new[] { database, listen, schemas, upstream, config }) root.Options.Add(option);
        foreach (var option in new[] { functions, postgresReads })
        {
            root.Options.Add(option);
            serve.Options.Add(option);
        }

        root.SetAction(ServeAsync);
        serve.SetAction(ServeAsync);
        introspect.SetAction(IntrospectAsync);
        return root;
    }

    private async Task<int> ServeAsync(ParseResult parsed, CancellationToken stop)
    {
        await new ServeCommand(output).RunAsync(await LoadAsync(parsed, stop), stop);
        return 0;
    }

    private async Task<int> IntrospectAsync(ParseResult parsed, CancellationToken stop)
    {
        var settings = await LoadAsync(parsed, stop);
        if (settings.Upstream.Url is not null)
            throw new UsageException(["introspect reads a database, and an upstream server is none"]);
        await new IntrospectCommand(output).RunAsync(settings, stop);
        return 0;
    }

    private Task<Settings> LoadAsync(ParseResult parsed, CancellationToken stop)
    {
        var given = new GivenOptions(
            parsed.GetValue(database),
            parsed.GetValue(listen),
            parsed.GetValue(schemas),
            parsed.GetValue(config),
            parsed.GetValue(upstream),
            parsed.GetValue(functions),
            parsed.GetValue(postgresReads));
        return loader.LoadAsync(given, stop);
    }

    private int Report(string problem, int exitCode)
    {
        var lines = problem.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        errors.WriteLine("relata: " + string.Join(' ', lines));
        return exitCode;
    }

    private static Option<string> SharedOption(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description, Recursive = true };
}
