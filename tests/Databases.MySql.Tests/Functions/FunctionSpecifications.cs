using Relata.Conformance.Functions;
using Relata.Databases.MySql.Tests.Conformance;
using Relata.Support;

namespace Relata.Databases.MySql.Tests.Functions;

/// <summary>A server with the queries of <see cref="FunctionQuerySpec"/>, where needed in MariaDB's words.</summary>
public sealed class QueryServer : MySqlServer
{
    private static readonly Dictionary<string, string> Own = new()
    {
        ["twice/get/named_twice.sql"] = """
            # ':no' is none
            SELECT ':text' AS a, `:quoted` AS b, id /* :comment */ FROM (SELECT id, name AS `:quoted` FROM person) AS p
            WHERE id = :id OR id = :id -- :trailing
            """,
        ["visits/get/count_visit.sql"] = "-- @volatile\nINSERT INTO draft (title) VALUES (:title) RETURNING title",
        ["many/get/many_rows.sql"] = "SELECT seq AS n FROM seq_1_to_20000",
        ["nap/get/too_slow.sql"] = "-- @timeout 200ms\nSELECT SLEEP(30) AS n",
    };

    public QueryServer() => Functions = FunctionFolder.Of(
        FunctionQuerySpec.Queries.Select(file => KeyValuePair.Create(file.Key, Own.GetValueOrDefault(file.Key, file.Value))));
}

/// <summary>A server with an empty directory, for files that come and go.</summary>
public sealed class EmptyFolderServer : MySqlServer
{
    public EmptyFolderServer() => Functions = FunctionFolder.Of([]);
}

public sealed class FunctionQueryTests(QueryServer server) : FunctionQuerySpec(server), IClassFixture<QueryServer>;

public sealed class FunctionWatchTests(EmptyFolderServer server)
    : FunctionWatchSpec(server), IClassFixture<EmptyFolderServer>;

public sealed class FunctionStartTests(MySqlServer server) : FunctionStartSpec(server), IClassFixture<MySqlServer>;
