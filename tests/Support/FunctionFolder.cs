namespace Relata.Support;

/// <summary>A directory of files of SQL that a server serves.</summary>
public sealed class FunctionFolder : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>The directory.</summary>
    public string Path => folder.Path;

    /// <summary>A directory with these files.</summary>
    public static FunctionFolder Of(IEnumerable<KeyValuePair<string, string>> files)
    {
        var made = new FunctionFolder();
        foreach (var (path, text) in files) made.Write(path, text);
        return made;
    }

    /// <summary>Writes a file in its place.</summary>
    public void Write(string path, string text) => File.WriteAllText(PlaceOf(path), text);

    /// <summary>Writes a file beside its place and renames it there, as many editors do.</summary>
    public void Replace(string path, string text)
    {
        var beside = PlaceOf(path) + "~";
        File.WriteAllText(beside, text);
        File.Move(beside, PlaceOf(path), overwrite: true);
    }

    /// <summary>Renames a file.</summary>
    public void Rename(string from, string to) => File.Move(PlaceOf(from), PlaceOf(to));

    /// <summary>Removes a file.</summary>
    public void Remove(string path) => File.Delete(PlaceOf(path));

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    private string PlaceOf(string path)
    {
        var place = folder.File(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(place)!);
        return place;
    }
}
