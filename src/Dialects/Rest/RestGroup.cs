using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Relata.Model.Expressions;
using Relata.Model.Failures;

namespace Relata.Dialects.Rest;

/// <summary>Reads conditions in groups, as in <c>or=(a__eq=1,and=(b__gt=2,not=(c__isnull)))</c>.</summary>
/// <remarks>
/// <code>
/// group     = "(" condition *( "," condition ) ")"
/// condition = ( "and" / "or" / "not" ) "=" group  /  key [ "=" value ]
/// value     = text / "(" [ text *( "," text ) ] ")"
/// text      = DQUOTE *( any but DQUOTE and backslash  /  backslash any ) DQUOTE
///           / *( any but comma, parentheses and backslash  /  backslash any )
/// </code>
/// A text that begins with a double quote is a quoted one. Everything is read after percent-decoding. The conditions of
/// an <c>and</c> on one relationship speak of the same related row; each other condition stands alone.
/// </remarks>
/// <param name="text">The text of the group.</param>
/// <param name="keyOf">Takes the key of a condition apart.</param>
internal sealed class RestGroup(RestText text, Func<RestText, RestKey> keyOf)
{
    /// <summary>Groups within groups: each of them is read within the reading of the one around it.</summary>
    private const int MostLevels = 20;

    private const char End = '\0';

    private int at;
    private int levels;

    /// <summary>The keys that groups stand behind.</summary>
    public static FrozenSet<string> Names { get; } = FrozenSet.ToFrozenSet(
        ["and", "or", "not"], StringComparer.Ordinal);

    private char Next => at < text.Length ? text.Span[at] : End;

    /// <summary>Reads the whole text as the group behind a key.</summary>
    public Expression Read(string name)
    {
        var group = Group(name);
        return at == text.Length
            ? group
            : throw Malformed("Behind the group stands something else.", at, text.Length - at);
    }

    /// <summary>Reads the whole text as conditions that all must hold, in parentheses or not.</summary>
    public Expression ReadAll()
    {
        if (Next == '(') return Read("and");
        at = -1;
        var all = And(Listed());
        return at == text.Length
            ? all
            : throw Malformed("Behind a condition stands something else.", at, text.Length - at);
    }

    private Expression Group(string name)
    {
        var start = at;
        if (Next != '(') throw Malformed($"\"{name}\" is followed by conditions in parentheses.", at, text.Length - at);
        if (++levels > MostLevels)
        {
            throw new Failure(FailureCode.LimitExceeded, string.Create(CultureInfo.InvariantCulture,
                $"Groups are nested deeper than {MostLevels} levels.")) { At = text.PlaceOf(at, 1) }.AsException();
        }

        var group = name switch
        {
            "and" => And(Conditions(start)),
            "or" => new Logical(LogicalOperator.Or, [.. Conditions(start).Select(Alone)]),
            _ => new Not(Only(start)),
        };
        levels--;
        return group;
    }

    private static Expression And(List<GroupCondition> conditions)
    {
        var scope = new RestScope();
        var all = new List<Expression>();
        foreach (var condition in conditions)
        {
            if (condition.Group is { } group) all.Add(group);
            else scope.Add(
                condition.Key!, condition.Value!, string.Create(CultureInfo.InvariantCulture, $"{condition.At}"));
        }

        if (scope.ToExpression() is { } joined) all.Insert(0, joined);
        return all.Count == 1 ? all[0] : new Logical(LogicalOperator.And, all);
    }

    private Expression Only(int start)
    {
        var conditions = Conditions(start);
        if (conditions.Count == 1) return Alone(conditions[0]);
        throw new Failure(FailureCode.MalformedSyntax, "\"not\" denies one condition.")
        {
            At = text.PlaceOf(start, at - start),
            Hint = "Write not=(and=(…)) or not=(or=(…)).",
        }.AsException();
    }

    private static Expression Alone(GroupCondition condition)
    {
        if (condition.Group is { } group) return group;
        var scope = new RestScope();
        scope.Add(condition.Key!, condition.Value!, "");
        return scope.ToExpression()!;
    }

    private List<GroupCondition> Conditions(int start)
    {
        var conditions = Listed();
        if (Next != ')') throw NotClosed(start);
        at++;
        return conditions;
    }

    /// <summary>Each of the conditions stands behind one character: the parenthesis, or a comma.</summary>
    private List<GroupCondition> Listed()
    {
        var conditions = new List<GroupCondition>();
        do
        {
            at++;
            conditions.Add(Condition());
        }
        while (Next == ',');
        return conditions;
    }

    private GroupCondition Condition()
    {
        var start = at;
        while (Next is not (',' or '(' or ')' or '=' or End)) at++;
        if (at == start) throw Malformed("Here a condition is missing.", at, 0);
        var key = text.Part(start, at - start);
        if (Next == '(')
        {
            throw new Failure(FailureCode.MalformedSyntax, "In front of a parenthesis stands an equals sign.")
            {
                At = text.PlaceOf(at, 1),
                Hint = $"Write {key}=(…).",
            }.AsException();
        }

        if (Next == '=' && Names.Contains(key.ToString()))
        {
            at++;
            return new GroupCondition(start, Group(key.ToString()), null, null);
        }

        var value = new RestValue("", text.PlaceOf(at, 0));
        if (Next == '=')
        {
            at++;
            value = Value();
        }

        return new GroupCondition(start, null, keyOf(key), value);
    }

    private RestValue Value()
    {
        if (Next != '(')
        {
            var one = Text();
            return new RestValue(one.Text!, one.At!.Value);
        }

        var start = at;
        var items = new List<Literal>();
        if (at + 1 < text.Length && text.Span[at + 1] == ')')
        {
            at += 2;
        }
        else
        {
            do
            {
                at++;
                items.Add(Text());
            }
            while (Next == ',');
            if (Next != ')') throw NotClosed(start);
            at++;
        }

        RequireEnd();
        return new RestValue(text.Part(start, at - start).ToString(), text.PlaceOf(start, at - start), items);
    }

    private Literal Text()
    {
        var (start, read) = (at, new StringBuilder());
        var quoted = Next == '"';
        if (quoted) at++;
        while (at < text.Length && !(quoted ? Next == '"' : Next is ',' or ')'))
        {
            if (Next == '(' && !quoted)
            {
                throw new Failure(FailureCode.MalformedSyntax, "A parenthesis stands within a value.")
                {
                    At = text.PlaceOf(at, 1),
                    Hint = "Write the value in double quotes, or a backslash before the parenthesis.",
                }.AsException();
            }

            if (Next == '\\' && ++at == text.Length)
                throw Malformed("A backslash takes the next character as it is, but there is none.", at - 1, 1);
            read.Append(text.Span[at++]);
        }

        if (quoted)
        {
            if (at == text.Length) throw Malformed("A double quote is not closed.", start, 1);
            at++;
            RequireEnd();
        }

        return Literal.FromText(read.ToString(), text.PlaceOf(start, at - start));
    }

    private void RequireEnd()
    {
        if (Next is ',' or ')' or End) return;
        throw Malformed("Behind a value stands a comma or a closing parenthesis.", at, 1);
    }

    private FailureException NotClosed(int start) => Malformed("A parenthesis is not closed.", start, 1);

    private FailureException Malformed(string message, int start, int length) =>
        new Failure(FailureCode.MalformedSyntax, message) { At = text.PlaceOf(start, length) }.AsException();

    /// <summary>A group, or a key with its value.</summary>
    private sealed record GroupCondition(int At, Expression? Group, RestKey? Key, RestValue? Value);
}
