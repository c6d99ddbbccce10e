using FsCheck.Fluent;

namespace Relata.Formats.Tests;

public sealed class Utf8BufferTests
{
    [Fact]
    public void What_was_written_stays_while_the_buffer_grows() => Property.Holds(
        Gen.Choose(0, 6000).ListOf(), lengths =>
    {
        using var buffer = new Utf8Buffer();
        using var expected = new MemoryStream();
        foreach (var (i, length) in lengths.Index())
        {
            var piece = Enumerable.Repeat((byte)i, length).ToArray();
            buffer.Write(piece);
            buffer.Write((byte)0xFF);
            expected.Write(piece);
            expected.WriteByte(0xFF);
        }

        buffer.Written.Span.SequenceEqual(expected.ToArray()).ShouldBeTrue();
    });

    [Fact]
    public void There_is_room_for_more_than_twice_as_much()
    {
        using var buffer = new Utf8Buffer();
        buffer.Write("start"u8);
        buffer.Room(1_000_000).Length.ShouldBeGreaterThanOrEqualTo(1_000_000);
        buffer.Written.ToArray().ShouldBe("start"u8.ToArray());
    }

    [Fact]
    public void Room_counts_when_it_is_kept()
    {
        using var buffer = new Utf8Buffer();
        "abc"u8.CopyTo(buffer.Room(3));
        buffer.Length.ShouldBe(0);
        buffer.Advance(2);
        buffer.Written.ToArray().ShouldBe("ab"u8.ToArray());
    }

    [Fact]
    public void Memory_and_span_are_never_empty()
    {
        using var buffer = new Utf8Buffer();
        for (var i = 0; i < 10_000; i++)
        {
            buffer.GetMemory().Length.ShouldBePositive();
            buffer.GetSpan()[0] = (byte)i;
            buffer.Advance(1);
        }

        buffer.Written.ToArray().SequenceEqual(Enumerable.Range(0, 10_000).Select(i => (byte)i)).ShouldBeTrue();
    }

    [Fact]
    public void A_cleared_buffer_is_written_from_the_start()
    {
        using var buffer = new Utf8Buffer();
        buffer.Write("before"u8);
        buffer.Clear();
        buffer.Write("after"u8);
        buffer.Written.ToArray().ShouldBe("after"u8.ToArray());
    }

    [Fact]
    public void A_buffer_may_be_disposed_twice()
    {
        var buffer = new Utf8Buffer();
        buffer.Write("a"u8);
        buffer.Dispose();
        buffer.Dispose();
        buffer.Length.ShouldBe(0);
        buffer.Written.Length.ShouldBe(0);
    }
}
