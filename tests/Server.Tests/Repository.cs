namespace Relata.Server.Tests;

/// <summary>Finds files of the repository from wherever the tests run.</summary>
internal static class Repository
{
    /// <summary>The full path of a file named from the repository's root.</summary>
    public static string PathOf(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Relata.slnx"))) folder = folder.Parent;
        return Path.Combine(folder.ShouldNotBeNull().FullName, file);
    }
}
