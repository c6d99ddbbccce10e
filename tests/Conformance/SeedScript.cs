namespace Relata.Conformance;

/// <summary>
/// What every specification expects to find: the tables in a database's own spelling, and the same rows in them.
/// </summary>
public static class SeedScript
{
    /// <summary>The whole script for a database.</summary>
    /// <param name="database">The name of its file in <c>Schemas</c>, such as <c>sqlite</c>.</param>
    public static string For(string database) => Read($"{database}.sql") + Read("seed.sql");

    private static string Read(string file)
    {
        using var stream = typeof(SeedScript).Assembly.GetManifestResourceStream(file)
            ?? throw new FileNotFoundException($"tests/Conformance/Schemas has no {file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
