using Relata.Model.Requests;
using Relata.Planning.Plans;
using Relata.Sql.Lowering;
using Relata.Sql.Rewrites;
using Relata.Sql.Text;
using Relata.Sql.Tree;

namespace Relata.Sql;

/// <summary>
/// Compiles the shape of a plan to the SQL of one database: lowering, the database's rewrites in order, text.
/// </summary>
/// <param name="rewrites">The database's rewrites.</param>
/// <param name="quote">The character that the database puts around identifiers; the standard's is the double
/// quote.</param>
public sealed class SqlCompiler(IReadOnlyList<SqlRewrite> rewrites, char quote = '"')
{
    /// <summary>Compiles a plan that is not a batch. No value of the plan takes part.</summary>
    public Script Compile(Plan plan)
    {
        var statements = PlanLowering.Lower(plan);
        foreach (var rewrite in rewrites) statements = [.. statements.SelectMany(rewrite.Split).Select(rewrite.Apply)];
        var count = plan is ReadPlan read ? read.Count : CountMode.None;
        return new Script([.. statements.Select(Text)], LayoutOf(plan), count);
    }

    private Statement Text(SqlStatement statement)
    {
        var writer = new SqlWriter(quote);
        statement.Write(writer);
        return writer.ToStatement();
    }

    private static RowLayout? LayoutOf(Plan plan) => plan switch
    {
        ReadPlan read => read.Projection.Layout,
        InsertPlan insert => insert.Returning?.Layout,
        UpdatePlan update => update.Returning?.Layout,
        DeletePlan delete => delete.Returning?.Layout,
        _ => null,
    };
}
