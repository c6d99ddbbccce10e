using System.Text;
using Relata.Dialects.Contract;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Dialects.Rest;

/// <summary>
/// <c>search=words</c>: each word is found in one of the fields, which are all text columns or those of
/// <c>search_fields</c>. A sign before a field says how, as in Django REST Framework.
/// </summary>
/// <param name="table">The table asked for.</param>
/// <param name="schema">The schema.</param>
internal sealed class RestSearch(Table table, DatabaseSchema schema)
{
    /// <summary>The words.</summary>
    public const string Words = "search";

    /// <summary>The fields to search.</summary>
    public const string Fields = "search_fields";

    /// <summary>What must hold; null when no word is asked for.</summary>
    /// <param name="words">The words.</param>
    /// <param name="fields">The fields; null for every text column.</param>
    public Expression? Read(QueryPair words, QueryPair? fields)
    {
        var searched = fields is { } named ? Named(named) : EveryText(words);
        var all = Split(words.Value).Select(word => Any(searched, Literal.FromText(word, words.At))).ToList();
        return all.Count switch
        {
            0 => null,
            1 => all[0],
            _ => new Logical(LogicalOperator.And, all),
        };
    }

    private static Expression Any(List<Func<Literal, Expression>> fields, Literal word) => fields.Count == 1
        ? fields[0](word)
        : new Logical(LogicalOperator.Or, [.. fields.Select(field => field(word))]);

    /// <summary>Blanks and commas separate words; quotes hold a phrase together.</summary>
    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        char? quote = null;
        foreach (var character in text.Append(' '))
        {
            if (quote is null && word.Length == 0 && character is '"' or '\'')
            {
                quote = character;
            }
            else if (character == quote || (quote is null && (char.IsWhiteSpace(character) || character == ',')))
            {
                if (word.Length > 0) words.Add(word.ToString());
                word.Clear();
                quote = null;
            }
            else
            {
                word.Append(character);
            }
        }

        // A quote that is not closed belongs to nothing.
        if (word.ToString().Trim() is { Length: > 0 } rest) words.Add(rest);
        return words;
    }

    private List<Func<Literal, Expression>> EveryText(QueryPair words)
    {
        var columns = table.Columns.Where(column => column.Type.Kind == TypeKind.Text).ToList();
        if (columns.Count > 0)
            return [.. columns.Select(column => Field(new ColumnName(new Name(column.Name, words.At)), '\0'))];
        throw new Failure(FailureCode.NotApplicable, $"\"{table.Name.Name}\" has no text columns to search.")
        {
            At = words.Key.At,
        }.AsException();
    }

    private List<Func<Literal, Expression>> Named(QueryPair fields)
    {
        var text = RestText.ValueOf(fields);
        var named = new List<Func<Literal, Expression>>();
        foreach (var range in text.Span.Split(','))
        {
            var field = text.Part(range.Start.Value, range.End.Value - range.Start.Value);
            var sign = field.Length > 0 ? field.Span[0] : '\0';
            if (sign is '^' or '=' or '@' or '$') field = field.From(1);
            named.Add(Related(field, sign));
        }

        return named;
    }

    private Func<Literal, Expression> Related(RestText field, char sign)
    {
        var key = RestKey.Read(field, table, schema, []);
        if (key.Operand is null || key.Lookup != RestLookup.Equal
            || key.Own.EndsWith("__exact", StringComparison.Ordinal))
        {
            throw new Failure(FailureCode.MalformedSyntax, $"\"{field}\" is no column.")
            {
                At = field.Place,
                Hint = "A field of a search is a column, or a column of related rows.",
            }.AsException();
        }

        var own = Field(key.Operand, sign);
        return word => key.Path.Reverse().Aggregate(own(word), (condition, name) => new Related(name, condition));
    }

    private static Func<Literal, Expression> Field(Expression column, char sign) => sign switch
    {
        '^' => word => new TextMatch(TextMatchKind.StartsWith, IgnoreCase: true, column, word),
        '=' => word => new TextMatch(TextMatchKind.Exact, IgnoreCase: true, column, word),
        '@' => word => new FunctionCall(Function.Search, [column, word]),
        '$' => word => new TextMatch(TextMatchKind.Regex, IgnoreCase: true, column, word),
        _ => word => new TextMatch(TextMatchKind.Contains, IgnoreCase: true, column, word),
    };
}
