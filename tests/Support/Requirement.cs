using System.Diagnostics.CodeAnalysis;

namespace Relata.Support;

/// <summary>What a test needs from the machine.</summary>
public static class Requirement
{
    /// <summary>Ends the running test: as skipped on a developer's machine, as failed where <c>CI</c> is set.</summary>
    /// <param name="reason">What is missing and how to get it.</param>
    [DoesNotReturn]
    public static void Missing(string reason)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"))) Assert.Skip(reason);
        Assert.Fail(reason);
    }
}
