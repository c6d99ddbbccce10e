using System.Diagnostics;
using Relata.Sql.Text;

namespace Relata.Sql.Tree;

/// <summary>How many rows the database expects of a query that is not run. There is no standard spelling.</summary>
/// <param name="Rows">The query.</param>
public sealed record SqlEstimate(SqlSelect Rows) : SqlStatement
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer) =>
        throw new UnreachableException("An estimate is asked for in a database's own way.");
}
