using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Relata.Execution;

namespace Relata.Databases.Postgres.Tests;

/// <summary>Writes down as JSON what a cell reader says.</summary>
internal sealed class JsonSink : CellSink
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly StringBuilder json = new();

    /// <summary>What was written since the last time.</summary>
    public string Take()
    {
        var taken = json.ToString();
        json.Clear();
        return taken;
    }

    public override void Null() => json.Append("null");

    public override void Boolean(bool value) => json.Append(value ? "true" : "false");

    public override void Integer(long value) => json.Append(value.ToString(CultureInfo.InvariantCulture));

    public override void Number(ReadOnlySpan<byte> digits) => json.Append(Encoding.ASCII.GetString(digits));

    public override void Text(ReadOnlySpan<byte> utf8) =>
        json.Append(JsonSerializer.Serialize(Encoding.UTF8.GetString(utf8), Readable));

    public override void PlainText(ReadOnlySpan<byte> ascii)
    {
        ascii.ContainsAnyExceptInRange((byte)' ', (byte)'~').ShouldBeFalse();
        ascii.IndexOfAny((byte)'"', (byte)'\\').ShouldBe(-1);
        json.Append('"').Append(Encoding.ASCII.GetString(ascii)).Append('"');
    }

    public override void Bytes(ReadOnlySpan<byte> bytes) =>
        json.Append('"').Append(Convert.ToBase64String(bytes)).Append('"');

    public override void Json(ReadOnlySpan<byte> utf8) => json.Append(Encoding.UTF8.GetString(utf8));

    public override void StartArray() => json.Append('[');

    public override void ArraySeparator() => json.Append(',');

    public override void EndArray() => json.Append(']');

    public override void StartObject() => json.Append('{');

    public override void Name(ReadOnlySpan<byte> utf8)
    {
        Text(utf8);
        json.Append(':');
    }

    public override void MemberSeparator() => json.Append(',');

    public override void EndObject() => json.Append('}');
}
