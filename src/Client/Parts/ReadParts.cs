using Relata.Model.Expressions;
using Relata.Model.Requests;

namespace Relata.Client.Parts;

/// <summary>Which columns are answered.</summary>
/// <param name="Names">Their names.</param>
public sealed record Columns(IReadOnlyList<string> Names) : IRequestPart<Read>
{
    /// <inheritdoc/>
    public Read AddTo(Read request) => request with { Selection = new Selection(Parts.Names.Of(Names), []) };
}

/// <summary>In which columns rows must be alike to become one.</summary>
/// <param name="Names">Their names.</param>
public sealed record GroupBy(IReadOnlyList<string> Names) : IRequestPart<Read>
{
    /// <inheritdoc/>
    public Read AddTo(Read request) => request with
    {
        Summary = new Summary(
            [.. Parts.Names.Of(Names).Select(name => new Group(new ColumnName(name), name))], [], Having: null),
    };
}

/// <summary>In which columns rows must be alike to be limited together.</summary>
/// <param name="Names">Their names.</param>
public sealed record Partition(IReadOnlyList<string> Names) : IRequestPart<Read>
{
    /// <inheritdoc/>
    public Read AddTo(Read request) => request with { PartitionBy = Parts.Names.Of(Names) };
}
