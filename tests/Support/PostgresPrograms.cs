namespace Relata.Support;

/// <summary>The programs of an installed PostgreSQL, run by a user whom PostgreSQL accepts.</summary>
/// <remarks>PostgreSQL refuses to run as root (manual, "The PostgreSQL User Account"): root borrows an unprivileged account.</remarks>
public sealed class PostgresPrograms
{
    private readonly string folder;
    private readonly string[] prefix = Environment.IsPrivilegedProcess ? ["runuser", "-u", UnprivilegedUser(), "--"] : [];

    private PostgresPrograms(string folder) => this.folder = folder;

    /// <summary>The programs in <c>RELATA_TEST_POSTGRES_BIN</c>, else the newest that Debian's packages installed.</summary>
    public static PostgresPrograms Find()
    {
        var chosen = Environment.GetEnvironmentVariable("RELATA_TEST_POSTGRES_BIN");
        var folder = string.IsNullOrEmpty(chosen) ? Newest() : chosen;
        if (folder is null)
            Requirement.Missing("No PostgreSQL is installed: run ./test.sh once, or name a folder in RELATA_TEST_POSTGRES_BIN.");
        return new PostgresPrograms(folder);
    }

    /// <summary>Runs one of PostgreSQL's programs and gives its standard output.</summary>
    public Task<string> RunAsync(string program, string[] arguments, CancellationToken stop) =>
        RunSystemAsync(Path.Combine(folder, program), arguments, stop);

    /// <summary>Runs a program of the system as the same user.</summary>
    public async Task<string> RunSystemAsync(string program, string[] arguments, CancellationToken stop)
    {
        string[] line = [.. prefix, program, .. arguments];
        var environment = new Dictionary<string, string> { ["LC_ALL"] = "C.UTF-8" };
        var result = await ChildProcess.RunAsync(line[0], line[1..], environment, folder: "/", stop);
        if (result.ExitCode == 0) return result.Output;
        throw new InvalidOperationException(
            $"{string.Join(' ', line)} ended with {result.ExitCode}.\n{result.Output}{result.Errors}");
    }

    private static string? Newest()
    {
        const string installed = "/usr/lib/postgresql";
        if (!Directory.Exists(installed)) return null;
        return Directory.GetDirectories(installed)
            .OrderByDescending(version => int.TryParse(Path.GetFileName(version), out var number) ? number : 0)
            .Select(version => Path.Combine(version, "bin"))
            .FirstOrDefault(bin => File.Exists(Path.Combine(bin, "postgres")));
    }

    private static string UnprivilegedUser() =>
        File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";
}
