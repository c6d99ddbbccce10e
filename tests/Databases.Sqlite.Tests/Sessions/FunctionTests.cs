using Relata.Model.Failures;

namespace Relata.Databases.Sqlite.Tests.Sessions;

/// <summary>The functions that each connection gets; SQLite's own LIKE stays as it is.</summary>
public sealed class FunctionTests
{
    [Theory]
    [InlineData("relata_fold('ÄPFEL Ünd ΣΟΦΟΣ')", "\"äpfel ünd σοφοσ\"")]
    [InlineData("relata_fold('Plain ASCII')", "\"plain ascii\"")]
    [InlineData("relata_fold('')", "\"\"")]
    [InlineData("relata_fold(NULL)", "null")]
    [InlineData("relata_fold(12)", "\"12\"")]
    [InlineData("relata_fold('ÄPFEL') GLOB relata_glob(relata_fold('äP%'))", "1")]
    [InlineData("relata_glob('a%b_c')", "\"a*b?c\"")]
    [InlineData("relata_glob('100\\% \\_ \\\\')", "\"100% _ \\\"")]
    [InlineData("relata_glob('*?[]')", "\"[*][?][[]]\"")]
    [InlineData("relata_glob(NULL)", "null")]
    [InlineData("'a*b' GLOB relata_glob('a*b')", "1")]
    [InlineData("'axb' GLOB relata_glob('a*b')", "0")]
    [InlineData("'Apple' LIKE 'a%'", "1")]
    [InlineData("relata_regexp('^a.c$', 'abc', 0)", "1")]
    [InlineData("relata_regexp('b', 'abc', 0)", "1")]
    [InlineData("relata_regexp('B', 'abc', 0)", "0")]
    [InlineData("relata_regexp('Ä', 'xäx', 1)", "1")]
    [InlineData("relata_regexp('a', NULL, 0)", "null")]
    [InlineData("relata_regexp(NULL, 'a', 0)", "null")]
    [InlineData("relata_regexp('^$', '', 0)", "1")]
    [InlineData("relata_regexp('^5', 52, 0)", "1")]
    public async Task Answers(string expression, string answer)
    {
        await using var database = await TemporaryDatabase.CreateAsync("CREATE TABLE t (a)");
        (await database.ReadAsync(Kinds.Text, $"SELECT {expression}")).ShouldBe(answer);
    }

    [Fact]
    public async Task Matches_in_both_ways_within_one_statement()
    {
        await using var database = await TemporaryDatabase.CreateAsync(
            "CREATE TABLE t (a); INSERT INTO t VALUES ('x'), ('X')");
        var run = database.Script(
            [Kinds.Integer, Kinds.Integer], "SELECT relata_regexp('x', a, 0), relata_regexp('x', a, 1) FROM t");
        (await database.ReadAsync(run)).ShouldBe("1|1\n0|1");
    }

    [Theory]
    [InlineData("(", "The pattern \"(\" is no regular expression.")]
    [InlineData("(a)\\1", "The pattern \"(a)\\1\" is no regular expression of those supported.")]
    [InlineData("(?=a)", "The pattern \"(?=a)\" is no regular expression of those supported.")]
    [InlineData("((a{900}){900}){900}",
        "The pattern \"((a{900}){900}){900}\" is no regular expression of those supported.")]
    public async Task Refuses_a_pattern_that_is_none(string pattern, string message)
    {
        await using var database = await TemporaryDatabase.CreateAsync(
            "CREATE TABLE t (a); INSERT INTO t VALUES ('x')");
        var failure = await Should.ThrowAsync<FailureException>(() => database.ReadAsync(
            Kinds.Text, "SELECT a FROM t WHERE relata_regexp($1, a, 0)", (Kinds.Text, pattern)));
        failure.Failure.Code.ShouldBe(FailureCode.BadValue);
        failure.Message.ShouldBe(message);
        (await database.ReadAsync(Kinds.Text, "SELECT a FROM t")).ShouldBe("\"x\"");
    }

    [Fact]
    public async Task Shows_only_the_start_of_a_long_pattern()
    {
        await using var database = await TemporaryDatabase.CreateAsync("CREATE TABLE t (a)");
        var failure = await Should.ThrowAsync<FailureException>(() => database.ReadAsync(
            Kinds.Text, "SELECT relata_regexp($1, 'x', 0)", (Kinds.Text, new string('(', 5000))));
        failure.Message.Length.ShouldBeLessThan(200);
    }
}
