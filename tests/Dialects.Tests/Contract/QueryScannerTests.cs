using Relata.Dialects.Contract;
using Relata.Model.Failures;

namespace Relata.Dialects.Tests.Contract;

public sealed class QueryScannerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a=1", "a=1")]
    [InlineData("a=1&b=2&a=3", "a=1|b=2|a=3")]
    [InlineData("a", "a=")]
    [InlineData("a=", "a=")]
    [InlineData("a=b=c==", "a=b=c==")]
    [InlineData("=5", "=5")]
    [InlineData("=", "=")]
    [InlineData("&&a=1&", "a=1")]
    [InlineData("a%3Db=c%26d", "a=b=c&d")]
    [InlineData("a+b=c+d%2B", "a b=c d+")]
    [InlineData("a;b=1", "a;b=1")]
    [InlineData("a?=?", "a?=?")]
    public void Pairs_come_in_the_order_written(string query, string pairs) =>
        string.Join('|', QueryScanner.Scan(query).Select(pair => $"{pair.Key.Text}={pair.Value}")).ShouldBe(pairs);

    [Fact]
    public void Places_are_those_of_the_text_as_it_was_sent()
    {
        var pairs = QueryScanner.Scan("a%20b=%C3%A4&c&d=e=f");
        pairs.Select(pair => pair.Key.At).ShouldBe([Place(0, 5), Place(13, 1), Place(15, 1)]);
        pairs.Select(pair => pair.At).ShouldBe([Place(6, 6), Place(14, 0), Place(17, 3)]);
    }

    [Theory]
    [InlineData("a=1&b%=2", 4, 2)]
    [InlineData("a=1&b=%FFx", 6, 4)]
    public void A_failure_names_the_part_that_is_wrong(string query, int offset, int length) =>
        Should.Throw<FailureException>(() => QueryScanner.Scan(query)).Failure.At.ShouldBe(Place(offset, length));

    private static Position Place(int offset, int length) => new("query", offset, length);
}
