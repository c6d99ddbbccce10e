using Relata.Conformance.Functions;
using Relata.Databases.Sqlite.Tests.Conformance;
using Relata.Support;

namespace Relata.Databases.Sqlite.Tests.Functions;

/// <summary>A server with the queries of <see cref="FunctionQuerySpec"/>.</summary>
public sealed class QueryServer : SqliteServer
{
    public QueryServer() => Functions = FunctionFolder.Of(FunctionQuerySpec.Queries);
}

/// <summary>A server with an empty directory, for files that come and go.</summary>
public sealed class EmptyFolderServer : SqliteServer
{
    public EmptyFolderServer() => Functions = FunctionFolder.Of([]);
}

public sealed class FunctionQueryTests(QueryServer server) : FunctionQuerySpec(server), IClassFixture<QueryServer>;

public sealed class FunctionWatchTests(EmptyFolderServer server)
    : FunctionWatchSpec(server), IClassFixture<EmptyFolderServer>;

public sealed class FunctionStartTests(SqliteServer server) : FunctionStartSpec(server), IClassFixture<SqliteServer>;
