using FsCheck;
using FsCheck.Fluent;

namespace Relata.Formats.Tests;

/// <summary>Checks statements about all values of a kind on the same thousand of them each time.</summary>
internal static class Property
{
    /// <summary>A failure prints the seed with which it is repeated.</summary>
    private static readonly Config Fixed = Config.QuickThrowOnFailure
        .WithReplay(20240719UL, 1_000_003UL)
        .WithQuietOnSuccess(true)
        .WithMaxTest(1000);

    /// <summary>Texts of any characters that Unicode has; those that JSON escapes come often.</summary>
    public static Gen<string> Texts { get; } = Gen.OneOf(
            Gen.Choose(0, 0x7F), Gen.Choose(0, 0xD7FF), Gen.Choose(0xE000, 0x10FFFF), Gen.Elements('"', '\\', '/', '\u2028').Select(c => (int)c))
        .Select(char.ConvertFromUtf32)
        .ListOf()
        .Select(string.Concat);

    public static void Holds<T>(Gen<T> values, Action<T> statement) => Prop.ForAll(values.ToArbitrary(), statement).Check(Fixed);
}
