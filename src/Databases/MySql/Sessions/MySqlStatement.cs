using System.Globalization;
using System.Text;
using Relata.Databases.MySql.Sql;
using Relata.Databases.MySql.Types;
using Relata.Model.Failures;
using Relata.Model.Schema;
using Relata.Sql;

namespace Relata.Databases.MySql.Sessions;

/// <summary>
/// A statement taken apart at its placeholders. MariaDB has no lists as values: a placeholder for a list becomes as
/// many as the list has values, filled up to a power of two with the last one, so that few statements are prepared.
/// </summary>
internal sealed class MySqlStatement
{
    /// <summary>
    /// As many placeholders as a list is filled up to: a statement has at most 65,535
    /// (https://mariadb.com/kb/en/mariadb-error-codes/, 1390), some for values beside the list.
    /// </summary>
    private const int MostFilled = 49_152;

    private readonly IReadOnlyList<StatementParameter> parameters;
    private readonly string[] texts;
    private readonly int[] places;
    private readonly string? plain;

    /// <summary>Takes a statement apart.</summary>
    public MySqlStatement(Statement statement)
    {
        parameters = statement.Parameters;
        (texts, places) = statement.Pieces is { } pieces
            ? ([.. pieces], [.. statement.Places])
            : Split(statement.Text);
        Key = parameters.Select(parameter => parameter.Constant).OfType<ChosenKeys>().FirstOrDefault()?.Key;
        IsWrite = !statement.Text.StartsWith("SELECT", StringComparison.Ordinal);
        ChangesChosen = Key is not null && statement.Text.StartsWith("UPDATE", StringComparison.Ordinal);
        if (!parameters.Any(IsExpanded) && Key is null) plain = Text([], []);
    }

    /// <summary>The key by which rows are named that were chosen before; null when the statement names none.</summary>
    public IReadOnlyList<Column>? Key { get; }

    /// <summary>Whether it changes anything.</summary>
    public bool IsWrite { get; }

    /// <summary>Whether it changes the rows that were chosen before, each of them.</summary>
    public bool ChangesChosen { get; }

    /// <summary>Its text and values in one run, with placeholders <c>@p0</c> and so on.</summary>
    /// <param name="values">The plan's values.</param>
    /// <param name="chosen">The keys chosen before.</param>
    /// <param name="bound">Takes the values in the order of the placeholders.</param>
    public string Bind(IReadOnlyList<object?> values, IReadOnlyList<BoundValue[]> chosen, List<BoundValue> bound)
    {
        foreach (var place in places)
        {
            var parameter = parameters[place];
            if (parameter.Constant is ChosenKeys keys)
                foreach (var key in Filled(chosen, keys.Parts.Count)) bound.AddRange(PartsOf(key, keys));
            else if (IsExpanded(parameter))
                bound.AddRange(Filled(List(parameter, values)).Select(item => BoundValue.Of(item, parameter.Type)));
            else
                bound.Add(BoundValue.Of(parameter.In(values), parameter.Type));
        }

        return plain ?? Text(values, chosen);
    }

    private string Text(IReadOnlyList<object?> values, IReadOnlyList<BoundValue[]> chosen)
    {
        var text = new StringBuilder(texts[0]);
        var number = 0;
        for (var i = 0; i < places.Length; i++)
        {
            var parameter = parameters[places[i]];
            if (parameter.Constant is ChosenKeys { Parts.Count: var parts })
                AddRows(text, Filled(chosen, parts).Count, parts, ref number);
            else if (IsExpanded(parameter))
                AddItems(text, Filled(List(parameter, values)).Count, ref number);
            else
                Add(text, ref number);
            text.Append(texts[i + 1]);
        }

        return text.ToString();
    }

    private static IReadOnlyList<object?> List(StatementParameter parameter, IReadOnlyList<object?> values) =>
        (IReadOnlyList<object?>)parameter.In(values)!;

    private static void AddRows(StringBuilder text, int rows, int parts, ref int number)
    {
        for (var row = 0; row < rows; row++)
        {
            if (row > 0) text.Append(", ");
            if (parts > 1) text.Append('(');
            AddItems(text, parts, ref number);
            if (parts > 1) text.Append(')');
        }
    }

    /// <summary>No brackets can be empty; nothing is among no rows.</summary>
    private static void AddItems(StringBuilder text, int count, ref int number)
    {
        if (count == 0) text.Append("SELECT NULL FROM DUAL WHERE FALSE");
        for (var i = 0; i < count; i++)
        {
            if (i > 0) text.Append(", ");
            Add(text, ref number);
        }
    }

    private static void Add(StringBuilder text, ref int number) =>
        text.Append(CultureInfo.InvariantCulture, $"@p{number++}");

    private static bool IsExpanded(StatementParameter parameter) =>
        parameter.IsList && !JsonSteps.AreOneValue(parameter.Type);

    private static IEnumerable<BoundValue> PartsOf(BoundValue[] key, ChosenKeys keys) =>
        key.Where((_, i) => keys.Parts.Contains(keys.Key[i]));

    private static IReadOnlyList<T> Filled<T>(IReadOnlyList<T> items, int parts = 1)
    {
        if (items.Count == 0) return items;
        var power = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)items.Count);
        var room = Math.Max(items.Count, Math.Min(power, MostFilled / parts));
        return [.. items, .. Enumerable.Repeat(items[^1], room - items.Count)];
    }

    /// <summary>Finds <c>$1</c> and so on, wherever they are no part of a quoted name or text.</summary>
    private static (string[] Texts, int[] Places) Split(string sql)
    {
        var (texts, places, from) = (new List<string>(), new List<int>(), 0);
        for (var at = 0; at < sql.Length; at++)
        {
            if (sql[at] is '`' or '\'')
            {
                at = sql.IndexOf(sql[at], at + 1);
                if (at < 0) throw new Failure(FailureCode.Internal, "A statement has a quotation without an end.")
                    .AsException();
            }
            else if (sql[at] == '$')
            {
                var end = at + 1;
                while (end < sql.Length && char.IsAsciiDigit(sql[end])) end++;
                texts.Add(sql[from..at]);
                places.Add(int.Parse(sql.AsSpan(at + 1, end - at - 1), CultureInfo.InvariantCulture) - 1);
                (from, at) = (end, end - 1);
            }
        }

        return ([.. texts, sql[from..]], [.. places]);
    }
}
