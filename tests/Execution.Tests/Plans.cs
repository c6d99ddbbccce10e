using System.Collections.Frozen;
using Relata.Model.Expressions;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning;
using Relata.Planning.Paging;
using Relata.Planning.Plans;

namespace Relata.Execution.Tests;

/// <summary>Plans for a table with one column.</summary>
internal static class Plans
{
    private static readonly Column Id = new("id", 0, new ColumnType(TypeKind.Int64, "bigint"));

    private static readonly Table Item = new(new QualifiedName("main", "item"), TableKind.Table, [Id])
    {
        PrimaryKey = new Key("", [Id]), Writes = TableWrites.All,
    };

    private static readonly DatabaseSchema Schema = new(["main"], [Item], [], version: 1);

    private static readonly Planner Planner = new(
        new Limits(), new Capabilities { Database = "Test", Containers = [], Functions = [], Extensions = FrozenDictionary<Function, string>.Empty, Estimates = true, Callers = true, MaxParameters = 1000 },
        new CursorSeal(new byte[32]));

    public static ReadPlan Read(long offset = 0, CountMode count = CountMode.None, long limit = 100) =>
        (ReadPlan)Planner.Plan(new Read(Name("item")) { Page = new Page(limit, offset), Count = count }, Schema);

    /// <summary>A read with so many conditions: each number is a shape of its own.</summary>
    public static Plan Shape(int conditions, int value = 0)
    {
        var condition = new Comparison(
            ComparisonOperator.Equal, new ColumnName(Name("id")), Literal.FromText($"{value}", null));
        var filter = new Logical(LogicalOperator.Or, [.. Enumerable.Repeat(condition, conditions)]);
        return Planner.Plan(new Read(Name("item")) { Filter = filter }, Schema);
    }

    public static Plan Insert(int rows)
    {
        var row = new PayloadRow([new PayloadField(Name("id"), Literal.FromText("1", null))]);
        return Planner.Plan(new Insert(Name("item"), new Payload([.. Enumerable.Repeat(row, rows)], IsArray: true)), Schema);
    }

    public static Plan Delete() => Planner.Plan(new Delete(Name("item")) { EveryRow = true }, Schema);

    private static Name Name(string text) => new(text, null);
}
