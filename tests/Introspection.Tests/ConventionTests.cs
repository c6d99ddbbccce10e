using Relata.Model.Schema;

namespace Relata.Introspection.Tests;

public sealed class ConventionTests
{
    private static readonly ColumnType Instant = new(TypeKind.TimestampTz, "timestamptz");
    private static readonly ColumnType Moment = new(TypeKind.Timestamp, "timestamp");
    private static readonly QualifiedName Job = new("main", "job");

    [Fact]
    public void Knows_the_columns_by_name_and_type()
    {
        var job = Build(
            TableConventions.All,
            Column("deleted_at", Instant), Column("created_at", Moment), Column("updated_at", Instant));

        job.DeletedAt.ShouldBe(job.FindColumn("deleted_at"));
        job.CreatedAt.ShouldBe(job.FindColumn("created_at"));
        job.UpdatedAt.ShouldBe(job.FindColumn("updated_at"));
    }

    [Theory]
    [InlineData("Deleted_at")]
    [InlineData("deleted")]
    public void Takes_no_other_name(string name) =>
        Build(TableConventions.All, Column(name, Instant)).DeletedAt.ShouldBeNull();

    [Fact]
    public void Takes_no_other_type() =>
        Build(TableConventions.All, Column("deleted_at", new ColumnType(TypeKind.Date, "date"))).DeletedAt.ShouldBeNull();

    [Fact]
    public void Takes_no_mark_that_is_never_null() =>
        Build(TableConventions.All, Column("deleted_at", Instant) with { IsNullable = false }).DeletedAt.ShouldBeNull();

    [Fact]
    public void Takes_no_column_that_only_the_database_fills() =>
        Build(TableConventions.All, Column("updated_at", Instant) with { Generation = ColumnGeneration.Computed })
            .UpdatedAt.ShouldBeNull();

    [Fact]
    public void Is_switched_for_each_table_and_each_convention()
    {
        CatalogColumn[] columns = [Column("deleted_at", Instant), Column("updated_at", Instant)];

        var kept = Build(new TableConventions(new TableFilter([], ["job"]), new TableFilter(["main.job"], [])), columns);
        kept.DeletedAt.ShouldBeNull();
        kept.UpdatedAt.ShouldNotBeNull();
        var off = Build(new TableConventions(new TableFilter(["other"], []), null), columns);
        off.DeletedAt.ShouldBeNull();
        off.UpdatedAt.ShouldBeNull();
    }

    [Fact]
    public void Names_what_its_lists_hold_and_the_database_lacks() =>
        new TableConventions(new TableFilter(["jobs"], ["job"]), null).NamesMissingIn(CatalogOf([])).ShouldBe(["jobs"]);

    private static CatalogColumn Column(string name, ColumnType type) =>
        new(Job, name, type, IsNullable: true, ColumnGeneration.None, Default: null, Comment: null);

    private static Table Build(TableConventions conventions, params CatalogColumn[] columns) =>
        SchemaBuilder.Build(CatalogOf(columns), TableFilter.All, 1, conventions).Tables.ShouldHaveSingleItem();

    private static Catalog CatalogOf(CatalogColumn[] columns) => new(
        ["main"], [new CatalogTable(Job, TableKind.Table, TableWrites.All, null, null)], columns, [], []);
}
