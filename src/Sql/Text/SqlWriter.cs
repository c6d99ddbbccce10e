using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Relata.Model.Schema;

namespace Relata.Sql.Text;

/// <summary>
/// The only door to SQL text: literals of Relata's own code, names and index conditions of the schema, numbers, and
/// parameters. Text that a caller sent passes through none but <see cref="Parameter"/>, which keeps it out of the
/// statement.
/// </summary>
/// <param name="quote">The character that the database puts around identifiers.</param>
public sealed class SqlWriter(char quote)
{
    private readonly StringBuilder text = new();
    private readonly string quoted = new(quote, 1);
    private readonly string quotedTwice = new(quote, 2);
    private readonly List<StatementParameter> parameters = [];
    private readonly Dictionary<StatementParameter, int> numbers = new(ByValue.Comparer);

    /// <summary>Writes SQL that stands in Relata's own source code.</summary>
    /// <param name="syntax">A literal; anything else does not compile.</param>
    public SqlWriter Syntax([ConstantExpected] string syntax)
    {
        text.Append(syntax);
        return this;
    }

    /// <summary>Writes a quoted identifier that comes from the schema snapshot or from Relata itself.</summary>
    public SqlWriter Name(string name)
    {
        text.Append(quote).Append(name.Replace(quoted, quotedTwice, StringComparison.Ordinal)).Append(quote);
        return this;
    }

    /// <summary>
    /// Writes a placeholder for one of the plan's values; the same value has the same placeholder each time.
    /// </summary>
    public SqlWriter Parameter(StatementParameter parameter)
    {
        if (!numbers.TryGetValue(parameter, out var number))
        {
            parameters.Add(parameter);
            number = parameters.Count;
            numbers.Add(parameter, number);
        }

        text.Append('$').Append(number.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>Writes the condition of an index as the database's catalogue says it.</summary>
    public SqlWriter Condition(UniqueIndex index)
    {
        text.Append(index.Condition);
        return this;
    }

    /// <summary>Writes a number that is part of the plan's shape; a number cannot say anything else.</summary>
    public SqlWriter Number(long number)
    {
        text.Append(number.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>Writes a table's name with its schema.</summary>
    public SqlWriter Name(QualifiedName name) => Name(name.Schema).Syntax(".").Name(name.Name);

    /// <summary>Writes a node.</summary>
    public SqlWriter Node(Tree.SqlNode node)
    {
        node.Write(this);
        return this;
    }

    /// <summary>Writes items with a literal between them.</summary>
    public SqlWriter List<T>(IReadOnlyList<T> items, [ConstantExpected] string separator, Action<SqlWriter, T> write)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) text.Append(separator);
            write(this, items[i]);
        }

        return this;
    }

    /// <summary>The statement written so far.</summary>
    public Statement ToStatement() => new(text.ToString(), [.. parameters]);

    /// <summary>A plan's value has one type, so its place says it all; types compare slowly.</summary>
    private sealed class ByValue : IEqualityComparer<StatementParameter>
    {
        public static ByValue Comparer { get; } = new();

        public bool Equals(StatementParameter left, StatementParameter right) =>
            left.Value == right.Value && left.IsList == right.IsList && Equals(left.Constant, right.Constant);

        public int GetHashCode(StatementParameter parameter) =>
            HashCode.Combine(parameter.Value, parameter.IsList, parameter.Constant);
    }
}
