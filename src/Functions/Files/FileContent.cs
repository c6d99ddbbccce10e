using System.Text.Json;
using Relata.Databases.Contract.Functions;
using Relata.Model.Failures;

namespace Relata.Functions.Files;

/// <summary>What a file holds: a query, or a function or its body.</summary>
/// <param name="Directives">What it says about itself.</param>
internal abstract record FileContent(Directives Directives)
{
    private static readonly string[] Writes = ["INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="FileProblemException">It cannot be read.</exception>
    public static FileContent Read(QueryFile file, string text, SqlLexis lexis)
    {
        var directives = Directives.Read(file.Path, text);
        var statements = SqlStatements.Split(text, lexis);
        if (statements is not [var first, ..]) throw Problem(file, text, 0, "the file holds no SQL");
        var mayWrite = file.Method != "GET" || directives.IsVolatile;
        var word = FirstWord(first, lexis);
        var isWhole = word == "CREATE";
        if (isWhole && directives.Language is not null)
            throw Problem(file, text, first.Offset, "@language is for a mere body, and this is a whole function");
        if (isWhole || directives.Language is not null || word is "DECLARE" or "BEGIN")
        {
            if (directives.Parameters is [var parameter, ..])
                throw parameter.Place.Problem("@param is for queries; a function takes one value");
            SqlStatementText[] all = [new SqlStatementText(text[first.Offset..], first.Offset)];
            RequireNone(file, text, all[0], lexis, "a function reads params", from: "?");
            var source = isWhole && !lexis.CompoundBodies ? statements : (IReadOnlyList<SqlStatementText>)all;
            return new FunctionContent(directives, new FunctionDraft(file.Path, file.Function, source)
            {
                Language = isWhole ? null : directives.Language ?? "plpgsql",
                MayWrite = mayWrite,
            });
        }

        if (statements.Count > 1)
            throw Problem(file, text, statements[1].Offset, "a query is one statement, and here a second one starts");
        if (!mayWrite && Writes.Contains(word))
        {
            throw Problem(
                file, text, first.Offset,
                $"a GET changes nothing, and this is an {word}: say -- @volatile if it is meant");
        }

        RequireNone(file, text, first, lexis, "a parameter is written :name", from: lexis.OtherParameters);
        return QueryContent.Of(file, directives, first, lexis, mayWrite);
    }

    /// <summary>The line of a place in a text, from 1.</summary>
    public static int LineOf(string text, int offset) => 1 + text.AsSpan(0, Math.Min(offset, text.Length)).Count('\n');

    /// <summary>Refuses parameters that are not written as files have them, and begin with one of some signs.</summary>
    private static void RequireNone(
        QueryFile file, string text, SqlStatementText statement, SqlLexis lexis, string hint, string from)
    {
        var scanner = new SqlScanner(statement.Text, lexis);
        while (scanner.Next(out var token))
        {
            if (token.Kind != SqlTokenKind.OtherParameter || !from.Contains(statement.Text[token.Start])) continue;
            var other = statement.Text.AsSpan(token.Start, token.Length);
            throw Problem(file, text, statement.Offset + token.Start, $"{other} means nothing in a file: {hint}");
        }
    }

    private static FileProblemException Problem(QueryFile file, string text, int offset, string message) =>
        new(new FileProblem(file.Path, LineOf(text, offset), message));

    private static string FirstWord(SqlStatementText statement, SqlLexis lexis)
    {
        var scanner = new SqlScanner(statement.Text, lexis);
        return scanner.Next(out var token) && token.Kind == SqlTokenKind.Word
            ? statement.Text.Substring(token.Start, token.Length).ToUpperInvariant()
            : "";
    }
}

/// <summary>A function, or its body.</summary>
/// <param name="Directives">What the file says about itself.</param>
/// <param name="Draft">The function.</param>
internal sealed record FunctionContent(Directives Directives, FunctionDraft Draft) : FileContent(Directives);

/// <summary>A query.</summary>
/// <param name="Directives">What the file says about itself.</param>
/// <param name="Draft">The query.</param>
/// <param name="Defaults">For each of its parameters, what it is where nothing is sent.</param>
internal sealed record QueryContent(
    Directives Directives, QueryDraft Draft, IReadOnlyList<JsonElement?> Defaults) : FileContent(Directives)
{
    /// <summary>Finds the parameters of a query.</summary>
    public static QueryContent Of(
        QueryFile file, Directives directives, SqlStatementText statement, SqlLexis lexis, bool mayWrite)
    {
        var (text, pieces, names) = (statement.Text, new List<QueryPiece>(), new List<string>());
        var (scanner, done) = (new SqlScanner(text, lexis), 0);
        while (scanner.Next(out var token))
        {
            if (token.Kind != SqlTokenKind.Parameter) continue;
            var name = text.Substring(token.Start + 1, token.Length - 1);
            if (!names.Contains(name)) names.Add(name);
            pieces.Add(new QueryPiece(text[done..token.Start], statement.Offset + done));
            pieces.Add(new QueryPiece(
                text.Substring(token.Start, token.Length), statement.Offset + token.Start, names.IndexOf(name)));
            done = token.End;
        }

        pieces.Add(new QueryPiece(text[done..], statement.Offset + done));
        if (directives.Parameters.FirstOrDefault(parameter => !names.Contains(parameter.Name)) is { } unused)
        {
            throw unused.Place.Problem(
                $"the query has no parameter :{unused.Name}"
                    + (NearestName.Find(unused.Name, names) is { } near ? $". Did you mean :{near}?" : ""));
        }

        var said = names.Select(name => directives.Parameters.FirstOrDefault(parameter => parameter.Name == name));
        return new QueryContent(
            directives,
            new QueryDraft(
                pieces, [.. names.Zip(said, (name, directive) => new QueryParameter(name, directive?.Type))], mayWrite),
            [.. said.Select(directive => directive?.Default)]);
    }
}
