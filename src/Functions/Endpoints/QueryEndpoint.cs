using Relata.Databases.Contract.Functions;
using Relata.Dialects.Functions;
using Relata.Execution;
using Relata.Functions.Files;
using Relata.Model.Expressions;
using Relata.Model.Failures;

namespace Relata.Functions.Endpoints;

/// <summary>A query: its parameters are bound by name, and its rows are answered.</summary>
internal sealed class QueryEndpoint : FunctionEndpoint
{
    private readonly QueryParameterSlot[] slots;

    public QueryEndpoint(
        QueryFile file, QueryContent content, DescribedQuery query, PreparedScript script, CallTerms terms)
        : base(file, script, content.Draft.MayWrite, terms) => slots =
    [
        .. content.Draft.Parameters.Select(
            (parameter, i) => new QueryParameterSlot(parameter.Name, query.Types[i], content.Defaults[i])),
    ];

    /// <inheritdoc/>
    public override bool AnswersRows => true;

    internal override ScriptRun Bind(FunctionArgument argument)
    {
        var sent = argument.Values ?? throw NoObject();
        if (slots.Length == 0 && sent.Count == 0) return RunOf([]);
        var values = new Literal?[slots.Length];
        foreach (var (name, value) in sent)
        {
            var place = Array.FindIndex(slots, slot => slot.Name == name.Text);
            if (place < 0) throw Unknown(name.Text, name.At);
            values[place] = value;
        }

        return RunOf([.. slots.Select((slot, i) => slot.ValueOf(values[i]))]);
    }

    private static FailureException NoObject() =>
        new Failure(FailureCode.MalformedBody, "The body of a query is an object with its parameters.").AsException();

    private FailureException Unknown(string name, Position? at)
    {
        var known = slots.Select(slot => slot.Name);
        return new Failure(FailureCode.UnknownOption, $"There is no parameter \"{name}\".")
        {
            At = at,
            Hint = NearestName.Hint(name, known)
                ?? (slots.Length == 0 ? "There are none." : $"Parameters: {string.Join(", ", known)}."),
        }.AsException();
    }
}
