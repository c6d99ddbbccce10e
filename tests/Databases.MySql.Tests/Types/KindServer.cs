using System.Data.Common;
using Relata.Conformance;
using Relata.Support;

namespace Relata.Databases.MySql.Tests.Types;

/// <summary>
/// A server over a table with a column of every type, and a view that takes long; no statement may take three seconds.
/// </summary>
public sealed class KindServer : ConformanceServer
{
    private const string Tables =
        """
        CREATE TABLE kind (
            id int unsigned AUTO_INCREMENT PRIMARY KEY, tiny tinyint, unsigned_tiny tinyint unsigned, unsigned_big bigint unsigned,
            unsigned_medium mediumint unsigned, long_decimal decimal(40,10), one_bit bit(1), bits bit(5), all_bits bit(64), y year,
            e enum('new','it''s','a,b'), s set('x','y','z'), c36 char(36), latin varchar(20) CHARACTER SET latin1,
            folded varchar(20) COLLATE utf8mb4_general_ci UNIQUE, bin16 binary(16), bytes varbinary(10), address inet6,
            place geometry, ts timestamp NULL, dt datetime, t time(3), f float, txt mediumtext, j json COMMENT 'as it is',
            next int GENERATED ALWAYS AS (tiny + 1) VIRTUAL, hidden int INVISIBLE DEFAULT 3);
        CREATE VIEW slow AS SELECT 1 AS id, SLEEP(600) AS slept;
        CREATE TABLE no_key (a int, b text);
        INSERT INTO no_key VALUES (1, 'x');

        """;

    private MySqlTestDatabase? database;

    /// <inheritdoc/>
    public override string Schema { get; } = MySqlTestDatabase.NewName();

    /// <inheritdoc/>
    protected override string Configuration => """{ "limits": { "statementTimeoutMilliseconds": 3000 } }""";

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
