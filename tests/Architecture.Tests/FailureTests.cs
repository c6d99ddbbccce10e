using Relata.Model.Failures;

namespace Relata.Architecture.Tests;

/// <summary>The failures of the code and those of the manual are the same.</summary>
public sealed class FailureTests
{
    private static readonly FailureCode[] Codes = Enum.GetValues<FailureCode>();

    [Fact]
    public void Every_failure_has_a_section_in_the_order_of_the_code() =>
        FailureSection.Read().Select(section => section.Name).ShouldBe(Codes.Select(code => code.PublicName()));

    [Fact]
    public void Every_section_names_the_status_that_is_answered()
    {
        var statuses = FailureSection.Read().Select(section => (section.Name, section.Status));
        statuses.ShouldBe(Codes.Select(code => (code.PublicName(), (int?)code.Status())));
    }

    [Fact]
    public void Every_section_says_what_it_means_and_what_to_do()
    {
        var incomplete = FailureSection.Read()
            .Where(section => !section.Text.Any(line => line.StartsWith("**Meaning:** ", StringComparison.Ordinal))
                || !section.Text.Any(line => line.StartsWith("**What to do:** ", StringComparison.Ordinal)))
            .Select(section => section.Name);
        incomplete.ShouldBeEmpty();
    }

    [Fact]
    public void Public_names_differ_and_are_lower_case_words_joined_by_hyphens()
    {
        var names = Codes.Select(code => code.PublicName()).ToList();
        names.ShouldBeUnique();
        names.ShouldAllBe(name => name.All(letter => char.IsAsciiLetterLower(letter) || letter == '-'));
    }
}
