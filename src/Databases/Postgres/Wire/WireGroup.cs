namespace Relata.Databases.Postgres.Wire;

/// <summary>Calls that share a Sync.</summary>
internal sealed class WireGroup
{
    /// <summary>The calls in the order in which they were sent.</summary>
    public List<WireCall> Calls { get; } = [];

    /// <summary>How many of them are answered.</summary>
    public int Answered { get; private set; }

    /// <summary>Whether an error discarded those that follow it.</summary>
    public bool HasFailed { get; set; }

    /// <summary>The call that is answered; null behind the last.</summary>
    public WireCall? Current => Answered is var place && place < Calls.Count ? Calls[place] : null;

    /// <summary>The current call has got all of its messages.</summary>
    public void Answer()
    {
        Calls[Answered].IsAnswered = true;
        Answered++;
    }
}
