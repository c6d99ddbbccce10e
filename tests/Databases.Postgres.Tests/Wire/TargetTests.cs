using System.Text;
using Relata.Databases.Postgres.Wire;
using Relata.Support;

namespace Relata.Databases.Postgres.Tests.Wire;

/// <summary>What settings mean without the driver, and what an error says.</summary>
public sealed class TargetTests
{
    [Theory]
    [InlineData("Host=one,two")]
    [InlineData("Host=one:5433")]
    [InlineData("Host=[::1]:5433")]
    [InlineData("Host=db;Client Encoding=LATIN1")]
    [InlineData("Host=db;SSL Mode=Require;SSL Negotiation=Direct")]
    [InlineData("Host=db;GSS Encryption Mode=Require")]
    [InlineData("Host=db;Require Auth=ScramSHA256")]
    public void What_only_the_driver_does_is_left_to_it(string settings) =>
        WireTarget.From(new($"{settings};Username=ann")).ShouldBeNull();

    [Theory]
    [InlineData("/run/postgresql", "/run/postgresql/.s.PGSQL.5433")]
    [InlineData("/run/postgresql/", "/run/postgresql/.s.PGSQL.5433")]
    [InlineData("@shop", "\0shop/.s.PGSQL.5433")]
    public void A_folder_is_that_of_a_Unix_socket(string host, string path)
    {
        var target = WireTarget.From(new() { Host = host, Port = 5433, Username = "ann" }).ShouldNotBeNull();
        target.IsUnixSocket.ShouldBeTrue();
        target.SocketPath.ShouldBe(path);
    }

    [Fact]
    public void No_text_shows_a_password() =>
        WireTarget.From(new("Host=::1;Port=5433;Username=ann;Password=secret"))!.ToString().ShouldBe("::1:5433");

    [Theory]
    [InlineData("db", 5432, "shop", "ann", "first")]
    [InlineData("db", 5433, "shop", "ann", "second:\\x")]
    [InlineData("db", 5433, "shop", "bob:by", "third")]
    [InlineData("db", 5433, "shop", "eve", null)]
    public async Task A_password_is_looked_up_in_a_file(
        string host, int port, string database, string user, string? password)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("passwords"), """
            # host:port:database:user:password
            malformed
            db:5432:shop:ann:first

            *:*:shop:ann:second\:\\x
            *:*:*:bob\:by:third
            """, TestContext.Current.CancellationToken);
        WireTarget.From(new()
        {
            Host = host,
            Port = port,
            Database = database,
            Username = user,
            Passfile = folder.File("passwords"),
        })!.Password().ShouldBe(password);
    }

    [Fact]
    public void An_error_has_every_field_but_the_detail()
    {
        var error = WireErrors.Read(Encoding.UTF8.GetBytes(
            "SFEHLER\0VERROR\0C23505\0Mtext\0Ddetail\0Hhint\0P12\0p3\0qquery\0Wwhere\0sschema\0ttable\0ccolumn\0"
            + "dtype\0nconstraint\0Ffile\0L7\0Rroutine\0?unknown\0\0"));
        (error.Severity, error.InvariantSeverity, error.SqlState, error.MessageText).ShouldBe(
            ("FEHLER", "ERROR", "23505", "text"));
        (error.Detail, error.Hint, error.Position, error.InternalPosition, error.InternalQuery, error.Where)
            .ShouldBe((null, "hint", 12, 3, "query", "where"));
        (error.SchemaName, error.TableName, error.ColumnName, error.DataTypeName, error.ConstraintName)
            .ShouldBe(("schema", "table", "column", "type", "constraint"));
        (error.File, error.Line, error.Routine).ShouldBe(("file", "7", "routine"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("S")]
    [InlineData("SERROR")]
    [InlineData("SERROR\0C4")]
    [InlineData("SERROR\0C\0Mtext\0\0")]
    public void An_error_that_is_cut_off_is_one_of_the_protocol(string body) =>
        WireErrors.Read(Encoding.UTF8.GetBytes(body)).SqlState.ShouldBe("08P01");
}
