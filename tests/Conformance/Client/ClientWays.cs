namespace Relata.Conformance.Client;

/// <summary>Queries by SQL; each way is a specification of its own, so that none can be forgotten.</summary>
public abstract class ClientReadOverSqlSpec(ConformanceServer server) : ClientReadSpec(server, ClientWay.Sql);

/// <summary>Queries by HTTP.</summary>
public abstract class ClientReadOverHttpSpec(ConformanceServer server) : ClientReadSpec(server, ClientWay.Http);

/// <summary>Writes by SQL.</summary>
public abstract class ClientWriteOverSqlSpec(ConformanceServer server) : ClientWriteSpec(server, ClientWay.Sql);

/// <summary>Writes by HTTP.</summary>
public abstract class ClientWriteOverHttpSpec(ConformanceServer server) : ClientWriteSpec(server, ClientWay.Http);

/// <summary>Queries by HTTP, through a server in front of the one over the database.</summary>
public abstract class ClientReadThroughFrontSpec(ConformanceServer server) : ClientReadSpec(server, ClientWay.Http);

/// <summary>Writes by HTTP, through a server in front of the one over the database.</summary>
public abstract class ClientWriteThroughFrontSpec(ConformanceServer server) : ClientWriteSpec(server, ClientWay.Http);
