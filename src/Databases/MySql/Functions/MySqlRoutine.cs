using System.Data;
using System.Globalization;
using System.Text.RegularExpressions;
using Relata.Databases.Contract.Functions;
using Relata.Databases.MySql.Sessions;
using Relata.Databases.MySql.Types;
using Relata.Model.Schema;
using Relata.Planning.Plans;
using Relata.Sql;

namespace Relata.Databases.MySql.Functions;

/// <summary>
/// Makes a stored function of a file. A change of the catalogue is no part of a transaction there, so what can be wrong
/// is looked at before where that is possible.
/// </summary>
internal sealed partial class MySqlRoutine
{
    private const string Mark = "relata: ";
    private const int LongestWait = 10;

    private static readonly RowLayout OneText = new(
        [new ColumnType(TypeKind.Text, "text")], [new CellField("answer", 0)], []);

    private readonly FunctionDraft draft;
    private readonly string before;

    public MySqlRoutine(FunctionDraft draft)
    {
        this.draft = draft;
        var body = draft.Statements[0];
        before = draft.Language is null
            ? ""
            : $"CREATE OR REPLACE FUNCTION `{draft.Name}`(params JSON) RETURNS JSON "
                + (draft.MayWrite ? "MODIFIES SQL DATA " : "READS SQL DATA ");
        Text = before + body.Text.TrimEnd().TrimEnd(';');
    }

    /// <summary>What is sent.</summary>
    public string Text { get; }

    /// <summary>Where in the file a place of it is.</summary>
    public int OffsetOf(int place) => draft.Statements[0].Offset + Math.Max(0, place - before.Length);

    /// <summary>Makes it.</summary>
    public async Task<CreatedFunction> CreateAsync(MySqlSession session, CancellationToken stop)
    {
        RequireName();
        if (draft.Taken.TryGetValue(draft.Name, out var other))
            throw new SqlRejectedException($"{draft.Name} is made by {other} already") { IsAboutOthers = true };
        await session.ExecuteAsync(
            string.Create(CultureInfo.InvariantCulture, $"DO GET_LOCK('relata', {LongestWait})"), stop);
        try
        {
            var found = await FindAsync(session, draft.Name, stop);
            var isOurs = found is null || found.Comment.StartsWith(Mark, StringComparison.Ordinal);

            // A function of ours that is there is replaced, also where the file only says CREATE.
            var text = found is not null && isOurs ? Create().Replace(Text, "CREATE OR REPLACE FUNCTION", 1) : Text;
            await session.ExecuteAsync(text, stop);
            await RequireAsync(session, wasThere: found is not null, stop);
            if (isOurs)
                await session.ExecuteAsync($"ALTER FUNCTION `{draft.Name}` COMMENT '{Mark}{draft.Path}'", stop);
            return new CreatedFunction(draft.Path, draft.Name, isOurs, CallOf(draft.Name), draft.MayWrite);
        }
        finally
        {
            await session.ExecuteAsync("DO RELEASE_LOCK('relata')", stop);
        }
    }

    /// <summary>Drops a function if it still is what was made of that file.</summary>
    public static async Task<bool> DropAsync(
        MySqlSession session, CreatedFunction function, CancellationToken stop)
    {
        var isOurs = (await FindAsync(session, function.Identity, stop))?.Comment == Mark + function.Path;
        if (isOurs) await session.ExecuteAsync($"DROP FUNCTION `{function.Identity}`", stop);
        return isOurs;
    }

    private void RequireName()
    {
        if (draft.Language is not null and not ("plpgsql" or "sql"))
            throw new SqlRejectedException("MariaDB has no languages: a body is BEGIN … END", OffsetOf(0));
        if (draft.Language is not null) return;
        var name = Created().Match(Text) is { Success: true } match ? match.Groups["name"].Value : null;
        if (name == draft.Name) return;
        throw new SqlRejectedException(
            $"the file makes no function \"{draft.Name}\", which is its name" + (name is null ? "" : $", but {name}"));
    }

    private async Task RequireAsync(MySqlSession session, bool wasThere, CancellationToken stop)
    {
        var made = await FindAsync(session, draft.Name, stop);
        var problem = made switch
        {
            null => $"the file makes no function \"{draft.Name}\", which is its name",
            { Fits: false } => $"the function must be {draft.Name}(params JSON) and return JSON or text",
            { Writes: true } when !draft.MayWrite =>
                $"{draft.Name} MODIFIES SQL DATA, and a GET changes nothing: say -- @volatile if it is meant",
            _ => null,
        };
        if (problem is null) return;
        if (made is not null && !wasThere) await session.ExecuteAsync($"DROP FUNCTION `{draft.Name}`", stop);
        throw new SqlRejectedException(problem);
    }

    private static Script CallOf(string name) => new(
        [
            new Statement(
                $"SELECT `{name}`($1)",
                [new StatementParameter(0, new ColumnType(TypeKind.Json, "json"), IsList: false)]),
        ],
        OneText);

    private static async Task<FoundRoutine?> FindAsync(MySqlSession session, string name, CancellationToken stop)
    {
        await using var row = await session.ReadRawAsync(
            """
            SELECT r.ROUTINE_COMMENT, r.SQL_DATA_ACCESS = 'MODIFIES SQL DATA',
                r.DATA_TYPE IN ('longtext', 'mediumtext', 'text', 'varchar', 'json')
                    AND 1 = (SELECT COUNT(*) FROM information_schema.PARAMETERS p
                        WHERE p.SPECIFIC_SCHEMA = DATABASE() AND p.SPECIFIC_NAME = r.SPECIFIC_NAME
                            AND p.ROUTINE_TYPE = 'FUNCTION' AND p.ORDINAL_POSITION > 0)
                    AND 1 = (SELECT COUNT(*) FROM information_schema.PARAMETERS p
                        WHERE p.SPECIFIC_SCHEMA = DATABASE() AND p.SPECIFIC_NAME = r.SPECIFIC_NAME
                            AND p.ROUTINE_TYPE = 'FUNCTION' AND p.ORDINAL_POSITION = 1
                            AND p.DATA_TYPE IN ('longtext', 'mediumtext', 'text', 'varchar', 'json'))
            FROM information_schema.ROUTINES r
            WHERE r.ROUTINE_SCHEMA = DATABASE() AND r.ROUTINE_NAME = ? AND r.ROUTINE_TYPE = 'FUNCTION'
            """,
            [new BoundValue(DbType.String, name)],
            stop);
        return await row.ReadAsync(stop)
            ? new FoundRoutine(
                Convert.ToString(row.GetValue(0), CultureInfo.InvariantCulture) ?? "",
                Writes: Convert.ToInt64(row.GetValue(1), CultureInfo.InvariantCulture) == 1,
                Fits: Convert.ToInt64(row.GetValue(2), CultureInfo.InvariantCulture) == 1)
            : null;
    }

    private sealed record FoundRoutine(string Comment, bool Writes, bool Fits);

    [GeneratedRegex(@"^CREATE\s+(OR\s+REPLACE\s+)?FUNCTION\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Create();

    [GeneratedRegex(
        @"^CREATE\s+(OR\s+REPLACE\s+)?FUNCTION\s+(IF\s+NOT\s+EXISTS\s+)?`?(?<name>\w+)`?\s*\(",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Created();
}
