using Relata.Databases.Sqlite.Catalog;
using Relata.Support;

namespace Relata.Introspection.Tests;

public sealed class SqliteSchemaWatchTests
{
    private const string Objects = "CREATE TABLE camera (id integer PRIMARY KEY, name text);";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("CREATE TABLE site (id integer)", true)]
    [InlineData("ALTER TABLE camera ADD COLUMN zone integer", true)]
    [InlineData("ALTER TABLE camera RENAME COLUMN name TO label", true)]
    [InlineData("ALTER TABLE camera DROP COLUMN name", true)]
    [InlineData("DROP TABLE camera", true)]
    [InlineData("CREATE VIEW cameras AS SELECT * FROM camera", true)]
    [InlineData("INSERT INTO camera VALUES (1, 'x')", false)]
    [InlineData("VACUUM", false)]
    public async Task A_change_of_the_schema_changes_the_mark(string statement, bool changes)
    {
        using var file = await SqliteFile.CreateAsync(Objects, Stop);
        await using var watch = new SqliteSchemaWatch(file.ConnectionString, TimeProvider.System);
        var before = await watch.MarkAsync([], Stop);
        await file.ExecuteAsync(statement, Stop);
        (await watch.MarkAsync([], Stop) != before).ShouldBe(changes);
    }

    [Fact]
    public async Task Another_file_in_its_place_has_another_mark()
    {
        using var file = await SqliteFile.CreateAsync(Objects, Stop);
        using var other = await SqliteFile.CreateAsync("CREATE TABLE kamera (id integer);", Stop);
        await using var watch = new SqliteSchemaWatch(file.ConnectionString, TimeProvider.System);
        var before = await watch.MarkAsync([], Stop);
        File.Move(other.Path, file.Path, overwrite: true);
        (await watch.MarkAsync([], Stop)).ShouldNotBe(before);
    }
}
