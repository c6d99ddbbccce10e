namespace Relata.Databases.Sqlite.Sessions;

/// <summary>
/// Makes sentences of what SQLite says about a broken constraint, such as <c>UNIQUE constraint failed: camera.name</c>.
/// </summary>
internal static class SqliteConstraintText
{
    /// <summary>
    /// For a unique or primary key, <c>camera.name, camera.site</c> or <c>index 'camera_lower_name'</c>.
    /// </summary>
    public static string Unique(string message)
    {
        var subject = SubjectOf(message);
        if (subject.StartsWith("index '", StringComparison.Ordinal))
            return $"A row with the same value exists in the unique index {subject["index '".Length..].TrimEnd('\'')}.";
        var columns = subject.Split(", ");
        if (!columns.All(column => column.Contains('.', StringComparison.Ordinal)))
            return "A row with the same key exists.";
        return $"A row with the same {Listed([.. columns.Select(ColumnOf)])} exists in {TableOf(columns[0])}.";
    }

    /// <summary>For a column without a value, <c>camera.name</c>.</summary>
    public static string NotNull(string message) =>
        SubjectOf(message) is var column && column.Contains('.', StringComparison.Ordinal)
            ? $"The column {ColumnOf(column)} of {TableOf(column)} must have a value."
            : "A column that must have a value got none.";

    /// <summary>
    /// For a check: its name. One without a name is reported as its expression, which is SQL and stays here.
    /// </summary>
    public static string Check(string message) =>
        SubjectOf(message) is { Length: > 0 } name && name.All(letter => char.IsLetterOrDigit(letter) || letter == '_')
            ? $"The check {name} refuses the row."
            : "A check refuses the row.";

    private static string SubjectOf(string message) =>
        message.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var colon ? message[(colon + 2)..] : "";

    private static string ColumnOf(string subject) => subject[(subject.LastIndexOf('.') + 1)..];

    private static string TableOf(string subject) => subject[..subject.LastIndexOf('.')];

    private static string Listed(string[] names) =>
        names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
}
