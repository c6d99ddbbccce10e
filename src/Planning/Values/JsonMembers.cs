using System.Text.Json;
using Relata.Model.Failures;

namespace Relata.Planning.Values;

/// <summary>The members of a JSON object of which all names are known.</summary>
internal static class JsonMembers
{
    /// <summary>Finds the members.</summary>
    /// <param name="json">The object.</param>
    /// <param name="names">Every name that may stand in it.</param>
    /// <param name="members">The members in the order of the names; null where one is not there.</param>
    /// <returns>What is wrong with the object, or no problem.</returns>
    public static Outcome Read(JsonElement json, IReadOnlyList<string> names, out JsonElement?[] members)
    {
        members = new JsonElement?[names.Count];
        foreach (var member in json.EnumerateObject())
        {
            if (JsonText.NameOf(member) is not { } name) return Outcome.Refused("holds half of a surrogate pair");
            var place = 0;
            while (place < names.Count && names[place] != name) place++;
            if (place == names.Count)
                return Outcome.Refused($"has an unknown member \"{name}\"", NearestName.Hint(name, names));
            if (members[place] is not null) return Outcome.Refused($"names \"{name}\" twice");
            members[place] = member.Value;
        }

        return default;
    }
}
