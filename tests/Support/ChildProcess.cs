using System.Diagnostics;
using System.Text;

namespace Relata.Support;

/// <summary>What a command left behind.</summary>
/// <param name="ExitCode">0 by convention when all went well.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Errors">What it wrote to standard error.</param>
public sealed record CommandResult(int ExitCode, string Output, string Errors);

/// <summary>A process that was started here, with everything it says; the only thing that is ever signalled.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private const int SignalHangUp = 1;
    private const int SignalTerminate = 15;

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();

    private ChildProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(errors, line.Data);
    }

    /// <summary>The operating system's number for the process.</summary>
    public int Pid { get; private set; }

    /// <summary>True when the process has ended.</summary>
    public bool HasExited => process.HasExited;

    /// <summary>Standard output up to now.</summary>
    public string Output => Text(output);

    /// <summary>Standard error up to now.</summary>
    public string Errors => Text(errors);

    /// <summary>Starts a program without a terminal and with empty standard input.</summary>
    /// <param name="program">A path, or a name that is looked up in <c>PATH</c>.</param>
    /// <param name="arguments">Each is passed on as it is; no shell is involved.</param>
    /// <param name="environment">Variables beside the inherited ones.</param>
    /// <param name="folder">The working folder.</param>
    public static ChildProcess Start(
        string program,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null,
        string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Repository.Root,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        var child = new ChildProcess(start);
        child.process.Start();
        child.Pid = child.process.Id;
        child.process.StandardInput.Close();
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Starts a program and waits for its end; ends it when the wait is given up.</summary>
    public static async Task<CommandResult> RunAsync(
        string program,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null,
        string? folder = null,
        CancellationToken stop = default)
    {
        await using var child = Start(program, arguments, environment, folder);
        return await child.WaitAsync(stop: stop);
    }

    /// <summary>Waits until the process has ended and all that it wrote was read.</summary>
    /// <exception cref="TimeoutException">It still runs.</exception>
    public async Task<CommandResult> WaitAsync(TimeSpan? timeout = null, CancellationToken stop = default)
    {
        try
        {
            await process.WaitForExitAsync(stop).WaitAsync(timeout ?? Poll.Patience, stop);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"{process.StartInfo.FileName} ({Pid}) does not end.\n{Output}{Errors}");
        }

        return new CommandResult(process.ExitCode, Output, Errors);
    }

    /// <summary>Asks the process to end (SIGTERM).</summary>
    public void Terminate()
    {
        if (!process.HasExited) _ = NativeKill(Pid, SignalTerminate);
    }

    /// <summary>Tells the process that its settings may have changed (SIGHUP).</summary>
    public void HangUp()
    {
        if (!process.HasExited) _ = NativeKill(Pid, SignalHangUp);
    }

    /// <summary>Ends the process without asking (SIGKILL).</summary>
    public void Kill()
    {
        if (!process.HasExited) process.Kill();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    // The output and the errors arrive on threads of their own.
    private static void Append(StringBuilder text, string? line)
    {
        if (line is null) return;
        lock (text) text.Append(line).Append('\n');
    }

    private static string Text(StringBuilder text)
    {
        lock (text) return text.ToString();
    }

    // System.Diagnostics.Process knows SIGKILL only.
    [System.Runtime.InteropServices.DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [System.Runtime.InteropServices.DefaultDllImportSearchPaths(System.Runtime.InteropServices.DllImportSearchPath.SafeDirectories)]
    private static extern int NativeKill(int pid, int signal);
}
