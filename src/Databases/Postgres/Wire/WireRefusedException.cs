using Npgsql;

namespace Relata.Databases.Postgres.Wire;

/// <summary>
/// A server, or the way to it, asks for something that this path does not do; the driver may be able to.
/// </summary>
/// <param name="message">What that is.</param>
internal sealed class WireRefusedException(string message) : NpgsqlException(message);
