using Relata.Databases.Contract.Functions;
using Relata.Execution;
using Relata.Introspection;
using Relata.Model.Failures;
using Relata.Planning;
using Relata.Sql;

namespace Relata.Databases.Contract;

/// <summary>Everything that a database must supply.</summary>
public sealed record Database : IAsyncDisposable
{
    /// <summary>What it can do beyond the common ground.</summary>
    public required Capabilities Capabilities { get; init; }

    /// <summary>Reads its catalogue.</summary>
    public required ICatalogReader Catalog { get; init; }

    /// <summary>Notices when its catalogue changes.</summary>
    public required ISchemaWatch Watch { get; init; }

    /// <summary>Compiles plans to its SQL.</summary>
    public required SqlCompiler Compiler { get; init; }

    /// <summary>Runs scripts on it.</summary>
    public required ISessionSource Sessions { get; init; }

    /// <summary>Runs statements that callers wrote.</summary>
    public required IRawSql Raw { get; init; }

    /// <summary>Makes endpoints of files of SQL.</summary>
    public required IFunctionRegistry Functions { get; init; }

    /// <summary>
    /// Says in one line, to the operator who starts the server and not to callers, why the database cannot be used; it
    /// names hosts and roles and never a password.
    /// </summary>
    public required Func<FailureException, string> Explain { get; init; }

    /// <summary>What it tells those who watch the server.</summary>
    /// <value>The default value is nothing.</value>
    public IReadOnlyList<Meter> Meters { get; init; } = [];

    /// <summary>Closes its connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await Watch.DisposeAsync();
        await Sessions.DisposeAsync();
    }
}
