using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;

namespace Relata.Client;

/// <summary>
/// Makes requests: <c>Request.Query("resources", Where("id", In(10, 20)), Limit(100))</c>. They are the requests of the
/// model, immutable, and name tables and columns as text; what the names mean is known where they are run.
/// </summary>
public static class RequestBuilding
{
    extension(Request)
    {
        /// <summary>Asks for rows; without a limit as many as are answered by default.</summary>
        public static Read Query(string resource, params IReadOnlyList<IRequestPart<Read>> parts) =>
            new Read(new Name(resource, null)).With(parts);

        /// <summary>Deletes the rows that pass every filter, without a filter all; answers them as they were.</summary>
        public static Delete Delete(string resource, params IReadOnlyList<IRequestPart<Delete>> parts) =>
            new Delete(new Name(resource, null)) { EveryRow = true, Selection = Selection.Everything }.With(parts);

        /// <summary>
        /// Adds rows, all or none, in one transaction; answers them as they are stored, in their order.
        /// </summary>
        public static Insert Insert(string resource, params IReadOnlyList<IRequestPart<Insert>> parts)
        {
            var insert = new Insert(new Name(resource, null), new Payload([], IsArray: true)).With(parts);
            if (insert.Payload.Rows.Count > 0) return insert;
            throw new Failure(FailureCode.MalformedBody, "There is no row to add.")
            {
                Hint = "Add Values or Rows.",
            }.AsException();
        }

        /// <summary>
        /// Changes the rows that pass every filter, without a filter all; answers them as they are then.
        /// </summary>
        public static Update Update(string resource, params IReadOnlyList<IRequestPart<Update>> parts)
        {
            var nothing = new PayloadRow([]);
            var start = new Update(new Name(resource, null), nothing, UpdateMode.Merge) { EveryRow = true };
            var update = start.With(parts);
            if (update.Values != nothing) return update;
            throw new Failure(FailureCode.MalformedBody, "A change has the new values.")
            {
                Hint = "Add Values.",
            }.AsException();
        }

        /// <summary>Requests that are done in their order in one transaction; the result is that of the last.</summary>
        public static Batch Batch(params IReadOnlyList<Request> requests) => new(requests);
    }

    /// <summary>The request with further parts.</summary>
    public static T With<T>(this T request, params IReadOnlyList<IRequestPart<T>> parts)
        where T : Request => parts.Aggregate(request, (built, part) => part.AddTo(built));

    /// <summary>Both conditions, as one list of conditions that must all hold.</summary>
    internal static Expression And(this Expression? filter, Expression condition) => filter switch
    {
        null => condition,
        Logical { Operator: LogicalOperator.And } all => all with { Operands = [.. all.Operands, condition] },
        _ => new Logical(LogicalOperator.And, [filter, condition]),
    };
}
