using Relata.Conformance.Functions;
using Relata.Databases.Postgres.Tests.Conformance;
using FunctionFolder = Relata.Support.FunctionFolder;

namespace Relata.Databases.Postgres.Tests.Functions;

/// <summary>A server with the queries of <see cref="FunctionQuerySpec"/>.</summary>
public sealed class QueryServer : PostgresServer
{
    public QueryServer() => Functions = FunctionFolder.Of(FunctionQuerySpec.Queries);
}

/// <summary>A server with an empty directory, for files that come and go.</summary>
public sealed class EmptyFolderServer : PostgresServer
{
    public EmptyFolderServer() => Functions = FunctionFolder.Of([]);
}

public sealed class FunctionQueryTests(QueryServer server) : FunctionQuerySpec(server), IClassFixture<QueryServer>;

public sealed class FunctionWatchTests(EmptyFolderServer server)
    : FunctionWatchSpec(server), IClassFixture<EmptyFolderServer>;

public sealed class FunctionStartTests(PostgresServer server) : FunctionStartSpec(server), IClassFixture<PostgresServer>;
