namespace Relata.Databases.Postgres.Wire;

/// <summary>What a server says of a session while it starts.</summary>
/// <param name="Process">The number of its process; 0 when it has told none.</param>
/// <param name="Secret">What a request to cancel has to show; empty when it has told none.</param>
/// <param name="Parameters">Its settings that it tells by itself.</param>
internal sealed record WireSession(int Process, byte[] Secret, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>
    /// Throws when texts would not come in UTF-8 or times not as whole numbers; a server whose encoding is
    /// <c>SQL_ASCII</c> does not convert, whatever is asked.
    /// </summary>
    public void Demand()
    {
        Demand("client_encoding", static value => value == "UTF8");
        Demand("server_encoding", static value => value != "SQL_ASCII");
        Demand("integer_datetimes", static value => value == "on");
    }

    private void Demand(string name, Func<string, bool> isGood)
    {
        if (!Parameters.TryGetValue(name, out var value) || !isGood(value))
            throw new WireRefusedException($"The server's {name} is {value ?? "not known"}.");
    }
}
