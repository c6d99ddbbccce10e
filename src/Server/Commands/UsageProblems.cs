using System.CommandLine;
using System.CommandLine.Parsing;
using Relata.Model.Failures;

namespace Relata.Server.Commands;

/// <summary>Words what is wrong with a command line.</summary>
/// <remarks>
/// A misplaced argument is often a database URL, so a password: only the name of a flag, or nearly that
/// of a command, is repeated.
/// </remarks>
internal static class UsageProblems
{
    /// <summary>Everything that is wrong with arguments that have errors.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens.Count > 0)
            return [.. parsed.UnmatchedTokens.Select(token => Unmatched(token, parsed.CommandResult.Command))];
        var options = parsed.CommandResult.Children.OfType<OptionResult>()
            .Concat(parsed.RootCommandResult.Children.OfType<OptionResult>())
            .Where(option => option.Errors.Any())
            .Select(option => $"{option.Option.Name} takes one value")
            .Distinct()
            .ToList();
        return options.Count > 0 ? options : [.. parsed.Errors.Select(error => error.Message)];
    }

    private static string Unmatched(string token, Command command)
    {
        var word = token.Split('=', ':')[0];
        if (word.StartsWith('-') && word.All(letter => char.IsAsciiLetter(letter) || letter == '-'))
        {
            var hint = NearestName.Hint(word, OptionsOf(command));
            return $"unknown option {word}" + (hint is null ? "" : $". {hint}");
        }

        return NearestName.Find(token, ["serve", "introspect"]) is { } near
            ? $"unknown command {token}. Did you mean \"{near}\"?"
            : "unexpected argument: the commands are serve and introspect, a database is named by --database URL";
    }

    private static IEnumerable<string> OptionsOf(Command command) =>
        command.Options.Select(option => option.Name)
            .Concat(command.Parents.OfType<Command>().SelectMany(OptionsOf));
}
