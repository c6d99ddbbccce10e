using System.Text.Json;
using Relata.Model.Schema;

namespace Relata.Planning.Values;

/// <summary>Row values out of JSON objects. A field that is not there is NULL; fields have no defaults.</summary>
internal static class CompositeValues
{
    public static Outcome FromJson(JsonElement json, ColumnType type)
    {
        var problem = JsonMembers.Read(json, [.. type.Fields.Select(field => field.Name)], out var members);
        if (problem.Problem is not null) return problem;
        var values = new object?[members.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (members[i] is not { } member) continue;
            var outcome = TypedValue.FromJson(member, type.Fields[i].Type);
            if (outcome.Problem is not null) return outcome.In(type.Fields[i].Name);
            values[i] = outcome.Value;
        }

        return new Outcome(new RowValue(values));
    }
}
