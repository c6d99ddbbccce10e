using Relata.Model.Failures;

namespace Relata.Databases.Postgres.Tests;

/// <summary>Runs what has to fail.</summary>
internal static class Failing
{
    public static async Task<Failure> WithAsync(Func<Task> run) =>
        (await Should.ThrowAsync<FailureException>(run)).Failure;

    public static async Task<FailureCode> CodeAsync(Func<Task> run) => (await WithAsync(run)).Code;
}
