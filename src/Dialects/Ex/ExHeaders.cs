using System.Globalization;
using Relata.Dialects.Contract;
using Relata.Model.Failures;
using Relata.Model.Requests;

namespace Relata.Dialects.Ex;

/// <summary>The headers in which a call says what its URL does not.</summary>
/// <param name="call">The call.</param>
internal sealed class ExHeaders(ApiCall call)
{
    private static readonly string[] OfReads = [ExHeader.Columns, ExHeader.GroupBy, ExHeader.PartitionBy];
    private static readonly string[] OfRows = [ExHeader.OrderBy, ExHeader.Limit, ExHeader.Offset];
    private static readonly string[] OfInserts =
        [ExHeader.Constraint, ExHeader.Update, ExHeader.Ignore, ExHeader.Error];
    private static readonly string[] Known = [.. OfReads, .. OfRows, .. OfInserts];

    /// <summary>Adds to a command what the headers say.</summary>
    /// <exception cref="FailureException">One of them cannot be read, or means nothing for what is done.</exception>
    public ExCommand AddTo(ExCommand command)
    {
        RefuseMisspelt();
        var action = command.Action;
        if (action != ExAction.Query) Refuse(OfReads);
        if (action == ExAction.Insert) Refuse(OfRows);
        else Refuse(OfInserts);
        return command with
        {
            Columns = Names(ExHeader.Columns),
            Group = Names(ExHeader.GroupBy),
            Partition = Names(ExHeader.PartitionBy),
            Order = Find(ExHeader.OrderBy) is { } order ? new ExNames(command.Table).Order(order) : [],
            Limit = Number(ExHeader.Limit),
            Offset = Number(ExHeader.Offset),
            Conflict = Conflict().Read(),
        };
    }

    /// <summary>
    /// What they say, as a text; null when one that begins like them is none of them, and may be misspelt.
    /// </summary>
    public string? Shape()
    {
        var shape = "";
        foreach (var name in call.Headers.Names)
        {
            if (!name.StartsWith("X-", StringComparison.OrdinalIgnoreCase)) continue;
            if (!Known.Contains(name, StringComparer.OrdinalIgnoreCase)) return null;
            shape += $"{name}:{call.Header(name)}\n";
        }

        return shape;
    }

    /// <summary>Refuses them all, where each request says for itself what they would.</summary>
    /// <param name="where">Where they mean nothing.</param>
    /// <exception cref="FailureException">One of them was sent.</exception>
    public void RefuseEach(string where)
    {
        RefuseMisspelt();
        Refuse(Known, where);
    }

    /// <summary>
    /// Other headers are none of this dialect's business, but one that is nearly one of its own was meant to be it:
    /// without its limit a delete takes every row.
    /// </summary>
    private void RefuseMisspelt()
    {
        foreach (var name in call.Headers.Names)
        {
            if (!name.StartsWith("X-", StringComparison.OrdinalIgnoreCase)) continue;
            if (Known.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
            if (NearestName.Hint(name, Known) is not { } hint) continue;
            throw new Failure(FailureCode.UnknownOption, $"There is no header {name}.")
            {
                At = new Position($"header {name}", 0, 0),
                Hint = hint,
            }.AsException();
        }
    }

    private ExConflict Conflict() => new(
        Names(ExHeader.Constraint), Names(ExHeader.Update), Find(ExHeader.Ignore), Find(ExHeader.Error));

    private void Refuse(IEnumerable<string> names) => Refuse(names, call.Method);

    private void Refuse(IEnumerable<string> names, string where)
    {
        foreach (var name in names)
        {
            if (Find(name) is not { } found) continue;
            throw new Failure(FailureCode.UnknownOption, $"{name} means nothing on {where}.")
            {
                At = found.At,
            }.AsException();
        }
    }

    private IReadOnlyList<Name>? Names(string header) => Find(header) is { } list ? ExNames.List(list) : null;

    private long? Number(string header)
    {
        if (Find(header) is not { } text) return null;
        return long.TryParse(text.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new Failure(FailureCode.BadValue, $"{header} is an integer, not \"{text.Text}\".")
            {
                At = text.At,
            }.AsException();
    }

    /// <summary>A header's text and place; null when it was not sent.</summary>
    private Name? Find(string header)
    {
        if (call.Header(header)?.Trim() is not { } text) return null;
        var at = new Position($"header {header}", 0, text.Length);
        return text.Length > 0 ? new Name(text, at) : throw new Failure(FailureCode.BadValue, $"{header} is empty.")
        {
            At = at,
            Hint = "Leave the header out, or say what it holds.",
        }.AsException();
    }
}
