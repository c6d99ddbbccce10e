using System.Globalization;

namespace Relata.Scenarios.Stage;

/// <summary>How much memory a process has, as the kernel counts it (proc_pid_status(5)).</summary>
internal static class ProcessMemory
{
    /// <summary>The most bytes that ever were resident at once; the kernel misses nothing between two looks.</summary>
    public static long PeakOf(int pid) => Read(pid, "VmHWM:");

    /// <summary>The bytes that are resident now and stand for no file.</summary>
    public static long AnonymousOf(int pid) => Read(pid, "RssAnon:");

    private static long Read(int pid, string name)
    {
        var status = File.ReadLines($"/proc/{pid}/status");
        var line = status.First(line => line.StartsWith(name, StringComparison.Ordinal));
        var kibibytes = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2];
        return long.Parse(kibibytes, CultureInfo.InvariantCulture) * 1024;
    }
}
