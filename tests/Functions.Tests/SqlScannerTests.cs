using Relata.Databases.Contract.Functions;
using Relata.Functions.Files;

namespace Relata.Functions.Tests;

/// <summary>What is a parameter in SQL, and where a statement ends.</summary>
public sealed class SqlScannerTests
{
    private static readonly SqlLexis Postgres = new() { DollarQuotes = true, EscapeStrings = true, NestedComments = true };
    private static readonly SqlLexis Sqlite = new() { Backticks = true, Brackets = true };
    private static readonly SqlLexis MySql = new() { Backticks = true, Backslashes = true, HashComments = true };

    [Theory]
    [InlineData("SELECT :a", "a")]
    [InlineData("SELECT :a,:b_1,(:a)", "a b_1 a")]
    [InlineData("SELECT a::int, b :: text, :c::int", "c")]
    [InlineData("SELECT @x := 1", "")]
    [InlineData("SELECT ':a', 'it''s :b', \":c\", :d", "d")]
    [InlineData("SELECT 'unended :a", "")]
    [InlineData("-- :a\nSELECT /* :b */ :c /* unended :d", "c")]
    [InlineData("SELECT 10:20, a[1:2]", "")]
    [InlineData("SELECT ':' || :größe", "größe")]
    [InlineData("SELECT : a", "")]
    [InlineData(":", "")]
    public void Parameters_are_found_outside_of_texts_names_and_comments(string sql, string names)
    {
        Parameters(sql, Postgres).ShouldBe(names);
        Parameters(sql, Sqlite).ShouldBe(names);
    }

    [Theory]
    [InlineData("SELECT $$ :a $$, $t$ :b $$ $t$, :c", "c")]
    [InlineData("SELECT $1, a$b$, :c, $d", "c")]
    [InlineData("SELECT E'\\' :a', '\\', :b", "b")]
    [InlineData("/* a /* :b */ :c */ SELECT :d", "d")]
    [InlineData("SELECT a #> :b, `:c`", "b c")]
    public void PostgreSQL_has_words_of_its_own(string sql, string names) => Parameters(sql, Postgres).ShouldBe(names);

    [Theory]
    [InlineData("SELECT [:a], `:b`, :c", "c")]
    [InlineData("/* a /* :b */ SELECT :c", "c")]
    [InlineData("SELECT '\\', :a", "a")]
    public void SQLite_has_words_of_its_own(string sql, string names) => Parameters(sql, Sqlite).ShouldBe(names);

    [Theory]
    [InlineData("SELECT '\\' :a', \"\\\" :b\", :c # :d", "c")]
    [InlineData("SELECT `:a`, :b", "b")]
    public void MariaDB_has_words_of_its_own(string sql, string names) => Parameters(sql, MySql).ShouldBe(names);

    [Theory]
    [InlineData("SELECT ?, @x, @'y', @`z`, :a", "? @x @ @")]
    [InlineData("SELECT @@sql_mode, @@session.sql_mode, '?', `?`, \"@x\", $a, :1 -- ?", "")]
    public void MariaDB_has_placeholders_and_variables(string sql, string others) =>
        Tokens(sql, MySql with { OtherParameters = "?@" }, SqlTokenKind.OtherParameter).ShouldBe(others);

    [Theory]
    [InlineData("", "")]
    [InlineData("-- nothing\n;;", "")]
    [InlineData("a; b ;", "0:a 3:b")]
    [InlineData("/* x */ a /* ; */ -- ;\n; ';'", "8:a 25:';'")]
    [InlineData("CREATE x BEGIN ATOMIC a; CASE b END; c; END; d", "0:CREATE x BEGIN ATOMIC a; CASE b END; c; END 45:d")]
    [InlineData("CREATE x AS $$ BEGIN; $$; d", "0:CREATE x AS $$ BEGIN; $$ 26:d")]
    public void A_statement_ends_at_its_semicolon(string sql, string statements) =>
        string.Join(' ', SqlStatements.Split(sql, Postgres).Select(statement => $"{statement.Offset}:{statement.Text}"))
            .ShouldBe(statements);

    private static string Parameters(string sql, SqlLexis lexis) =>
        Tokens(sql, lexis, SqlTokenKind.Parameter).Replace(":", "", StringComparison.Ordinal);

    private static string Tokens(string sql, SqlLexis lexis, SqlTokenKind kind)
    {
        var (scanner, texts) = (new SqlScanner(sql, lexis), new List<string>());
        while (scanner.Next(out var token))
            if (token.Kind == kind) texts.Add(sql.Substring(token.Start, token.Length));
        return string.Join(' ', texts);
    }
}
