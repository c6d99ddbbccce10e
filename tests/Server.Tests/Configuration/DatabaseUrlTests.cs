using Relata.Databases.MySql;
using Relata.Server.Configuration;

namespace Relata.Server.Tests.Configuration;

/// <summary>What a database URL means, and that its password stays where it is.</summary>
public sealed class DatabaseUrlTests
{
    [Theory]
    [InlineData("sqlite:shop.db", "shop.db")]
    [InlineData("sqlite:./a/shop.db", "./a/shop.db")]
    [InlineData("sqlite:/var/shop.db", "/var/shop.db")]
    [InlineData("sqlite:///var/shop.db", "/var/shop.db")]
    [InlineData("sqlite://shop.db", "shop.db")]
    [InlineData("SQLite:my%20shop%3F.db", "my shop?.db")]
    public void Names_an_SQLite_file(string text, string path) => Parse(text).ShouldBe(new SqliteUrl(path));

    [Theory]
    [InlineData("postgres://ann:pw@db:5433/shop", "db", 5433, "ann", "pw", "shop")]
    [InlineData("postgresql://ann@db/shop", "db", 5432, "ann", null, "shop")]
    [InlineData("postgres://ann@db", "db", 5432, "ann", null, "ann")]
    [InlineData("postgres://ann:@db/", "db", 5432, "ann", null, "ann")]
    [InlineData("postgres://ann@/shop", "localhost", 5432, "ann", null, "shop")]
    [InlineData("postgres://ann@:6000", "localhost", 6000, "ann", null, "ann")]
    [InlineData("postgres://ann:p%40s%2Fs%3A%25@db/my%20shop", "db", 5432, "ann", "p@s/s:%", "my shop")]
    [InlineData("postgres://ann:p@ss@db/shop", "db", 5432, "ann", "p@ss", "shop")]
    [InlineData("postgres://ann:p:w@db/shop", "db", 5432, "ann", "p:w", "shop")]
    [InlineData("postgres://ann@[::1]:5433/shop", "::1", 5433, "ann", null, "shop")]
    [InlineData("postgres://ann@[::1]/shop", "::1", 5432, "ann", null, "shop")]
    [InlineData("postgres://ann@%2Frun%2Fpostgresql/shop", "/run/postgresql", 5432, "ann", null, "shop")]
    [InlineData("postgres:///shop?host=/run/pg&user=ann&password=pw&port=5433", "/run/pg", 5433, "ann", "pw", "shop")]
    public void Names_a_PostgreSQL_database(
        string text, string host, int port, string user, string? password, string database)
    {
        var url = Parse(text).ShouldBeOfType<PostgresUrl>().Address;
        (url.Host, url.Port, url.User, url.Password, url.Database).ShouldBe((host, port, user, password, database));
        url.Options.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("postgres://ann:pw@one:5433,two:5434/shop", "postgres://ann:***@one:5433,two:5434/shop")]
    [InlineData("postgres://ann@one,two:5434,[::1]/shop", "postgres://ann@one:5432,two:5434,[::1]:5432/shop")]
    [InlineData("postgres://ann@/shop?host=one,two&port=6000", "postgres://ann@one:6000,two:6000/shop")]
    [InlineData("postgres://ann@/shop?host=one,two&port=1,2", "postgres://ann@one:1,two:2/shop")]
    public void Names_several_hosts(string text, string shown) => Parse(text).ToString().ShouldBe(shown);

    [Fact]
    public void Keeps_the_options_of_its_query()
    {
        var url = Parse("postgres://ann@db/shop?sslmode=require&application_name=my%20app");
        var options = url.ShouldBeOfType<PostgresUrl>().Address.Options;
        options.Count.ShouldBe(2);
        options["sslmode"].ShouldBe("require");
        options["application_name"].ShouldBe("my app");
    }

    [Theory]
    [InlineData("sqlte:a.db", "unknown scheme \"sqlte\". Did you mean \"sqlite\"?")]
    [InlineData("postgre://db", "Did you mean \"postgres\"?")]
    [InlineData("oracle://db", "unknown scheme \"oracle\"")]
    [InlineData("shop.db", "must be a URL")]
    [InlineData("", "must be a URL")]
    [InlineData("sqlite:", "must name a file")]
    [InlineData("sqlite::memory:", "must name a file")]
    [InlineData("sqlite:a.db?mode=ro", "must not have options")]
    [InlineData("postgres:db", "two slashes")]
    [InlineData("postgres://db:0/shop", "port from 1 to 65535")]
    [InlineData("postgres://db:65536/shop", "port from 1 to 65535")]
    [InlineData("postgres://db,/shop", "a name for each")]
    [InlineData("postgres://one:1,two:0/shop", "port from 1 to 65535")]
    [InlineData("postgres:///shop?host=one,two,three&port=1,2", "as many ports as hosts")]
    [InlineData("mysql:db", "two slashes")]
    [InlineData("mysql://db", "must name a database")]
    [InlineData("mysql://db:0/shop", "port from 1 to 65535")]
    [InlineData("mysql://db/shop?sslmode=required", "takes the options ssl-mode, ssl-ca, ssl-cert, ssl-key")]
    [InlineData("mysql://db/shop?ssl-mode", "as name=value")]
    [InlineData("mysql://db/shop?ssl-mode=required&ssl-mode=required", "each once")]
    [InlineData("mysql://db/shop?ssl-mode=on", "one of preferred, disabled, required, verify-ca, verify-full")]
    [InlineData("mysql://db/shop?ssl-mode=required&ssl-ca=root.crt", "ssl-ca with ssl-mode=verify-ca or verify-full")]
    [InlineData("mysql://db/shop?ssl-cert=ann.crt", "ssl-cert and ssl-key together")]
    [InlineData("postgres://db/shop?sslmode", "name=value")]
    [InlineData("postgres://db/shop?a=1&a=2", "name=value")]
    public void Says_what_is_wrong(string text, string expected) => Problem(text).ShouldContain(expected);

    [Theory]
    [InlineData("mysql://ann:p%40s@db:3307/shop", "ann", "p@s", "db", 3307)]
    [InlineData("mariadb://ann@[::1]/shop", "ann", null, "::1", 3306)]
    [InlineData("mysql:///shop", "root", null, "localhost", 3306)]
    public void Names_a_database_of_MariaDB(string text, string user, string? password, string host, int port)
    {
        var url = Parse(text).ShouldBeOfType<MySqlUrl>();
        url.Address.ShouldBe(new MySqlAddress(host, port, user, password, "shop", MySqlEncryption.Preferred));
        url.ToString().ShouldNotContain("p@s");
    }

    [Theory]
    [InlineData("postgres://ann:hush@db/shop")]
    [InlineData("postgres://ann@db/shop?password=hush&sslpassword=hush")]
    public void Shows_no_password(string text)
    {
        var url = Parse(text);
        url.ToString().ShouldBe("postgres://ann:***@db:5432/shop");
        new Settings { Database = url }.ToString().ShouldNotContain("hush");
    }

    [Fact]
    public void Reads_how_a_connection_to_MariaDB_is_encrypted()
    {
        var url = Parse("mysql://db/shop?ssl-mode=verify-full&ssl-ca=%2Fa%20b.crt&ssl-cert=c&ssl-key=k");
        url.ShouldBeOfType<MySqlUrl>().Address.ShouldBe(
            new MySqlAddress("db", 3306, "root", null, "shop", MySqlEncryption.VerifyHost)
            {
                Authority = "/a b.crt", Certificate = "c", Key = "k",
            });
        url.ToString().ShouldBe("mysql://root@db:3306/shop");
    }

    /// <summary>An unescaped delimiter moves a piece of the password into another part of the URL.</summary>
    [Theory]
    [InlineData("mysql://ann:hu/sh@db/shop")]
    [InlineData("mysql://ann:hu?sh@db/shop")]
    [InlineData("postgres://ann:hu/sh@db/shop")]
    [InlineData("postgres://ann:1/hush@db/shop")]
    [InlineData("postgres://ann:hush/sh@db/shop")]
    [InlineData("postgres://ann:12?hush@db/shop")]
    [InlineData("postgres://ann:hush?x=1@db/shop")]
    [InlineData("postgres://ann@db:hush")]
    [InlineData("Host=db;Password=hush:hush")]
    [InlineData("hush")]
    public void Shows_no_piece_of_what_it_cannot_take_apart(string text) => Problem(text).ShouldNotContain("hu");

    private static DatabaseUrl Parse(string text)
    {
        DatabaseUrl.TryParse(text, out var url, out var problem).ShouldBeTrue(problem);
        return url!;
    }

    private static string Problem(string text)
    {
        DatabaseUrl.TryParse(text, out _, out var problem).ShouldBeFalse();
        return problem!;
    }
}
