using System.Globalization;

namespace Relata.Scenarios.Stage;

/// <summary>How much memory a process has, as the kernel counts it (proc_pid_status(5)).</summary>
internal static class ProcessMemory
{
    /// <summary>The most bytes that ever were resident at once; the kernel misses nothing between two looks.</summary>
    public static long PeakOf(int pid)
    {
        var status = File.ReadLines($"/proc/{pid}/status");
        var line = status.First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        var kibibytes = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2];
        return long.Parse(kibibytes, CultureInfo.InvariantCulture) * 1024;
    }
}
