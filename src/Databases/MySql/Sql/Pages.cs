using Relata.Sql.Rewrites;
using Relata.Sql.Tree;

namespace Relata.Databases.MySql.Sql;

/// <summary>Spells pages and written rows of queries: OFFSET stands behind a LIMIT only.</summary>
public sealed class Pages : SqlRewrite
{
    /// <inheritdoc/>
    public override IReadOnlyList<SqlStatement> Split(SqlStatement statement) => statement switch
    {
        SqlSelect { Limit: null, Offset: not null } select => [select with { Limit = long.MaxValue }],
        SqlChosen { Rows: { Limit: null, Offset: not null } rows } chosen =>
            [chosen with { Rows = rows with { Limit = long.MaxValue } }],
        _ => [statement],
    };

    /// <summary>A query whose rows that are written out have names for their columns.</summary>
    internal static SqlSelect WithValues(SqlSelect select) => select.From switch
    {
        SqlValues values => select with { From = new UnionedRows(values) },
        SqlDerivedTable derived => select with { From = derived with { Select = WithValues(derived.Select) } },
        _ => select,
    };
}
