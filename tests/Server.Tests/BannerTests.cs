using Relata.Databases.Postgres;
using Relata.Model.Schema;
using Relata.Server.Configuration;

namespace Relata.Server.Tests;

/// <summary>The lines that an operator sees first are true, can be clicked and show no password.</summary>
public sealed class BannerTests
{
    private static readonly DatabaseUrl Shop = new PostgresUrl(
        new PostgresAddress("db", 5432, "ann", "hush", "shop", new Dictionary<string, string>()));

    private static readonly Settings ServesShop = new() { Database = Shop };

    [Fact]
    public void Shows_what_is_served_and_where()
    {
        var lines = Lines(ServesShop, [Keyed("customer", "id", TypeKind.Int64), View("total")]);
        lines[0].ShouldEndWith("serves postgres://ann:***@db:5432/shop");
        lines[1].ShouldBe("1 table and 1 view in schema public; listening on http://127.0.0.1:8080");
        lines[2..].ShouldBe(
        [
            "  http://127.0.0.1:8080/customer?limit=10",
            "  http://127.0.0.1:8080/customer/1",
            "  http://127.0.0.1:8080/__schema",
        ]);
    }

    [Fact]
    public void Shows_the_examples_of_the_sample()
    {
        var lines = Lines(new Settings(), []);
        lines.ShouldContain("  http://127.0.0.1:8080/event?id=46709");
        lines.ShouldContain("  http://127.0.0.1:8080/event?order_by=start_timestamp&order=desc&limit=10&offset=10");
        lines.ShouldContain("  http://127.0.0.1:8080/detection?id__gte=14790680&id__lte=14790682");
    }

    [Fact]
    public void Puts_the_mount_before_the_tables_and_escapes_their_names()
    {
        var settings = ServesShop with { Rest = new RestSettings { Mount = "/api" } };
        Lines(settings, [Keyed("a b", "code", TypeKind.Text)])[2..].ShouldBe(
        [
            "  http://127.0.0.1:8080/api/a%20b?limit=10",
            "  http://127.0.0.1:8080/api/a%20b/{code}",
            "  http://127.0.0.1:8080/__schema",
        ]);
    }

    [Fact]
    public void Shows_only_a_list_when_no_table_has_a_key() =>
        Lines(ServesShop, [View("total")])[2..].ShouldBe(
            ["  http://127.0.0.1:8080/total?limit=10", "  http://127.0.0.1:8080/__schema"]);

    [Fact]
    public void Names_the_headers_that_must_be_the_gateways()
    {
        const string warning =
            "warning: whoever can send these headers past the gateway is whom they name: X-Tenant, X-Role";
        var callers = new CallerSettings
        {
            Settings = new Dictionary<string, string> { ["app.tenant"] = "X-Tenant", ["app.other"] = "x-tenant" },
            Role = "X-Role",
        };
        Lines(ServesShop with { Callers = callers }, [Keyed("a", "id", TypeKind.Int32)])[2].ShouldBe(warning);
    }

    [Fact]
    public void Warns_where_callers_may_send_SQL()
    {
        const string warning =
            "warning: ex.exec is on: whoever can reach /ex/:exec runs SQL of their own with all rights of the database's role";
        Lines(ServesShop with { Ex = new ExSettings { Exec = true } }, [Keyed("a", "id", TypeKind.Int32)])[2].ShouldBe(warning);
        Lines(ServesShop with { Ex = new ExSettings { Exec = true, Enabled = false } }, [Keyed("a", "id", TypeKind.Int32)])
            .ShouldNotContain(warning);
        var front = new Settings
        {
            Ex = new ExSettings { Exec = true }, Upstream = new UpstreamSettings { Url = "http://10.0.0.7:8080/ex" },
        };
        new FrontBanner(front, isThere: true, "http://127.0.0.1:8080").Lines().ShouldContain(warning);
    }

    [Fact]
    public void Warns_of_tables_behind_the_paths_of_the_server()
    {
        var lines = Lines(ServesShop, [Keyed("__schema", "id", TypeKind.Int32)]);
        lines[2].ShouldStartWith("warning: ");
        lines[2].ShouldEndWith("public.__schema");
        lines.ShouldContain("  http://127.0.0.1:8080/public.__schema/1");
    }

    [Theory]
    [InlineData("/", "/ex", "ex", true)]
    [InlineData("/api", "/api/ex", "ex", true)]
    [InlineData("/api/", "/api/ex/", "ex", true)]
    [InlineData("/api", "/ex", "ex", false)]
    [InlineData("/", "/v1/ex", "v1", false)]
    [InlineData("/", "/v1/ex", "ex", false)]
    [InlineData("/api", "/api/ex", "__schema", false)]
    public void Warns_of_the_table_behind_the_path_of_the_ex_dialect(string rest, string ex, string table, bool isHidden)
    {
        var settings = ServesShop with
        {
            Rest = new RestSettings { Mount = rest }, Ex = ServesShop.Ex with { Enabled = true, Mount = ex },
        };
        Lines(settings, [Keyed(table, "id", TypeKind.Int32)])
            .Contains($"warning: reachable only with the schema's name, because a path of the server's own comes first: public.{table}")
            .ShouldBe(isHidden);
        Lines(settings with { Ex = settings.Ex with { Enabled = false } }, [Keyed(table, "id", TypeKind.Int32)])
            .ShouldNotContain(line => line.StartsWith("warning", StringComparison.Ordinal));
    }

    [Fact]
    public void Warns_of_listed_tables_that_do_not_exist()
    {
        var schema = new DatabaseSchema(["public"], [], [], version: 1);
        var lines = new Banner(Shop, ServesShop, schema, ["secrets", "app.pasword"], "http://127.0.0.1:8080").Lines();
        lines.ShouldContain("warning: the settings list tables that do not exist: secrets, app.pasword");
    }

    [Theory]
    [InlineData("http://[::]:8080")]
    [InlineData("http://0.0.0.0:8080")]
    [InlineData("http://*:8080")]
    public void Shows_localhost_for_every_interface(string address) =>
        Lines(ServesShop, [], address).ShouldContain("  http://localhost:8080/__schema");

    private static string[] Lines(Settings settings, Table[] tables, string address = "http://127.0.0.1:8080") =>
        [.. new Banner(Shop, settings, new DatabaseSchema(["public"], tables, [], version: 1), [], address).Lines()];

    private static Table Keyed(string name, string key, TypeKind kind)
    {
        var column = new Column(key, 0, new ColumnType(kind, "any"));
        return new(new("public", name), TableKind.Table, [column]) { PrimaryKey = new("", [column]) };
    }

    private static Table View(string name) => new(new("public", name), TableKind.View, []);
}
