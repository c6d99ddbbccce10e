using Relata.Databases.Contract.Functions;

namespace Relata.Functions.Files;

/// <summary>Splits SQL into statements at the semicolons that end one.</summary>
internal static class SqlStatements
{
    /// <summary>The statements without the comments around them and the semicolon behind them.</summary>
    public static List<SqlStatementText> Split(string sql, SqlLexis lexis)
    {
        var (statements, depth) = (new List<SqlStatementText>(), 0);
        var (first, last) = (default(SqlToken?), default(SqlToken));
        var scanner = new SqlScanner(sql, lexis);
        while (scanner.Next(out var token))
        {
            if (token.Kind == SqlTokenKind.Semicolon && depth == 0)
            {
                Add();
                first = null;
                continue;
            }

            first ??= token;
            last = token;

            // A body of the standard's form holds semicolons: CREATE FUNCTION … BEGIN ATOMIC …; CASE … END; END.
            if (!first.Value.Is("CREATE", sql)) continue;
            if (token.Is("BEGIN", sql) || (depth > 0 && token.Is("CASE", sql))) depth++;
            else if (depth > 0 && token.Is("END", sql)) depth--;
        }

        Add();
        return statements;

        void Add()
        {
            if (first is { } start)
                statements.Add(new SqlStatementText(sql[start.Start..last.End], start.Start));
        }
    }
}
