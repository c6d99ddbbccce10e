using System.Text;

namespace Relata.Conformance.Differential;

/// <summary>
/// Random rows for the town: many values that are the same, many that are NULL, texts of every alphabet, and texts that
/// mean something to SQL or to a pattern.
/// </summary>
/// <param name="seed">The same seed gives the same rows.</param>
internal sealed class TownData(int seed)
{
    private static readonly string[] Words =
    [
        "alpha", "Alpha", "ALPHA", "beta", "b_ta", "b%ta", "100%", "O'Brien", "say \"hi\"", "back\\slash", "a,b", "(x)",
        "Zürich", "zürich", "ŁÓDŹ", "Ωμέγα", "北京", "🚲🚲", "e\u0301t\u00e9", "  two  blanks ", "null", "true", "5", "-",
        "tab\there", "new\nline", "[x]*?", "a", "A", "", "ß", "İstanbul",
    ];

    private static readonly Dictionary<string, int> Sizes = new()
    {
        ["region"] = 12, ["person"] = 50, ["site"] = 20, ["device_kind"] = 8, ["device"] = 60, ["zone"] = 90,
        ["rule"] = 80, ["incident"] = 200, ["label"] = 12, ["incident_label"] = 250, ["comment"] = 180, ["visit"] = 120,
    };

    private readonly Dictionary<string, List<object?[]>> rows = [];

    /// <summary>The rows of a table, cells in the order of its columns.</summary>
    public IReadOnlyList<object?[]> Rows(TownTable table)
    {
        if (rows.Count == 0) Fill();
        return rows[table.Name];
    }

    /// <summary>A text out of one to three words.</summary>
    public static string Text(Random random) => string.Join(
        ' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Words[random.Next(Words.Length)]));

    /// <summary>A value of a kind; few enough of each that they meet.</summary>
    public static object Value(Kind kind, Random random) => kind switch
    {
        Kind.Integer => (long)random.Next(-2, 6),
        Kind.Decimal => new decimal(random.Next(1000), 0, 0, random.Next(4) == 0, 2),
        Kind.Double => random.Next(-20, 30) / 8.0 + (random.Next(4) == 0 ? 0.1 : 0),
        Kind.Boolean => random.Next(2) == 0,
        Kind.Text => Text(random),
        Kind.Uuid => new Guid(random.Next(30), 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0),
        Kind.Date => new DateOnly(2024, 1, 1).AddDays(random.Next(40)),
        Kind.Instant => new DateTime(2024, 2, 28, 22, 0, 0, DateTimeKind.Utc)
            .AddMinutes(random.Next(300)).AddMicroseconds(random.Next(3) == 0 ? random.Next(3) * 250_000 + 10 : 0),
    };

    /// <summary>The statements that insert every row.</summary>
    public string Statements()
    {
        var text = new StringBuilder();
        foreach (var table in Town.Tables)
        {
            var values = Rows(table).Select(row => $"({string.Join(", ", row.Select(TownValue.ToSql))})");
            text.Append("INSERT INTO ").Append(table.Name).Append(" VALUES\n").AppendJoin(",\n", values).Append(";\n");
        }

        return text.ToString();
    }

    private void Fill()
    {
        var random = new Random(seed);
        foreach (var table in Town.Tables)
        {
            var made = rows[table.Name] = [];
            var keys = new HashSet<string>(StringComparer.Ordinal);
            for (var i = 0; i < Sizes[table.Name]; i++)
            {
                var row = Row(table, i, random);
                var key = string.Join('|', table.Key.Select(column => TownValue.ToSql(row[table.IndexOf(column)])));
                if (keys.Add(key)) made.Add(row);
            }

            Tangle(table, made, random);
        }
    }

    /// <summary>
    /// Lets some rows of a table that points to itself point to any row of it, so that there are circles.
    /// </summary>
    private static void Tangle(TownTable table, List<object?[]> made, Random random)
    {
        foreach (var relation in table.Relations.Where(relation => !relation.IsMany && relation.Target == table.Name))
        foreach (var row in made.Where(_ => random.Next(4) == 0))
            row[table.IndexOf(relation.Near[0])] = made[random.Next(made.Count)][table.IndexOf(relation.Far[0])];
    }

    private object?[] Row(TownTable table, int number, Random random)
    {
        var row = table.Columns.Select(column => Cell(table, column, number, random)).ToArray();
        foreach (var relation in table.Relations.Where(relation => !relation.IsMany))
        {
            var isOptional = !IsRequired(table.Name, relation.Near[0]);
            var targets = rows[relation.Target];
            var isMissing = targets.Count == 0 || (isOptional && random.Next(4) == 0);
            var target = isMissing ? null : targets[random.Next(targets.Count)];
            for (var i = 0; i < relation.Near.Length; i++)
                row[table.IndexOf(relation.Near[i])] = target?[Town.Named(relation.Target).IndexOf(relation.Far[i])];

            // A foreign key over two columns of which one is NULL points nowhere.
            if (relation.Near.Length > 1 && random.Next(8) == 0)
                row[table.IndexOf(relation.Near[random.Next(relation.Near.Length)])] = null;
        }

        return row;
    }

    private static object? Cell(TownTable table, TownColumn column, int number, Random random) =>
        (table.Name, column.Name) switch
        {
            (_, "id") => (long)(number * 3) + 1,
            ("site", "code") or ("device_kind", "code") => $"{Words[number % Words.Length]}{number}",
            ("zone", "number") or ("incident", "severity") => (long)random.Next(1, 6),
            ("region" or "person", "name") => Text(random),
            (_, "deleted_at") when random.Next(3) > 0 => null,
            _ => random.Next(5) == 0 ? null : Value(column.Kind, random),
        };

    private static bool IsRequired(string table, string column) => (table, column) is
        ("site", "region_id" or "manager_id") or ("device", "site_id") or ("zone", "device_id")
        or ("incident", "device_id" or "opened_by_id") or ("incident_label", _) or ("comment", "incident_id");
}
