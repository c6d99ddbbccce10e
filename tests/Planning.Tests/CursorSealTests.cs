using System.Text;
using Relata.Planning.Paging;

namespace Relata.Planning.Tests;

/// <summary>What a cursor holds can be read and not be changed.</summary>
public sealed class CursorSealTests
{
    private static readonly CursorSeal Seal = new("0123456789abcdef"u8.ToArray());

    [Theory]
    [InlineData("[1]", false)]
    [InlineData("[\"ü\",null,1e300]", true)]
    [InlineData("[]", true)]
    public void A_cursor_can_be_opened_by_its_maker(string place, bool isBackward)
    {
        Seal.TryOpen(Seal.Seal("item", isBackward, Encoding.UTF8.GetBytes(place)), "item", out var backward, out var found).ShouldBeTrue();
        (backward, Encoding.UTF8.GetString(found)).ShouldBe((isBackward, place));
    }

    [Fact]
    public void No_byte_of_a_cursor_can_be_changed()
    {
        var cursor = Seal.Seal("item", isBackward: false, "[1,\"abc\"]"u8);
        for (var i = 0; i < cursor.Length; i++)
        {
            foreach (var other in "AQgw_-")
            {
                if (other == cursor[i]) continue;
                var changed = string.Concat(cursor.AsSpan(0, i), [other], cursor.AsSpan(i + 1));
                var opens = Seal.TryOpen(changed, "item", out var backward, out var place);
                (opens && (backward || !place.AsSpan().SequenceEqual("[1,\"abc\"]"u8))).ShouldBeFalse(changed);
            }

            Seal.TryOpen(cursor[..i], "item", out _, out _).ShouldBeFalse();
        }
    }

    [Fact]
    public void A_cursor_belongs_to_its_shape_and_key()
    {
        var cursor = Seal.Seal("item", isBackward: false, "[1]"u8);
        Seal.TryOpen(cursor, "items", out _, out _).ShouldBeFalse();
        Seal.TryOpen(cursor, "ite", out _, out _).ShouldBeFalse();
        new CursorSeal("0123456789abcdeF"u8.ToArray()).TryOpen(cursor, "item", out _, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("%")]
    [InlineData("AQ")]
    [InlineData("ü")]
    [InlineData("AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_no_cursor_is_not_opened(string text) => Seal.TryOpen(text, "item", out _, out _).ShouldBeFalse();
}
