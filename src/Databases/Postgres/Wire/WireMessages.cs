using Relata.Databases.Postgres.Sessions;
using Relata.Databases.Postgres.Types;
using Relata.Model.Callers;
using Relata.Sql;

namespace Relata.Databases.Postgres.Wire;

/// <summary>The messages that run a statement (manual, "Extended Query").</summary>
internal static class WireMessages
{
    private const int Binary = 1;

    /// <summary>Has a statement parsed and described; its parameters have no types, as with the driver.</summary>
    public static void Prepare(this WireOutput output, WireStatement prepared, string text)
    {
        output.Begin('P');
        output.Name(prepared);
        output.Text(text);
        output.Int16(0);
        output.End();

        output.Begin('D');
        output.Byte((byte)'S');
        output.Name(prepared);
        output.End();
    }

    /// <summary>Runs a prepared statement; values go as text, and cells come in their binary form.</summary>
    public static void Run(
        this WireOutput output, WireStatement prepared, Statement statement, IReadOnlyList<object?> values)
    {
        output.Begin('B');
        output.Byte(0);
        output.Name(prepared);
        output.Int16(0);
        var parameters = statement.Parameters;
        output.Int16(parameters.Count);
        for (var i = 0; i < parameters.Count; i++) output.Parameter(parameters[i], parameters[i].In(values));
        output.EndBind();
    }

    /// <summary>Runs the statement that makes the transaction a caller's.</summary>
    public static void Run(this WireOutput output, WireStatement prepared, Caller caller)
    {
        var values = CallerStatement.ValuesOf(caller).ToArray();
        output.Begin('B');
        output.Byte(0);
        output.Name(prepared);
        output.Int16(0);
        output.Int16(values.Length);
        foreach (var value in values) output.Value(value);
        output.EndBind();
    }

    /// <summary>Ends what belongs together: an error discards everything up to here, and nothing behind it.</summary>
    public static void Sync(this WireOutput output)
    {
        output.Begin('S');
        output.End();
    }

    private static void EndBind(this WireOutput output)
    {
        output.Int16(1);
        output.Int16(Binary);
        output.End();

        output.Begin('E');
        output.Byte(0);
        output.Int32(0);
        output.End();
    }

    private static void Parameter(this WireOutput output, StatementParameter parameter, object? value)
    {
        switch (value)
        {
            case null: output.Int32(-1); break;
            case long number when !parameter.IsList: output.Value(number); break;
            default: output.Value(ParameterText.Of(value, parameter)!); break;
        }
    }

    private static void Name(this WireOutput output, WireStatement prepared)
    {
        output.Raw(prepared.Name);
        output.Byte(0);
    }
}
