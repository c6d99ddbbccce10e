namespace Relata.Scenarios.Stage;

/// <summary>Variables for a server's process: those that it reads count as not set when they are empty.</summary>
internal static class EmptyEnvironment
{
    private static readonly string[] Read =
    [
        "DATABASE_URL", "PORT", "POSTGRES_HOST", "POSTGRES_PORT", "POSTGRES_USER", "POSTGRES_PASSWORD", "POSTGRES_DB",
        "POSTGRES_SCHEMA",
    ];

    /// <summary>Nothing is set but these.</summary>
    public static Dictionary<string, string> With(params (string Name, string Value)[] variables)
    {
        var all = Read.ToDictionary(name => name, _ => "");
        foreach (var (name, value) in variables) all[name] = value;
        return all;
    }
}
