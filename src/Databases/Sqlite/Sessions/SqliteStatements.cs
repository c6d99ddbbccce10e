namespace Relata.Databases.Sqlite.Sessions;

/// <summary>The prepared statements that one connection keeps, by their text.</summary>
internal sealed class SqliteStatements(int capacity) : IDisposable
{
    private readonly Dictionary<string, LinkedListNode<SqliteStatement>> byText = new(StringComparer.Ordinal);
    private readonly LinkedList<SqliteStatement> byUse = new();

    /// <summary>The statement with this text, if it is kept; it counts as used now.</summary>
    public SqliteStatement? Find(string text)
    {
        if (!byText.TryGetValue(text, out var node)) return null;
        byUse.Remove(node);
        byUse.AddLast(node);
        return node.Value;
    }

    /// <summary>Keeps one more, in place of the one that was not used for the longest time.</summary>
    public void Keep(SqliteStatement statement)
    {
        byText.Add(statement.Text, byUse.AddLast(statement));
        if (byUse.Count <= Math.Max(1, capacity) || byUse.First is not { } oldest) return;
        byUse.RemoveFirst();
        byText.Remove(oldest.Value.Text);
        oldest.Value.Dispose();
    }

    public void Dispose()
    {
        foreach (var statement in byUse) statement.Dispose();
        byUse.Clear();
        byText.Clear();
    }
}
