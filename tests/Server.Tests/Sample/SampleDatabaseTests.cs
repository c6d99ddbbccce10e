using Microsoft.Data.Sqlite;
using Relata.Model.Failures;
using Relata.Server.Configuration;
using Relata.Server.Sample;

namespace Relata.Server.Tests.Sample;

/// <summary>The first thing that somebody who tries the server meets.</summary>
public sealed class SampleDatabaseTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [Fact]
    public async Task Holds_the_rows_that_the_first_examples_ask_for()
    {
        var file = await EnsureAsync();
        (await CountAsync(file, "SELECT count(*) FROM event WHERE id = 46709")).ShouldBe(1);
        (await CountAsync(file, "SELECT count(*) FROM detection WHERE id BETWEEN 14790680 AND 14790682")).ShouldBe(3);
        (await CountAsync(file, "SELECT count(*) FROM event")).ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Makes_one_whole_file_when_many_start_at_once()
    {
        var files = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(EnsureAsync)));
        files.Distinct().ShouldHaveSingleItem();
        Directory.GetFiles(folder).ShouldBe([files[0].Path]);
        (await CountAsync(files[0], "SELECT count(*) FROM detection WHERE id = 14790682")).ShouldBe(1);
    }

    [Fact]
    public async Task Keeps_what_was_written_since()
    {
        var file = await EnsureAsync();
        await CountAsync(file, "DELETE FROM heartbeat");
        (await EnsureAsync()).ShouldBe(file);
        (await CountAsync(file, "SELECT count(*) FROM heartbeat")).ShouldBe(0);
    }

    [Fact]
    public async Task Says_where_it_cannot_be_made()
    {
        await File.WriteAllTextAsync(folder, "a file where the folder should be", TestContext.Current.CancellationToken);
        var no = await Should.ThrowAsync<FailureException>(EnsureAsync);
        no.Failure.Code.ShouldBe(FailureCode.DatabaseUnavailable);
        no.Message.ShouldContain(folder);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        File.Delete(folder);
    }

    private Task<SqliteUrl> EnsureAsync() =>
        new SampleDatabase(folder).EnsureAsync(TestContext.Current.CancellationToken);

    private static async Task<long> CountAsync(SqliteUrl file, string text)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var connection = new SqliteConnection($"Data Source={file.Path};Pooling=False");
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        return await command.ExecuteScalarAsync(stop) as long? ?? 0;
    }
}
