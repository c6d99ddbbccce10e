using Relata.Databases.Contract;
using Relata.Databases.Contract.Functions;
using Relata.Functions.Endpoints;
using Relata.Model.Failures;

namespace Relata.Functions.Files;

/// <summary>Makes endpoints of files.</summary>
/// <param name="database">Where they run.</param>
internal sealed class FileLoader(Database database)
{
    private readonly IFunctionRegistry registry = database.Functions;

    /// <summary>Whether a file creates something in the database; null when it is malformed.</summary>
    public bool? Creates(FileState state)
    {
        try
        {
            return state.Problem is null
                ? FileContent.Read(QueryFile.Of(state.Path), state.Text, registry.Lexis) is FunctionContent
                : null;
        }
        catch (FileProblemException)
        {
            return null;
        }
    }

    /// <summary>Makes an endpoint of a file, and its function in the database.</summary>
    /// <param name="file">The file.</param>
    /// <param name="text">What it holds.</param>
    /// <param name="serving">The endpoints of the other files.</param>
    /// <param name="gone">The files that are gone.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="FileProblemException">It cannot be served.</exception>
    /// <exception cref="FailureException">The database cannot be asked.</exception>
    public async ValueTask<FunctionEndpoint> LoadAsync(
        QueryFile file,
        string text,
        IEnumerable<FunctionEndpoint> serving,
        IReadOnlyList<string> gone,
        CancellationToken stop)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new FileProblemException(new FileProblem(file.Path, null, "the file holds a NUL character"));
        var content = FileContent.Read(file, text, registry.Lexis);
        var terms = new CallTerms(content.Directives.Timeout, content.Directives.Limit);
        try
        {
            if (content is QueryContent query)
            {
                var described = await registry.DescribeAsync(query.Draft, stop);
                return new QueryEndpoint(file, query, described, database.Sessions.Prepare(described.Script), terms);
            }

            var draft = ((FunctionContent)content).Draft with { Taken = TakenBy(serving), Succeeds = gone };
            var created = await registry.CreateAsync(draft, stop);
            return new RoutineEndpoint(file, created, database.Sessions.Prepare(created.Call), terms);
        }
        catch (SqlRejectedException e)
        {
            var line = e.Offset is { } offset ? FileContent.LineOf(text, offset) : default(int?);
            throw new FileProblemException(
                new FileProblem(file.Path, line, e.Message) { IsAboutOthers = e.IsAboutOthers }, e);
        }
    }

    /// <summary>Drops the function behind an endpoint when its last call has ended.</summary>
    public ValueTask DropAsync(CreatedFunction function, CancellationToken stop) => registry.DropAsync(function, stop);

    private static Dictionary<string, string> TakenBy(IEnumerable<FunctionEndpoint> serving) => serving
        .OfType<RoutineEndpoint>()
        .ToDictionary(
            endpoint => endpoint.Function.Identity, endpoint => endpoint.File.Path, StringComparer.Ordinal);
}
