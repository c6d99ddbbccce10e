using Relata.Functions.Endpoints;

namespace Relata.Functions.Files;

/// <summary>All files with what is known of them; replaced whole, never changed.</summary>
internal sealed class FileSet
{
    private readonly SortedDictionary<string, FileState> states;

    public FileSet(SortedDictionary<string, FileState> states)
    {
        this.states = states;
        Endpoints = [.. states.Values.Select(state => state.Endpoint).OfType<FunctionEndpoint>()];
        Table = new FunctionTable(Endpoints);
    }

    /// <summary>No files.</summary>
    public static FileSet Empty { get; } = new(new SortedDictionary<string, FileState>(StringComparer.Ordinal));

    /// <summary>The files in the order of their paths.</summary>
    public IReadOnlyCollection<FileState> States => states.Values;

    /// <summary>What serves.</summary>
    public IReadOnlyList<FunctionEndpoint> Endpoints { get; }

    /// <summary>Who answers what.</summary>
    public FunctionTable Table { get; }

    /// <summary>What is known of a file; null when there is none.</summary>
    public FileState? Find(string path) => states.GetValueOrDefault(path);

    /// <summary>Whether a file serves through a function of the database.</summary>
    public bool HasFunction(string identity) =>
        Endpoints.OfType<RoutineEndpoint>().Any(endpoint => endpoint.Function.Identity == identity);

    /// <summary>A copy of the states that can be changed.</summary>
    public SortedDictionary<string, FileState> Copy() => new(states, StringComparer.Ordinal);
}
