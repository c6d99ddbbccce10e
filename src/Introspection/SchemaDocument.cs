using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Relata.Model.Schema;

namespace Relata.Introspection;

/// <summary>
/// Writes a snapshot as a JSON document that reads the same whatever the database: the answer of <c>GET /__schema</c>.
/// </summary>
/// <remarks>Member names are in camel case, values that stand for one of a closed set in kebab case.</remarks>
public static class SchemaDocument
{
    /// <summary>Writes the whole document.</summary>
    /// <param name="output">Takes the UTF-8 bytes.</param>
    /// <param name="schema">The snapshot.</param>
    /// <param name="indented">Whether it is laid out for people.</param>
    public static void Write(IBufferWriter<byte> output, DatabaseSchema schema, bool indented = false)
    {
        // The document is never part of an HTML page, so only what JSON itself asks for is escaped.
        var options = new JsonWriterOptions
        {
            Indented = indented,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using var json = new Utf8JsonWriter(output, options);
        json.WriteStartObject();
        Names(json, "schemas", schema.Schemas);
        json.WriteStartArray("tables");
        foreach (var table in schema.Tables) Table(json, table, schema.RelationshipsOf(table));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Table(Utf8JsonWriter json, Table table, IReadOnlyList<Relationship> relationships)
    {
        json.WriteStartObject();
        json.WriteString("schema", table.Name.Schema);
        json.WriteString("name", table.Name.Name);
        json.WriteString("kind", Kebab(table.Kind));
        json.WriteString("comment", table.Comment);
        if (table.EstimatedRows is { } rows) json.WriteNumber("estimatedRows", rows);
        else json.WriteNull("estimatedRows");
        Names(json, "writes", WritesOf(table.Writes));
        Names(json, "conventions", ConventionsOf(table));
        json.WriteStartArray("columns");
        foreach (var column in table.Columns) Column(json, column);
        json.WriteEndArray();
        if (table.PrimaryKey is { } primary) Names(json, "primaryKey", NamesOf(primary.Columns));
        else json.WriteNull("primaryKey");
        json.WriteStartArray("uniqueKeys");
        foreach (var key in table.UniqueKeys) UniqueKey(json, key);
        json.WriteEndArray();
        json.WriteStartArray("foreignKeys");
        foreach (var key in table.ForeignKeys) ForeignKey(json, key);
        json.WriteEndArray();
        json.WriteStartArray("relationships");
        foreach (var relationship in relationships) Relationship(json, relationship);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Column(Utf8JsonWriter json, Column column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("type", column.Type.Name);
        json.WriteString("kind", Kebab(column.Type.Kind));
        json.WriteBoolean("nullable", column.IsNullable);
        json.WriteString("default", column.Default);
        json.WriteString("generation", Kebab(column.Generation));
        json.WriteString("comment", column.Comment);
        TypeDetails(json, column.Type);
        json.WriteEndObject();
    }

    private static void TypeDetails(Utf8JsonWriter json, ColumnType type)
    {
        if (type.Element is { } element)
        {
            json.WriteStartObject("element");
            NestedType(json, element);
            json.WriteEndObject();
        }

        if (type.Labels.Count > 0) Names(json, "labels", type.Labels);
        if (type.Fields.Count > 0) Fields(json, type.Fields);
        if (type.Domain is { } domain) json.WriteString("domain", domain);
        if (type.Length is { } length) json.WriteNumber("length", length);
        if (type.Precision is { } precision) json.WriteNumber("precision", precision);
        if (type.Scale is { } scale) json.WriteNumber("scale", scale);
    }

    private static void Fields(Utf8JsonWriter json, IReadOnlyList<CompositeField> fields)
    {
        json.WriteStartArray("fields");
        foreach (var field in fields)
        {
            json.WriteStartObject();
            json.WriteString("name", field.Name);
            NestedType(json, field.Type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void NestedType(Utf8JsonWriter json, ColumnType type)
    {
        json.WriteString("type", type.Name);
        json.WriteString("kind", Kebab(type.Kind));
        TypeDetails(json, type);
    }

    private static void UniqueKey(Utf8JsonWriter json, Key key)
    {
        json.WriteStartObject();
        json.WriteString("name", key.Name);
        Names(json, "columns", NamesOf(key.Columns));
        json.WriteEndObject();
    }

    private static void ForeignKey(Utf8JsonWriter json, ForeignKey key)
    {
        json.WriteStartObject();
        json.WriteString("name", key.Name);
        Names(json, "columns", NamesOf(key.Columns));
        json.WriteString("target", key.Target.ToString());
        Names(json, "targetColumns", key.TargetColumns);
        json.WriteEndObject();
    }

    private static void Relationship(Utf8JsonWriter json, Relationship relationship)
    {
        json.WriteStartObject();
        json.WriteString("name", relationship.Name);
        json.WriteString("kind", Kebab(relationship.Kind));
        Names(json, "columns", NamesOf(relationship.FromColumns));
        json.WriteString("target", relationship.To.ToString());
        Names(json, "targetColumns", NamesOf(relationship.ToColumns));
        if (relationship.Junction is { } junction)
        {
            json.WriteStartObject("junction");
            json.WriteString("table", junction.Table.ToString());
            Names(json, "columns", NamesOf(junction.NearColumns));
            Names(json, "targetColumns", NamesOf(junction.FarColumns));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Names(Utf8JsonWriter json, string member, IEnumerable<string> names)
    {
        json.WriteStartArray(member);
        foreach (var name in names) json.WriteStringValue(name);
        json.WriteEndArray();
    }

    private static IEnumerable<string> NamesOf(IEnumerable<Column> columns) => columns.Select(column => column.Name);

    private static IEnumerable<string> WritesOf(TableWrites writes)
    {
        if (writes.HasFlag(TableWrites.Insert)) yield return "insert";
        if (writes.HasFlag(TableWrites.Update)) yield return "update";
        if (writes.HasFlag(TableWrites.Delete)) yield return "delete";
    }

    /// <summary>The columns whose names are more than names.</summary>
    private static IEnumerable<string> ConventionsOf(Table table) =>
        NamesOf(new[] { table.CreatedAt, table.UpdatedAt, table.DeletedAt }.OfType<Column>()
            .Concat(table.Claims.Select(claim => claim.Until)));

    private static string Kebab<T>(T member)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString());
}
