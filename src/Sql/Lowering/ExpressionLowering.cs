using Relata.Model.Expressions;
using Relata.Model.Schema;
using Relata.Sql.Tree;

namespace Relata.Sql.Lowering;

/// <summary>Lowers a bound expression to SQL.</summary>
/// <param name="alias">The alias of a source; null for a statement with one table.</param>
internal sealed class ExpressionLowering(Func<int, string?> alias) : ExpressionReader<SqlExpression>
{
    protected override SqlExpression ReadColumnReference(ColumnReference node) => Column(node);

    protected override SqlExpression ReadParameter(Parameter node) => Parameter(node);

    protected override SqlExpression ReadRowConstructor(RowConstructor node) =>
        new SqlRowConstructor([.. node.Items.Select(Read)]);

    protected override SqlExpression ReadNow(Now node) => new SqlNow(node.Type);

    protected override SqlExpression ReadLogical(Logical node) =>
        new SqlLogical(node.Operator, [.. node.Operands.Select(Read)]);

    protected override SqlExpression ReadNot(Not node) => new SqlNot(Read(node.Operand));

    protected override SqlExpression ReadComparison(Comparison node) =>
        new SqlComparison(node.Operator, Read(node.Left), Read(node.Right));

    protected override SqlExpression ReadIn(In node) => new SqlIn(Read(node.Operand), Parameter((Parameter)node.List));

    protected override SqlExpression ReadBetween(Between node) =>
        new SqlBetween(Read(node.Operand), Read(node.Low), Read(node.High));

    protected override SqlExpression ReadIs(Is node) => new SqlIs(Read(node.Operand), node.Test);

    protected override SqlExpression ReadTextMatch(TextMatch node) => (node.Kind, node.IgnoreCase) switch
    {
        (TextMatchKind.Regex, var ignoreCase) => new SqlRegex(Read(node.Operand), Read(node.Pattern), ignoreCase),
        (_, true) => new SqlLikeIgnoringCase(Read(node.Operand), Read(node.Pattern)),
        (_, false) => new SqlLike(Read(node.Operand), Read(node.Pattern)),
    };

    protected override SqlExpression ReadContains(Contains node) =>
        new SqlContains(Read(node.Operand), Read(node.Value));

    protected override SqlExpression ReadFunctionCall(FunctionCall node) =>
        new SqlFunction(node.Function, [.. node.Arguments.Select(Read)]) { Schema = node.Schema };

    protected override SqlExpression ReadJsonPath(JsonPath node) =>
        new SqlJsonPath(Read(node.Operand), Read(node.Steps), node.Kind);

    protected override SqlExpression ReadExists(Exists node)
    {
        var relationship = node.Relationship;
        var (near, far) = (alias(node.Near), alias(node.Far));
        var tables = new List<SqlTable> { new(relationship.To.Name, far) };
        var conditions = new List<SqlExpression>();
        if (relationship.Junction is { } junction)
        {
            var through = alias(node.Through.GetValueOrDefault());
            tables.Insert(0, new SqlTable(junction.Table.Name, through));
            conditions.AddRange(Equal(through, junction.NearColumns, near, relationship.FromColumns));
            conditions.AddRange(Equal(far, relationship.ToColumns, through, junction.FarColumns));
        }
        else
        {
            conditions.AddRange(Equal(far, relationship.ToColumns, near, relationship.FromColumns));
        }

        if (node.Condition is not null) conditions.Add(Read(node.Condition));
        return new SqlExists(tables, SqlLogical.All(conditions));
    }

    protected override SqlExpression ReadRelated(Related node) => throw NotBound(node);

    protected override SqlExpression ReadColumnName(ColumnName node) => throw NotBound(node);

    protected override SqlExpression ReadLiteral(Literal node) => throw NotBound(node);

    protected override SqlExpression ReadLiteralList(LiteralList node) => throw NotBound(node);

    public SqlColumn Column(ColumnReference node) => new(alias(node.Source), node.Column);

    public static SqlParameter Parameter(Parameter node) =>
        new(new StatementParameter(node.Index, node.Type, node.IsList));

    private static IEnumerable<SqlExpression> Equal(
        string? left, IReadOnlyList<Column> leftColumns, string? right, IReadOnlyList<Column> rightColumns) =>
        leftColumns.Zip(rightColumns, (leftColumn, rightColumn) => new SqlComparison(
            ComparisonOperator.Equal, new SqlColumn(left, leftColumn), new SqlColumn(right, rightColumn)));

    private static ArgumentException NotBound(Expression node) =>
        new($"A plan holds an unbound {node.GetType().Name}.");
}
