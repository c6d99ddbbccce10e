using System.Globalization;
using System.Text;
using Relata.Execution;

namespace Relata.Databases.Sqlite.Tests.Sessions;

/// <summary>
/// Writes down each value with the way in which it came: text in quotes, plain text in single ones, bytes in hex.
/// </summary>
internal sealed class RecordingSink : CellSink
{
    private readonly StringBuilder written = new();

    public override void Null() => written.Append("null");

    public override void Boolean(bool value) => written.Append(value ? "true" : "false");

    public override void Integer(long value) => written.Append(CultureInfo.InvariantCulture, $"{value}");

    public override void Number(ReadOnlySpan<byte> digits) =>
        written.Append('#').Append(Encoding.ASCII.GetString(digits));

    public override void Text(ReadOnlySpan<byte> utf8) =>
        written.Append('"').Append(Encoding.UTF8.GetString(utf8)).Append('"');

    public override void PlainText(ReadOnlySpan<byte> ascii) =>
        written.Append('\'').Append(Encoding.ASCII.GetString(ascii)).Append('\'');

    public override void Bytes(ReadOnlySpan<byte> bytes) => written.Append('x').Append(Convert.ToHexString(bytes));

    public override void Json(ReadOnlySpan<byte> utf8) => written.Append("json ").Append(Encoding.UTF8.GetString(utf8));

    public override void StartArray() => written.Append('[');

    public override void ArraySeparator() => written.Append(',');

    public override void EndArray() => written.Append(']');

    public override void StartObject() => written.Append('{');

    public override void Name(ReadOnlySpan<byte> utf8) => written.Append(Encoding.UTF8.GetString(utf8)).Append(':');

    public override void MemberSeparator() => written.Append(',');

    public override void EndObject() => written.Append('}');

    /// <summary>What was written since the last call.</summary>
    public string Take()
    {
        var text = written.ToString();
        written.Clear();
        return text;
    }
}
