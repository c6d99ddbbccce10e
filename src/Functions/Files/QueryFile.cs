using System.Text.RegularExpressions;
using Relata.Model.Failures;

namespace Relata.Functions.Files;

/// <summary>A file by its place: <c>persons/get/all_persons.sql</c> answers <c>GET /persons</c>.</summary>
/// <param name="Path">The place below the directory, with slashes.</param>
/// <param name="Mount">The path that it answers.</param>
/// <param name="Method">The method in capitals.</param>
/// <param name="Function">The name of the function.</param>
public sealed partial record QueryFile(string Path, string Mount, string Method, string Function)
{
    private const string Extension = ".sql";

    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    /// <summary>
    /// Whether a file counts: those of editors and version control do not, and neither do files that hold no SQL.
    /// </summary>
    public static bool Counts(string path) =>
        path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)
        && !path.Split('/').Any(part => part.StartsWith('.'));

    /// <summary>Reads a path.</summary>
    /// <exception cref="FileProblemException">It is none of <c>[mount]/[method]/[function].sql</c>.</exception>
    public static QueryFile Of(string path)
    {
        if (path.Split('/') is not [var mount, var method, var file])
            throw Problem(path, "a file stands at [mount]/[method]/[function].sql");
        if (!Name().IsMatch(mount)) throw Problem(path, $"the mount \"{mount}\" is not of the form [a-z][a-z_0-9]+");
        if (!Methods.Contains(method))
        {
            var hint = NearestName.Hint(method, Methods);
            throw Problem(
                path,
                $"\"{method}\" is no method: get, post, put, patch or delete" + (hint is null ? "" : $". {hint}"));
        }

        var name = file.EndsWith(Extension, StringComparison.Ordinal) ? file[..^Extension.Length] : file;
        if (!Name().IsMatch(name) || name.Length == file.Length)
            throw Problem(path, $"the file \"{file}\" is not of the form [a-z][a-z_0-9]+.sql");
        return new QueryFile(path, mount, method.ToUpperInvariant(), name);
    }

    private static FileProblemException Problem(string path, string message) =>
        new(new FileProblem(path, null, message));

    [GeneratedRegex("^[a-z][a-z_0-9]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
