using System.Globalization;
using System.Text;

namespace Relata.Databases.Postgres.Wire;

/// <summary>A statement as one connection knows it.</summary>
/// <param name="name">Its name there; no other statement of the connection ever has it.</param>
internal sealed class WireStatement(byte[] name)
{
    /// <summary>Its name there.</summary>
    public byte[] Name { get; } = name;

    /// <summary>Whether it was sent to be parsed.</summary>
    public bool IsSent { get; set; }

    /// <summary>Whether it is parsed and returns what its readers read.</summary>
    public bool IsReady { get; set; }

    /// <summary>When it was used last, counted in uses.</summary>
    public long LastUse { get; set; }
}

/// <summary>The statements that one connection has prepared: no more than so many, the one used longest ago goes
/// first.</summary>
/// <remarks>Not for concurrent use: belongs to whoever writes to the connection.</remarks>
internal sealed class WireStatements
{
    private const int Most = 256;

    private readonly Dictionary<string, WireStatement> known = new(ReferenceEqualityComparer.Instance);
    private readonly List<byte[]> gone = [];
    private long uses;
    private long names;

    /// <summary>The statement on this connection; the caller sees to it that it is sent.</summary>
    /// <param name="text">Its text, which is one object for all of its runs.</param>
    public WireStatement For(string text)
    {
        if (!known.TryGetValue(text, out var found))
        {
            if (known.Count == Most) Forget(known.MinBy(pair => pair.Value.LastUse).Key);
            var name = string.Create(CultureInfo.InvariantCulture, $"r{++names}");
            known.Add(text, found = new WireStatement(Encoding.ASCII.GetBytes(name)));
        }

        found.LastUse = ++uses;
        return found;
    }

    /// <summary>Forgets a statement, so that it is parsed anew when it is used again.</summary>
    public void Forget(string text)
    {
        if (known.Remove(text, out var statement)) gone.Add(statement.Name);
    }

    /// <summary>
    /// Closes what was forgotten, before anything that could fail and discard that; closing what does not exist is no
    /// error.
    /// </summary>
    public void Close(WireOutput output)
    {
        foreach (var name in gone)
        {
            output.Begin('C');
            output.Byte((byte)'S');
            output.Raw(name);
            output.Byte(0);
            output.End();
        }

        gone.Clear();
    }
}
