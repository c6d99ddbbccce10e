using System.Text;

namespace Relata.Functions.Files;

/// <summary>The directory with the files.</summary>
/// <param name="root">Its path.</param>
internal sealed class FileFolder(string root)
{
    private static readonly UTF8Encoding Strict =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.None,
        MaxRecursionDepth = 8,
        IgnoreInaccessible = true,
    };

    /// <summary>Its path.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>The files that count, in the order of their names, with how each looks from outside.</summary>
    public SortedDictionary<string, FileStamp> Look()
    {
        var found = new SortedDictionary<string, FileStamp>(StringComparer.Ordinal);
        foreach (var file in new DirectoryInfo(Root).EnumerateFiles("*", Everything))
        {
            var path = Path.GetRelativePath(Root, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
            if (QueryFile.Counts(path)) found[path] = StampOf(file);
        }

        return found;
    }

    /// <summary>How one file looks; null when it is not there.</summary>
    public FileStamp? LookAt(string path)
    {
        var file = new FileInfo(Path.Combine(Root, path));
        return file.Exists || file.LinkTarget is not null ? StampOf(file) : null;
    }

    /// <summary>A link looks as the file does that it leads to in the end.</summary>
    private static FileStamp StampOf(FileInfo file)
    {
        try
        {
            if (file.LinkTarget is not null && file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target)
                file = target;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It leads nowhere; reading it says so.
        }

        return file.Exists ? new FileStamp(file.LastWriteTimeUtc, file.Length) : default;
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="FileProblemException">It cannot be read, or is no UTF-8.</exception>
    public async ValueTask<string> ReadAsync(string path, CancellationToken stop)
    {
        try
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(Root, path), stop);
            var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
            return Strict.GetString(bytes.AsSpan(start));
        }
        catch (DecoderFallbackException e)
        {
            throw new FileProblemException(new FileProblem(path, null, "the file is no UTF-8"), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FileProblemException(new FileProblem(path, null, $"the file cannot be read: {e.Message}"), e);
        }
    }
}

/// <summary>How a file looks from outside; when it looks the same, it is taken to hold the same.</summary>
/// <param name="Written">When it was written last.</param>
/// <param name="Length">How many bytes it has.</param>
internal readonly record struct FileStamp(DateTime Written, long Length);
