namespace Relata.Databases.Postgres.Wire;

/// <summary>
/// The server's messages do not follow each other as they should: the connection is of no use any more.
/// </summary>
/// <param name="message">What was wrong, for the operator.</param>
internal sealed class WireException(string message) : IOException(message);
