using System.Buffers;
using System.Text;
using Relata.Model.Schema;

namespace Relata.Introspection.Tests;

public sealed class SchemaDocumentTests
{
    private static readonly QualifiedName Site = new("public", "site");
    private static readonly QualifiedName Tag = new("public", "tag");
    private static readonly QualifiedName SiteTag = new("public", "site_tag");
    private static readonly ColumnType Integer = new(TypeKind.Int32, "integer");

    [Fact]
    public void Says_everything_about_a_table()
    {
        var number = new ColumnType(TypeKind.Decimal, "numeric(5,2)") { Precision = 5, Scale = 2 };
        var spot = new ColumnType(TypeKind.Other, "spot") { Fields = [new CompositeField("x", number)] };
        var mood = new ColumnType(TypeKind.Enum, "mood") { Labels = ["sad", "ok"] };
        var catalog = new Catalog(
            ["public"],
            [
                new CatalogTable(
                    Site, TableKind.PartitionedTable, TableWrites.Insert | TableWrites.Delete, 12, "Größe \"x\" & <y>"),
            ],
            [
                new CatalogColumn(Site, "id", Integer, false, ColumnGeneration.IdentityByDefault, null, "The key."),
                new CatalogColumn(
                    Site, "code", new ColumnType(TypeKind.Text, "code") { Domain = "code", Length = 8 }, true,
                    ColumnGeneration.None, "'x'::text", null),
                new CatalogColumn(
                    Site, "moods", new ColumnType(TypeKind.Array, "mood[]") { Element = mood }, true,
                    ColumnGeneration.None, null, null),
                new CatalogColumn(
                    Site, "place", spot,
                    true, ColumnGeneration.Computed, null, null),
                new CatalogColumn(
                    Site, "at", new ColumnType(TypeKind.TimestampTz, "timestamp with time zone"), false,
                    ColumnGeneration.IdentityAlways, null, null),
            ],
            [new CatalogKey(Site, "site_pkey", true, ["id"]), new CatalogKey(Site, "site_code_key", false, ["code"])],
            []);

        TextOf(SchemaBuilder.Build(catalog, TableFilter.All, 1)).ShouldBe("""
            {
              "schemas": [
                "public"
              ],
              "tables": [
                {
                  "schema": "public",
                  "name": "site",
                  "kind": "partitioned-table",
                  "comment": "Größe \"x\" & <y>",
                  "estimatedRows": 12,
                  "writes": [
                    "insert",
                    "delete"
                  ],
                  "conventions": [],
                  "columns": [
                    {
                      "name": "id",
                      "type": "integer",
                      "kind": "int32",
                      "nullable": false,
                      "default": null,
                      "generation": "identity-by-default",
                      "comment": "The key."
                    },
                    {
                      "name": "code",
                      "type": "code",
                      "kind": "text",
                      "nullable": true,
                      "default": "'x'::text",
                      "generation": "none",
                      "comment": null,
                      "domain": "code",
                      "length": 8
                    },
                    {
                      "name": "moods",
                      "type": "mood[]",
                      "kind": "array",
                      "nullable": true,
                      "default": null,
                      "generation": "none",
                      "comment": null,
                      "element": {
                        "type": "mood",
                        "kind": "enum",
                        "labels": [
                          "sad",
                          "ok"
                        ]
                      }
                    },
                    {
                      "name": "place",
                      "type": "spot",
                      "kind": "other",
                      "nullable": true,
                      "default": null,
                      "generation": "computed",
                      "comment": null,
                      "fields": [
                        {
                          "name": "x",
                          "type": "numeric(5,2)",
                          "kind": "decimal",
                          "precision": 5,
                          "scale": 2
                        }
                      ]
                    },
                    {
                      "name": "at",
                      "type": "timestamp with time zone",
                      "kind": "timestamp-tz",
                      "nullable": false,
                      "default": null,
                      "generation": "identity-always",
                      "comment": null
                    }
                  ],
                  "primaryKey": [
                    "id"
                  ],
                  "uniqueKeys": [
                    {
                      "name": "site_code_key",
                      "columns": [
                        "code"
                      ]
                    }
                  ],
                  "foreignKeys": [],
                  "relationships": []
                }
              ]
            }
            """);
    }

    [Fact]
    public void Says_how_tables_are_related()
    {
        var catalog = new Catalog(
            ["public"],
            [
                new CatalogTable(Site, TableKind.Table, TableWrites.All, null, null),
                new CatalogTable(SiteTag, TableKind.Table, TableWrites.None, null, null),
                new CatalogTable(Tag, TableKind.View, TableWrites.None, null, null),
            ],
            [
                new CatalogColumn(Site, "id", Integer, false, ColumnGeneration.None, null, null),
                new CatalogColumn(SiteTag, "site_id", Integer, false, ColumnGeneration.None, null, null),
                new CatalogColumn(SiteTag, "tag_id", Integer, false, ColumnGeneration.None, null, null),
                new CatalogColumn(Tag, "id", Integer, false, ColumnGeneration.None, null, null),
            ],
            [new CatalogKey(SiteTag, "pk", true, ["site_id", "tag_id"])],
            [
                new CatalogForeignKey(SiteTag, "fk1", ["site_id"], Site, ["id"]),
                new CatalogForeignKey(SiteTag, "fk2", ["tag_id"], Tag, ["id"]),
            ]);

        TextOf(SchemaBuilder.Build(catalog, TableFilter.All, 1), indented: false).ShouldBe("""
            {"schemas":["public"],"tables":[
            {"schema":"public","name":"site","kind":"table","comment":null,"estimatedRows":null,
            "writes":["insert","update","delete"],"conventions":[],"columns":[{"name":"id","type":"integer","kind":"int32",
            "nullable":false,"default":null,"generation":"none","comment":null}],"primaryKey":null,"uniqueKeys":[],
            "foreignKeys":[],"relationships":[
            {"name":"site_tag","kind":"children","columns":["id"],"target":"public.site_tag",
            "targetColumns":["site_id"]},
            {"name":"tag","kind":"many-to-many","columns":["id"],"target":"public.tag","targetColumns":["id"],
            "junction":{"table":"public.site_tag","columns":["site_id"],"targetColumns":["tag_id"]}}]},
            {"schema":"public","name":"site_tag","kind":"table","comment":null,"estimatedRows":null,
            "writes":[],"conventions":[],"columns":[
            {"name":"site_id","type":"integer","kind":"int32","nullable":false,
            "default":null,"generation":"none","comment":null},
            {"name":"tag_id","type":"integer","kind":"int32","nullable":false,
            "default":null,"generation":"none","comment":null}],
            "primaryKey":["site_id","tag_id"],"uniqueKeys":[],"foreignKeys":[
            {"name":"fk1","columns":["site_id"],"target":"public.site","targetColumns":["id"]},
            {"name":"fk2","columns":["tag_id"],"target":"public.tag","targetColumns":["id"]}],"relationships":[
            {"name":"site","kind":"parent","columns":["site_id"],"target":"public.site","targetColumns":["id"]},
            {"name":"tag","kind":"parent","columns":["tag_id"],"target":"public.tag","targetColumns":["id"]}]},
            {"schema":"public","name":"tag","kind":"view","comment":null,"estimatedRows":null,
            "writes":[],"conventions":[],"columns":[
            {"name":"id","type":"integer","kind":"int32","nullable":false,
            "default":null,"generation":"none","comment":null}],
            "primaryKey":null,"uniqueKeys":[],"foreignKeys":[],"relationships":[
            {"name":"site_tag","kind":"children","columns":["id"],"target":"public.site_tag",
            "targetColumns":["tag_id"]},
            {"name":"site","kind":"many-to-many","columns":["id"],"target":"public.site","targetColumns":["id"],
            "junction":{"table":"public.site_tag","columns":["tag_id"],"targetColumns":["site_id"]}}]}]}
            """.ReplaceLineEndings(""));
    }

    private static string TextOf(DatabaseSchema schema, bool indented = true)
    {
        var output = new ArrayBufferWriter<byte>();
        SchemaDocument.Write(output, schema, indented);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
