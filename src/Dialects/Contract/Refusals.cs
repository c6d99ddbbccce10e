using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Dialects.Contract;

/// <summary>What every dialect refuses in the same words.</summary>
public static class Refusals
{
    /// <summary>A method that the resource does not take.</summary>
    /// <param name="call">The call.</param>
    /// <param name="allow">The methods that it takes.</param>
    public static Failure NotPossible(ApiCall call, IReadOnlyList<string> allow) =>
        new(FailureCode.MethodNotAllowed, $"{call.Method} is not possible here.")
        {
            Allow = allow,
            Hint = $"Possible: {string.Join(", ", allow)}.",
        };

    /// <summary>A table that does not exist; the hint is the nearest that does.</summary>
    public static Failure NoTable(Name asked, DatabaseSchema schema) =>
        new(FailureCode.UnknownTable, $"There is no table \"{asked.Text}\".")
        {
            At = asked.At,
            Hint = NearestName.Hint(asked.Text, schema.TableNames),
        };
}
