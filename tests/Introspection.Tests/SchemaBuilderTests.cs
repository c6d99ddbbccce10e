using Relata.Model.Schema;

namespace Relata.Introspection.Tests;

public sealed class SchemaBuilderTests
{
    private static CatalogDraft Cameras => new CatalogDraft()
        .Table("site", "id name").Key("id").Unique("name")
        .Table("camera", "id site_id name").Key("id").Unique("site_id name").ForeignKey("site_id", "site")
        .Table("audit.camera", "id").Key("id");

    [Fact]
    public void Orders_tables_by_schema_and_name()
    {
        var schema = Cameras.Build();

        schema.Tables.Select(table => table.Name.ToString()).ShouldBe(["audit.camera", "public.camera", "public.site"]);
        schema.FindTable("camera")!.Name.Schema.ShouldBe("public");
    }

    [Fact]
    public void Numbers_columns_in_their_order()
    {
        var camera = Cameras.Build().FindTable("camera")!;

        camera.Columns.Select(column => (column.Ordinal, column.Name))
            .ShouldBe([(0, "id"), (1, "site_id"), (2, "name")]);
        camera.PrimaryKey!.Columns.ShouldBe([camera.Columns[0]]);
        camera.UniqueKeys.ShouldHaveSingleItem().Columns.ShouldBe([camera.Columns[1], camera.Columns[2]]);
    }

    [Fact]
    public void Gives_the_same_snapshot_whatever_the_order_of_the_catalogue()
    {
        var catalog = Cameras.ToCatalog();
        var reversed = catalog with
        {
            Tables = [.. catalog.Tables.Reverse()],
            Keys = [.. catalog.Keys.Reverse()],
            ForeignKeys = [.. catalog.ForeignKeys.Reverse()],
        };

        TextOf(SchemaBuilder.Build(reversed, TableFilter.All, 1)).ShouldBe(TextOf(Cameras.Build()));
    }

    [Fact]
    public void Exposes_only_included_tables()
    {
        var schema = Cameras.Build(new TableFilter(["public.camera"], []));

        schema.Tables.ShouldHaveSingleItem().Name.ToString().ShouldBe("public.camera");
        schema.Tables[0].ForeignKeys.ShouldBeEmpty();
        schema.RelationshipsOf(schema.Tables[0]).ShouldBeEmpty();
    }

    [Fact]
    public void Excludes_a_bare_name_in_every_schema()
    {
        var schema = Cameras.Build(new TableFilter([], ["camera"]));

        schema.Tables.ShouldHaveSingleItem().Name.ToString().ShouldBe("public.site");
    }

    [Fact]
    public void Excludes_what_is_also_included() =>
        new TableFilter(["camera"], ["public.camera"]).Exposes(new QualifiedName("public", "camera")).ShouldBeFalse();

    [Fact]
    public void Names_what_a_filter_lists_and_the_database_lacks() =>
        new TableFilter(["camera", "Site"], ["public.site", "audit.log"]).NamesMissingIn(Cameras.ToCatalog())
            .ShouldBe(["Site", "audit.log"]);

    [Fact]
    public void Passes_over_a_foreign_key_to_an_unknown_column()
    {
        var schema = new CatalogDraft()
            .Table("a", "id")
            .Table("b", "a_id").ForeignKey("a_id", "a", "nope")
            .Build();

        schema.FindTable("b")!.ForeignKeys.ShouldBeEmpty();
    }

    [Fact]
    public void Passes_over_a_key_with_a_hidden_column() =>
        new CatalogDraft().Table("a", "id").Key("id other").Build().Tables[0].PrimaryKey.ShouldBeNull();

    private static string TextOf(DatabaseSchema schema)
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        SchemaDocument.Write(output, schema);
        return System.Text.Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
