using System.Text;
using Relata.Databases.Contract.Functions;
using Relata.Dialects.Functions;
using Relata.Execution;
using Relata.Functions.Files;

namespace Relata.Functions.Endpoints;

/// <summary>A function of the database: it takes one JSON value and answers another.</summary>
internal sealed class RoutineEndpoint(QueryFile file, CreatedFunction function, PreparedScript script, CallTerms terms)
    : FunctionEndpoint(file, script, function.MayWrite, terms)
{
    /// <summary>The function.</summary>
    public CreatedFunction Function { get; } = function;

    /// <inheritdoc/>
    public override bool AnswersRows => false;

    internal override ScriptRun Bind(FunctionArgument argument) =>
        RunOf([Encoding.UTF8.GetString(argument.Json.Span)]);
}
