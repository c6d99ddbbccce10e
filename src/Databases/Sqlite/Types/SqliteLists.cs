using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Relata.Model.Failures;
using Relata.Model.Schema;

namespace Relata.Databases.Sqlite.Types;

/// <summary>Lists of values as one JSON array, for <c>IN (SELECT value FROM json_each($1))</c>.</summary>
internal static class SqliteLists
{
    private static readonly JsonWriterOptions Unescaped =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The list, each value as a JSON value that SQLite reads back as what it would have bound.</summary>
    public static ReadOnlySpan<byte> ToJson(IReadOnlyList<object?> values, ColumnType type)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Unescaped))
        {
            json.WriteStartArray();
            foreach (var value in values) Write(json, value, type);
            json.WriteEndArray();
        }

        return buffer.WrittenSpan;
    }

    private static void Write(Utf8JsonWriter json, object? value, ColumnType type)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case bool truth: json.WriteNumberValue(truth ? 1 : 0); break;
            case long integer: json.WriteNumberValue(integer); break;
            case double real: WriteReal(json, SqliteValues.Storable(real)); break;
            case string digits when type.Kind == TypeKind.Decimal: Write(json, SqliteDecimal.Read(digits, type)); break;
            case string text when text.Contains('\0', StringComparison.Ordinal): throw NoNul();
            case string text: json.WriteStringValue(text); break;
            case byte[]: throw NoBytes();
            default: throw SqliteValues.NotBindable(value);
        }
    }

    private static void Write(Utf8JsonWriter json, SqliteDecimal value)
    {
        if (value.Whole is { } whole) json.WriteNumberValue(whole);
        else json.WriteNumberValue(value.Real);
    }

    /// <summary>JSON has no infinity, but SQLite reads a number that is too large as one.</summary>
    private static void WriteReal(Utf8JsonWriter json, double real)
    {
        if (double.IsInfinity(real)) json.WriteRawValue(real > 0 ? "9e999"u8 : "-9e999"u8, skipInputValidation: true);
        else json.WriteNumberValue(real);
    }

    /// <summary>
    /// SQLite's JSON functions cut a string at U+0000, so the text would match what it is not equal to.
    /// </summary>
    private static FailureException NoNul() =>
        new Failure(FailureCode.BadValue, "On SQLite, a list cannot hold a text with the character U+0000.")
            .AsException();

    /// <summary>JSON has no bytes, and SQLite 3.35 has no function that reads them from text.</summary>
    private static FailureException NoBytes() =>
        new Failure(FailureCode.NotApplicable, "SQLite cannot search for a list of bytes; ask for one value at a time.")
            .AsException();
}
