using System.Reflection;

namespace Relata.Conformance;

/// <summary>Whether a database's tests run every specification.</summary>
public static class Compliance
{
    private static readonly Type[] Kinds =
    [
        .. typeof(Specification).Assembly.GetTypes()
            .Where(type => type.IsAbstract && type.IsSubclassOf(typeof(Specification))),
    ];

    /// <summary>Every specification there is; one on which others are built only helps them.</summary>
    public static IReadOnlyList<Type> Specifications { get; } =
    [
        .. Kinds.Except(Kinds.Select(type => type.BaseType!)).OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>
    /// Holds when each specification has a subclass in the assembly or is skipped for a reason, and not both.
    /// </summary>
    /// <param name="tests">The database's tests.</param>
    /// <param name="skipped">The specifications that are not run, each with the reason.</param>
    public static void ShouldBeComplete(Assembly tests, IReadOnlyDictionary<Type, string> skipped)
    {
        var run = tests.GetTypes().Where(type => !type.IsAbstract).Select(type => type.BaseType).ToHashSet();
        Specifications.Where(type => !run.Contains(type) && !skipped.ContainsKey(type)).ShouldBeEmpty();
        skipped.Keys.Where(type => run.Contains(type) || !Specifications.Contains(type)).ShouldBeEmpty();
        skipped.Values.ShouldAllBe(reason => reason.Length > 0);
    }
}
