namespace Relata.Documentation.Tests.Examples;

/// <summary>The examples that MariaDB answers otherwise than the page says, each with the reason.</summary>
internal static class MariaDbDifferences
{
    private static readonly (string Page, string Command, string Reason)[] All =
    [
        ("ex.md", "X-On-Conflict-Ignore: true", "an upsert uses up a number that the database gives"),
        ("ex.md", "X-Order-By: id desc", "the row above has another number"),
        ("rest.md", "/tag?count=estimated", "the message names the database"),
        ("rest.md", "settings__contain", "JSON within JSON is refused"),
        ("rest.md", "start_timestamp__gte=yesterday", "the message names the type"),
        ("rest.md", """'[{"name":"rain"},{"name":"snow"}]' 'http://127.0.0.1:8080/tag'""", "the message names the constraint"),
        ("rest.md", "-X DELETE 'http://127.0.0.1:8080/site/1'", "the message names the constraint"),
        ("rest-conventions.md", "/alias?on_conflict=name", "there are no indexes over some of the rows"),
    ];

    /// <summary>Why MariaDB's answer differs; null when it does not.</summary>
    public static string? Reason(string page, string command) => All
        .FirstOrDefault(difference => page.EndsWith(difference.Page, StringComparison.Ordinal)
            && command.Contains(difference.Command, StringComparison.Ordinal)).Reason;
}
