using Relata.Model.Expressions;
using Relata.Model.Requests;

namespace Relata.Client.Parts;

/// <summary>Which columns are answered.</summary>
/// <param name="Names">Their names; none says nothing.</param>
public sealed record Columns(IReadOnlyList<string> Names) : IRequestPart<Read>
{
    /// <inheritdoc/>
    public Read AddTo(Read request)
    {
        if (Names.Count == 0) return request;
        Once.Require(request.Selection.Fields is null, "The list of columns");
        return request with { Selection = request.Selection with { Fields = Parts.Names.Of(Names) } };
    }
}

/// <summary>In which columns rows must be alike to become one.</summary>
/// <param name="Names">Their names; none says nothing.</param>
public sealed record GroupBy(IReadOnlyList<string> Names) : IRequestPart<Read>
{
    /// <inheritdoc/>
    public Read AddTo(Read request)
    {
        if (Names.Count == 0) return request;
        Once.Require(request.Summary is null, "The list of groups");
        var groups = Parts.Names.Of(Names).Select(name => new Group(new ColumnName(name), name));
        return request with { Summary = new Summary([.. groups], [], Having: null) };
    }
}

/// <summary>In which columns rows must be alike to be limited together.</summary>
/// <param name="Names">Their names; none says nothing.</param>
public sealed record Partition(IReadOnlyList<string> Names) : IRequestPart<Read>
{
    /// <inheritdoc/>
    public Read AddTo(Read request)
    {
        if (Names.Count == 0) return request;
        Once.Require(request.PartitionBy.Count == 0, "The partition");
        return request with { PartitionBy = Parts.Names.Of(Names) };
    }
}
