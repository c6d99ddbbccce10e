namespace Relata.Server.Configuration;

/// <summary>What the command line says, as text; null where it says nothing.</summary>
/// <param name="Database">The value of <c>--database</c>.</param>
/// <param name="Listen">The value of <c>--listen</c>.</param>
/// <param name="Schemas">The value of <c>--schemas</c>.</param>
/// <param name="Upstream">The value of <c>--upstream</c>.</param>
/// <param name="Config">The value of <c>--config</c>.</param>
/// <param name="Functions">The value of <c>--functions</c>.</param>
/// <param name="PostgresReads">The value of <c>--postgres-reads</c>.</param>
internal sealed record GivenOptions(
    string? Database = null,
    string? Listen = null,
    string? Schemas = null,
    string? Config = null,
    string? Upstream = null,
    string? Functions = null,
    string? PostgresReads = null);
