namespace Relata.Conformance.Ex;

/// <summary>Reads of the server over the database; each way is a specification of its own, so that none can be
/// forgotten.</summary>
public abstract class ExReadOfDatabaseSpec(ConformanceServer server) : ExReadSpec(server);

/// <summary>Reads through a server in front of it.</summary>
public abstract class ExReadThroughFrontSpec(ConformanceServer server) : ExReadSpec(server);

/// <summary>Writes of the server over the database.</summary>
public abstract class ExWriteOfDatabaseSpec(ConformanceServer server) : ExWriteSpec(server);

/// <summary>Writes through a server in front of it.</summary>
public abstract class ExWriteThroughFrontSpec(ConformanceServer server) : ExWriteSpec(server);

/// <summary>Batches of the server over the database.</summary>
public abstract class ExBatchOfDatabaseSpec(ConformanceServer server) : ExBatchSpec(server);

/// <summary>Batches through a server in front of it.</summary>
public abstract class ExBatchThroughFrontSpec(ConformanceServer server) : ExBatchSpec(server);
