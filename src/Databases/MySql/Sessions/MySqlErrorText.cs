using System.Text.RegularExpressions;

namespace Relata.Databases.MySql.Sessions;

/// <summary>Finds the names in what MariaDB says about a broken constraint; nothing else of it is repeated.</summary>
internal static partial class MySqlErrorText
{
    /// <summary>For <c>Duplicate entry '1' for key 'PRIMARY'</c>.</summary>
    public static string Unique(string message) => Key().Match(message) is { Success: true } match
        ? $"A row with the same key exists: constraint \"{match.Groups["name"].Value}\"."
        : "A row with the same key exists.";

    /// <summary>For <c>… (`db`.`voyage`, CONSTRAINT `voyage_ibfk_1` FOREIGN KEY …)</c>.</summary>
    public static string ForeignKey(string message) => ForeignKeyNames().Match(message) is { Success: true } match
        ? $"constraint \"{match.Groups["name"].Value}\" of table \"{match.Groups["table"].Value}\""
        : "a foreign key";

    /// <summary>For <c>Column 'name' cannot be null</c> and <c>Field 'name' doesn't have a default value</c>.</summary>
    public static string NotNull(string message) => Column().Match(message) is { Success: true } match
        ? $"Column \"{match.Groups["name"].Value}\" must have a value."
        : "A column that must have a value got none.";

    /// <summary>
    /// For <c>CONSTRAINT `positive` failed for `db`.`table`</c>; that of a column is named as the column.
    /// </summary>
    public static string Check(string message) => CheckName().Match(message) is { Success: true } match
        ? $"The row is refused: constraint \"{match.Groups["name"].Value}\" of table \"{match.Groups["table"].Value}\"."
        : "A check refuses the row.";

    [GeneratedRegex("for key '(?<name>[^']+)'$")]
    private static partial Regex Key();

    [GeneratedRegex("`\\.`(?<table>[^`]+)`, CONSTRAINT `(?<name>[^`]+)`")]
    private static partial Regex ForeignKeyNames();

    [GeneratedRegex("^(Column|Field) '(?<name>[^']+)'")]
    private static partial Regex Column();

    [GeneratedRegex("CONSTRAINT `(?<name>[^`]+)` failed for `[^`]+`\\.`(?<table>[^`]+)`")]
    private static partial Regex CheckName();
}
