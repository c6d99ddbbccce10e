using Relata.Model.Expressions;
using Relata.Sql.Tree;

namespace Relata.Sql.Lowering;

/// <summary>Lowers a bound expression to SQL.</summary>
/// <param name="alias">The alias of a source; null for a statement with one table.</param>
internal sealed class ExpressionLowering(Func<int, string?> alias) : ExpressionReader<SqlExpression>
{
    protected override SqlExpression ReadColumnReference(ColumnReference node) => Column(node);

    protected override SqlExpression ReadParameter(Parameter node) => Parameter(node);

    protected override SqlExpression ReadRowConstructor(RowConstructor node) => new SqlRowConstructor([.. node.Items.Select(Read)]);

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

    protected override SqlExpression ReadContains(Contains node) => new SqlContains(Read(node.Operand), Read(node.Value));

    protected override SqlExpression ReadColumnName(ColumnName node) => throw NotBound(node);

    protected override SqlExpression ReadLiteral(Literal node) => throw NotBound(node);

    protected override SqlExpression ReadLiteralList(LiteralList node) => throw NotBound(node);

    public SqlColumn Column(ColumnReference node) => new(alias(node.Source), node.Column);

    public static SqlParameter Parameter(Parameter node) => new(new StatementParameter(node.Index, node.Type, node.IsList));

    private static ArgumentException NotBound(Expression node) => new($"A plan holds an unbound {node.GetType().Name}.");
}
