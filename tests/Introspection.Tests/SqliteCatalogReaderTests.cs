using Microsoft.Data.Sqlite;
using Relata.Databases.Sqlite.Catalog;
using Relata.Model.Failures;
using Relata.Model.Schema;

namespace Relata.Introspection.Tests;

public sealed class SqliteCatalogReaderTests : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"relata-{Guid.NewGuid():N}.db");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reads_tables_and_views()
    {
        var schema = await ReadAsync("""
            CREATE TABLE "Camera Zone" (id INTEGER PRIMARY KEY AUTOINCREMENT, "select" TEXT);
            CREATE VIEW labels AS SELECT "select" AS label, 1 + 1 AS two FROM "Camera Zone";
            """);

        schema.Schemas.ShouldBe(["main"]);
        schema.Tables.Select(table => (table.Name.ToString(), table.Kind, table.Writes)).ShouldBe(
        [
            ("main.Camera Zone", TableKind.Table, TableWrites.All),
            ("main.labels", TableKind.View, TableWrites.None),
        ]);
        schema.FindTable("labels")!.Columns.Select(column => (column.Name, column.Type.Kind, column.IsNullable))
            .ShouldBe([("label", TypeKind.Text, true), ("two", TypeKind.Other, true)]);
    }

    [Fact]
    public async Task Reads_unique_indexes_with_their_conditions()
    {
        var schema = await ReadAsync("""
            CREATE TABLE job (id INTEGER PRIMARY KEY, "where" int, name text UNIQUE, [a b] text);
            CREATE UNIQUE INDEX all_of_it ON job ("where");
            CREATE UNIQUE INDEX lower_one ON job (lower(name), "where");
            CREATE UNIQUE INDEX "where it's" ON job ("where", name /* where (1 */ COLLATE NOCASE DESC) wHeRe(name <> 'it''s -- no WHERE')
                -- and not )
                AND [a b] IS NOT/* " */NULL;
            CREATE UNIQUE INDEX last ON job (name) WHERE "where" > 1 AND `a b` = '' /* open;
            """);

        schema.FindTable("job")!.UniqueIndexes
            .Select(index => (index.Name, string.Join(',', index.Columns.Select(column => column.Name)), index.Condition))
            .ShouldBe(
            [
                ("all_of_it", "where", null),
                ("last", "name", "\"where\" > 1 AND `a b` = ''"),
                ("where it's", "where,name", "(name <> 'it''s -- no WHERE')\n         AND [a b] IS NOT NULL"),
            ]);
    }

    [Fact]
    public async Task Knows_the_rowid_by_its_column()
    {
        var schema = await ReadAsync("""
            CREATE TABLE alias (id integer PRIMARY KEY, name text NOT NULL);
            CREATE TABLE code (id text PRIMARY KEY);
            CREATE TABLE almost (id int PRIMARY KEY);
            CREATE TABLE backwards (id INTEGER PRIMARY KEY DESC);
            CREATE TABLE bare (id text, PRIMARY KEY (id)) WITHOUT ROWID;
            CREATE TABLE pair (b integer NOT NULL, a integer, PRIMARY KEY (a, b));
            """);

        KeyOf("alias").ShouldBe(("id", false, ColumnGeneration.IdentityByDefault));
        KeyOf("code").ShouldBe(("id", true, ColumnGeneration.None));
        KeyOf("almost").ShouldBe(("id", true, ColumnGeneration.None));
        KeyOf("backwards").ShouldBe(("id", true, ColumnGeneration.None));
        KeyOf("bare").ShouldBe(("id", false, ColumnGeneration.None));
        schema.FindTable("pair")!.PrimaryKey!.Columns.Select(column => (column.Name, column.IsNullable))
            .ShouldBe([("a", true), ("b", false)]);

        (string Name, bool IsNullable, ColumnGeneration Generation) KeyOf(string table)
        {
            var column = schema.FindTable(table)!.PrimaryKey!.Columns.ShouldHaveSingleItem();
            return (column.Name, column.IsNullable, column.Generation);
        }
    }

    [Fact]
    public async Task Reads_defaults_and_generated_columns()
    {
        var table = (await ReadAsync("""
            CREATE TABLE t (
                a int DEFAULT 1, b text DEFAULT 'x', c text DEFAULT (1 || 2),
                d int GENERATED ALWAYS AS (a * 2) VIRTUAL, e integer AS (a + 1) STORED, f
                GENERATED ALWAYS AS (a));
            """)).FindTable("t")!;

        table.Columns.Select(column => (column.Name, column.Type.Name, column.Default, column.Generation)).ShouldBe(
        [
            ("a", "int", "1", ColumnGeneration.None),
            ("b", "text", "'x'", ColumnGeneration.None),
            ("c", "text", "1 || 2", ColumnGeneration.None),
            ("d", "int", null, ColumnGeneration.Computed),
            ("e", "integer", null, ColumnGeneration.Computed),
            ("f", "any", null, ColumnGeneration.Computed),
        ]);
        table.PrimaryKey.ShouldBeNull();
    }

    [Fact]
    public async Task Reads_unique_constraints_and_no_other_index()
    {
        var table = (await ReadAsync("""
            CREATE TABLE t (a int UNIQUE, b int, c int, UNIQUE (c, b));
            CREATE UNIQUE INDEX partly ON t (b) WHERE c IS NULL;
            CREATE UNIQUE INDEX expression ON t (b + 1);
            """)).FindTable("t")!;

        table.UniqueKeys.Select(key => string.Join(' ', key.Columns.Select(column => column.Name)))
            .ShouldBe(["a", "c b"]);
    }

    [Fact]
    public async Task Reads_foreign_keys_as_the_tables_spell_them()
    {
        var schema = await ReadAsync("""
            CREATE TABLE zone (camera_id int, no int, PRIMARY KEY (no, camera_id));
            CREATE TABLE rule (
                id INTEGER PRIMARY KEY,
                zone_no int,
                camera_id int,
                next int REFERENCES Rule,
                lost int REFERENCES gone (id),
                CONSTRAINT named FOREIGN KEY (CAMERA_ID, Zone_No) REFERENCES ZONE (Camera_Id, NO),
                FOREIGN KEY (zone_no, camera_id) REFERENCES zone);
            """);

        schema.FindTable("rule")!.ForeignKeys.Select(Line).ShouldBe(
        [
            "rule_camera_id_zone_no_fkey: camera_id zone_no -> main.zone(camera_id no)",
            "rule_next_fkey: next -> main.rule(id)",
            "rule_zone_no_camera_id_fkey: zone_no camera_id -> main.zone(no camera_id)",
        ]);
        schema.RelationshipsOf(schema.FindTable("rule")!).Select(relationship => relationship.Name)
            .ShouldBe(["rule", "zone", "rule_by_next"]);

        static string Line(ForeignKey key) =>
            $"{key.Name}: {string.Join(' ', key.Columns.Select(column => column.Name))} -> "
            + $"{key.Target}({string.Join(' ', key.TargetColumns)})";
    }

    [Fact]
    public async Task Leaves_out_what_a_virtual_table_is_made_of()
    {
        var schema = await ReadAsync("""
            CREATE VIRTUAL TABLE docs USING fts5(title, body);
            CREATE VIRTUAL TABLE area USING rtree(id, x0, x1);
            CREATE TABLE docs_archive (id INTEGER PRIMARY KEY);
            """);

        schema.Tables.Select(table => table.Name.Name).ShouldBe(["area", "docs", "docs_archive"]);
        schema.FindTable("docs")!.Columns.Select(column => column.Name).ShouldBe(["title", "body"]);
        schema.FindTable("docs")!.PrimaryKey.ShouldBeNull();
    }

    [Fact]
    public async Task Leaves_out_a_view_that_nobody_can_read()
    {
        var schema = await ReadAsync("""
            CREATE TABLE t (id INTEGER PRIMARY KEY);
            CREATE VIEW after AS SELECT id FROM t;
            CREATE VIEW broken AS SELECT id FROM gone;
            CREATE VIEW working AS SELECT id FROM t;
            """);

        schema.Tables.Select(table => table.Name.Name).ShouldBe(["after", "t", "working"]);
        schema.FindTable("after")!.Columns.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Estimates_rows_once_they_were_counted()
    {
        var schema = await ReadAsync("""
            CREATE TABLE counted (id INTEGER PRIMARY KEY, a int UNIQUE);
            CREATE INDEX few ON counted (a) WHERE a > 2;
            INSERT INTO counted (a) VALUES (1), (2), (3);
            ANALYZE;
            CREATE TABLE fresh (id INTEGER PRIMARY KEY);
            """);

        schema.FindTable("counted")!.EstimatedRows.ShouldBe(3);
        schema.FindTable("fresh")!.EstimatedRows.ShouldBeNull();
        schema.FindTable("sqlite_stat1").ShouldBeNull();
    }

    [Theory]
    [InlineData("boolean", TypeKind.Boolean)]
    [InlineData("BOOL", TypeKind.Boolean)]
    [InlineData("smallint", TypeKind.Int16)]
    [InlineData("int2", TypeKind.Int16)]
    [InlineData("INTEGER", TypeKind.Int64)]
    [InlineData("tinyint(1)", TypeKind.Int64)]
    [InlineData("unsigned big int", TypeKind.Int64)]
    [InlineData("real", TypeKind.Double)]
    [InlineData("double  precision", TypeKind.Double)]
    [InlineData("float(53)", TypeKind.Double)]
    [InlineData("date", TypeKind.Date)]
    [InlineData("time", TypeKind.Time)]
    [InlineData("datetime", TypeKind.Timestamp)]
    [InlineData("timestamp(3)", TypeKind.Timestamp)]
    [InlineData("timestamptz", TypeKind.TimestampTz)]
    [InlineData("timestamp with time zone", TypeKind.TimestampTz)]
    [InlineData("DateTimeOffset", TypeKind.TimestampTz)]
    [InlineData("jsonb", TypeKind.Json)]
    [InlineData("uuid", TypeKind.Uuid)]
    [InlineData("blob", TypeKind.Bytes)]
    [InlineData("mediumtext", TypeKind.Text)]
    [InlineData("clob", TypeKind.Text)]
    [InlineData("money", TypeKind.Other)]
    [InlineData("interval", TypeKind.Other)]
    [InlineData("", TypeKind.Other)]
    public async Task Maps_declared_types(string declared, TypeKind kind)
    {
        var schema = await ReadAsync($"CREATE TABLE t (c {declared})");

        var type = schema.FindTable("t")!.Columns[0].Type;
        type.Kind.ShouldBe(kind);
        type.Name.ShouldBe(declared.Length == 0 ? "any" : declared);
    }

    [Theory]
    [InlineData("decimal(10, 2)", 10, 2, null)]
    [InlineData("numeric(7)", 7, 0, null)]
    [InlineData("numeric", null, null, null)]
    [InlineData("varchar(20)", null, null, 20)]
    [InlineData("character varying (20)", null, null, 20)]
    [InlineData("text", null, null, null)]
    public async Task Reads_sizes(string declared, int? precision, int? scale, int? length)
    {
        var schema = await ReadAsync($"CREATE TABLE t (c {declared})");

        var type = schema.FindTable("t")!.Columns[0].Type;
        (type.Precision, type.Scale, type.Length).ShouldBe((precision, scale, length));
    }

    [Fact]
    public async Task Has_no_schema_but_main()
    {
        var reader = new SqliteCatalogReader($"Data Source={file}");

        (await reader.ReadAsync(["main"], Stop)).Schemas.ShouldBe(["main"]);
        var failure = await Should.ThrowAsync<FailureException>(
            async () => await reader.ReadAsync(["main", "public"], Stop));
        failure.Failure.Code.ShouldBe(FailureCode.DatabaseRefused);
        failure.Message.ShouldContain("\"public\"");
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        File.Delete(file);
    }

    private async Task<DatabaseSchema> ReadAsync(string sql)
    {
        var reader = new SqliteCatalogReader($"Data Source={file}");
        await using (var connection = new SqliteConnection($"Data Source={file}"))
        {
            await connection.OpenAsync(Stop);
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(Stop);
        }

        return SchemaBuilder.Build(await reader.ReadAsync([], Stop), TableFilter.All, 1);
    }
}
