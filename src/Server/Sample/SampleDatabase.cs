using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Relata.Model.Failures;
using Relata.Server.Configuration;

namespace Relata.Server.Sample;

/// <summary>
/// The database that is served when none is named: an SQLite file, made of two embedded scripts when it is first
/// wanted.
/// </summary>
/// <remarks>
/// The file's name holds a hash of the scripts, so a release with other scripts makes another file and changes none.
/// </remarks>
/// <param name="folder">Where the file lives.</param>
internal sealed class SampleDatabase(string folder)
{
    private static readonly string[] Scripts = ["surveillance/schema.sql", "surveillance/data.sql"];

    /// <summary>The sample in the user's own folder for such things, else in the one for temporary files.</summary>
    public static SampleDatabase InUsersFolder()
    {
        var home = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        var own = Path.Combine(home, "relata");
        return new(home.Length > 0 && CanWrite(own) ? own : Path.Combine(Path.GetTempPath(), "relata"));
    }

    /// <summary>
    /// Makes the file unless it is there. Several processes can do so at once: one file wins, and it is whole.
    /// </summary>
    public async Task<SqliteUrl> EnsureAsync(CancellationToken stop)
    {
        var scripts = await Task.WhenAll(Scripts.Select(name => ReadAsync(name, stop)));
        var hash = Convert.ToHexStringLower(SHA256.HashData([.. scripts.SelectMany(script => script)]));
        var file = Path.Combine(folder, $"surveillance-{hash[..8]}.db");
        try
        {
            if (!File.Exists(file)) await CreateAsync(file, scripts, stop);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new Failure(FailureCode.DatabaseUnavailable, $"The sample database cannot be made in {folder}.")
            {
                Hint = "Name a database with --database.",
            }.AsException(failure);
        }

        return new SqliteUrl(file);
    }

    private async Task CreateAsync(string file, byte[][] scripts, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        var unfinished = $"{file}.{Guid.NewGuid():n}";
        try
        {
            await FillAsync(unfinished, scripts, stop);
            await using (var written = File.OpenWrite(unfinished)) written.Flush(flushToDisk: true);
            File.Move(unfinished, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another process was faster. Its file may be in use already, so it stays.
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static async Task FillAsync(string file, byte[][] scripts, CancellationToken stop)
    {
        var address = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false };
        await using var connection = new SqliteConnection(address.ConnectionString);
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        // Nobody sees the file before it is whole, so it needs neither a journal nor flushes on the way.
        await RunAsync("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN");
        foreach (var script in scripts) await RunAsync(System.Text.Encoding.UTF8.GetString(script));
        await RunAsync("COMMIT; ANALYZE");

        Task RunAsync(string text)
        {
            command.CommandText = text;
            return command.ExecuteNonQueryAsync(stop);
        }
    }

    private static async Task<byte[]> ReadAsync(string name, CancellationToken stop)
    {
        await using var script = typeof(SampleDatabase).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not part of the program.");
        var bytes = new byte[script.Length];
        await script.ReadExactlyAsync(bytes, stop);
        return bytes;
    }

    private static bool CanWrite(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, Path.GetRandomFileName());
            using (File.Create(probe, 1, FileOptions.DeleteOnClose)) return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
