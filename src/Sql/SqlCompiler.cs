using Relata.Planning.Plans;
using Relata.Sql.Lowering;
using Relata.Sql.Rewrites;
using Relata.Sql.Text;

namespace Relata.Sql;

/// <summary>Compiles the shape of a plan to the SQL of one database: lowering, the database's rewrites in order, text.</summary>
/// <param name="rewrites">The database's rewrites.</param>
/// <param name="quote">The character that the database puts around identifiers; the standard's is the double quote.</param>
public sealed class SqlCompiler(IReadOnlyList<SqlRewrite> rewrites, char quote = '"')
{
    /// <summary>Compiles a plan that is not a batch. No value of the plan takes part.</summary>
    public Script Compile(Plan plan)
    {
        var statements = new List<Statement>();
        foreach (var lowered in PlanLowering.Lower(plan))
        {
            var statement = rewrites.Aggregate(lowered, static (statement, rewrite) => rewrite.Apply(statement));
            var writer = new SqlWriter(quote);
            statement.Write(writer);
            statements.Add(writer.ToStatement());
        }

        return new Script(statements, LayoutOf(plan), CountsFirst: statements.Count > 1);
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
