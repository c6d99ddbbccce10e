using Relata.Dialects.Contract;
using Relata.Model.Failures;

namespace Relata.Dialects.Tests.Contract;

public sealed class PercentEncodingTests
{
    private static readonly Position Place = new("query", 7, 5);

    [Theory]
    [InlineData("", "")]
    [InlineData("abc", "abc")]
    [InlineData("a%20b", "a b")]
    [InlineData("%41%4a%4A", "AJJ")]
    [InlineData("%C3%A4", "ä")]
    [InlineData("ä%C3%A4", "ää")]
    [InlineData("%F0%9F%98%80", "😀")]
    [InlineData("😀", "😀")]
    [InlineData("%00", "\0")]
    [InlineData("%25", "%")]
    [InlineData("%2525", "%25")]
    [InlineData("%2B", "+")]
    public void Text_is_decoded_as_UTF_8(string encoded, string decoded)
    {
        PercentEncoding.Decode(encoded, Place, plusIsBlank: false).ShouldBe(decoded);
        PercentEncoding.Decode(encoded, Place, plusIsBlank: true).ShouldBe(decoded);
    }

    [Fact]
    public void A_plus_is_a_blank_where_that_is_the_custom()
    {
        PercentEncoding.Decode("+a+%2B+", Place, plusIsBlank: true).ShouldBe(" a + ");
        PercentEncoding.Decode("+a+%2B+", Place, plusIsBlank: false).ShouldBe("+a+++");
    }

    [Theory]
    [InlineData("%")]
    [InlineData("a%2")]
    [InlineData("%zz")]
    [InlineData("%2g")]
    [InlineData("100%")]
    [InlineData("% 20")]
    [InlineData("%-1")]
    [InlineData("%u0041")]
    public void A_percent_sign_starts_a_byte(string encoded)
    {
        var failure = Refused(encoded);
        failure.Code.ShouldBe(FailureCode.MalformedSyntax);
        failure.Hint.ShouldBe("Write %25 for a percent sign.");
        failure.At.ShouldBe(Place);
    }

    [Theory]
    [InlineData("%FF")]
    [InlineData("%C3")]
    [InlineData("%C3A4")]
    [InlineData("%A4")]
    [InlineData("%C0%AF")]
    [InlineData("%ED%A0%80")]
    [InlineData("%F8%88%80%80%80")]
    public void Bytes_that_are_no_UTF_8_are_refused(string encoded)
    {
        var failure = Refused(encoded);
        failure.Code.ShouldBe(FailureCode.MalformedSyntax);
        failure.Message.ShouldBe("The text is no UTF-8.");
        failure.At.ShouldBe(Place);
    }

    /// <summary>Not a case of the theory above: an attribute's strings are UTF-8, which has no such half.</summary>
    [Fact]
    public void Half_of_a_surrogate_pair_is_refused() => Refused("a\ud800b").Message.ShouldBe("The text is no UTF-8.");

    [Theory]
    [InlineData("a,b/c d%e?f#g&h=i+j", "a%2Cb%2Fc%20d%25e%3Ff%23g%26h%3Di%2Bj")]
    [InlineData("ä😀", "%C3%A4%F0%9F%98%80")]
    public void A_part_of_a_key_comes_back_from_its_path(string text, string encoded)
    {
        PercentEncoding.EncodePathPart(text).ShouldBe(encoded);
        PercentEncoding.Decode(encoded, Place, plusIsBlank: false).ShouldBe(text);
    }

    [Theory]
    [InlineData("abc", 1, 1, 1, 1)]
    [InlineData("a+c", 1, 2, 1, 2)]
    [InlineData("%41%42c", 1, 1, 3, 3)]
    [InlineData("%C3%A4b", 0, 1, 0, 6)]
    [InlineData("%C3%A4b", 1, 1, 6, 1)]
    [InlineData("%E2%82%ACb", 1, 1, 9, 1)]
    [InlineData("%F0%9F%98%80b", 0, 2, 0, 12)]
    [InlineData("%F0%9F%98%80b", 2, 1, 12, 1)]
    [InlineData("%C3%A4", 1, 0, 6, 0)]
    public void A_decoded_part_is_found_in_what_was_sent(string encoded, int start, int length, int offset, int encodedLength) =>
        PercentEncoding.PlaceOf($"q={encoded}&x", new Position("query", 2, encoded.Length), start, length)
            .ShouldBe(new Position("query", 2 + offset, encodedLength));

    private static Failure Refused(string encoded) =>
        Should.Throw<FailureException>(() => PercentEncoding.Decode(encoded, Place, plusIsBlank: true)).Failure;
}
