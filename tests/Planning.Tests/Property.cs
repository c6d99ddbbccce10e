using FsCheck;
using FsCheck.Fluent;

namespace Relata.Planning.Tests;

/// <summary>Checks statements about all values of a kind on the same two thousand of them each time.</summary>
internal static class Property
{
    /// <summary>A failure prints the seed with which it is repeated.</summary>
    private static readonly Config Fixed = Config.QuickThrowOnFailure
        .WithReplay(20240719UL, 1_000_003UL)
        .WithQuietOnSuccess(true)
        .WithMaxTest(2000);

    public static void Holds<T>(Gen<T> values, Action<T> statement) => Prop.ForAll(values.ToArbitrary(), statement).Check(Fixed);
}
