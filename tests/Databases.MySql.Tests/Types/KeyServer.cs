using System.Data.Common;
using Relata.Conformance;
using Relata.Support;

namespace Relata.Databases.MySql.Tests.Types;

/// <summary>A server over tables with keys of which MariaDB has notions of its own.</summary>
public sealed class KeyServer : ConformanceServer
{
    private const string Tables =
        """
        CREATE TABLE year_key (id year PRIMARY KEY, v int);
        INSERT INTO year_key VALUES (0, 1), (2000, 2);
        CREATE TABLE moment_key (id datetime PRIMARY KEY, v int);
        INSERT INTO moment_key VALUES ('2024-01-01 00:00:00', 1);
        CREATE TABLE set_key (id set('a','b') PRIMARY KEY, v int);
        INSERT INTO set_key VALUES ('b', 1);
        CREATE TABLE counted (id int AUTO_INCREMENT PRIMARY KEY, v int);
        CREATE TABLE latin (id int PRIMARY KEY, t varchar(20) CHARACTER SET latin1);
        INSERT INTO latin VALUES (1, 'café');
        CREATE TABLE many (a int, b int, v int, PRIMARY KEY (a, b));
        INSERT INTO many SELECT 1, seq, 0 FROM seq_1_to_17000;

        """;

    private MySqlTestDatabase? database;

    /// <inheritdoc/>
    public override string Schema { get; } = MySqlTestDatabase.NewName();

    /// <inheritdoc/>
    public override DbConnection Connect() => database!.Connect();

    /// <inheritdoc/>
    protected override async Task<string> CreateDatabaseAsync(CancellationToken stop)
    {
        database = await MySqlTestDatabase.CreateAsync(Schema, Tables, stop);
        return database.Url;
    }

    /// <inheritdoc/>
    protected override ValueTask DropDatabaseAsync() => database?.DisposeAsync() ?? ValueTask.CompletedTask;
}
