using System.Text;
using Relata.Client;
using Relata.Model.Failures;
using Relata.Model.Requests;
using static Relata.Client.Ex;

namespace Relata.Conformance.Client;

/// <summary>Statements in the database's own words, of a client.</summary>
public abstract class ClientExecSpec(ConformanceServer server, ClientWay way) : ClientSpecification(server, way)
{
    [Fact]
    public async Task Arguments_stand_where_they_belong_and_are_no_text()
    {
        var client = await ClientAsync();
        var (id, name) = (2, "x' OR 'a' = 'a");
        (await Sql($"SELECT id, name FROM place WHERE id = {id}")).ShouldBe("""[{"id":2,"name":"Bergen"}]""");
        (await Sql($"SELECT id, name FROM place WHERE name = {name}")).ShouldBe("[]");
        (await client.ExecSqlAsync<Place>($"SELECT id, name FROM place WHERE id < {3} ORDER BY id", Stop))
            .ShouldBe([new Place(1, "Aden"), new Place(2, "Bergen")]);
    }

    [Fact]
    public async Task A_statement_is_done_or_not()
    {
        (await Sql($"INSERT INTO place (id, name) VALUES ({201}, {"a"}), ({202}, {"b"})")).ShouldBe("[]");
        (await Answer(Request.Query("place", Where("id", Gt(200)), Columns("id")))).ShouldBe(Ids("201,202"));
        var refused = (await Should.ThrowAsync<FailureException>(
            () => Sql($"INSERT INTO place (id, name) VALUES ({203}, {"c"}), ({201}, {"d"})"))).Failure;
        refused.Code.ShouldBe(FailureCode.UniqueViolation);
        (await Sql($"DELETE FROM place WHERE id > {200}")).ShouldBe("[]");
        (await Answer(Request.Query("place", Where("id", Gt(200))))).ShouldBe("[]");
    }

    [Fact]
    public async Task A_statement_that_the_database_does_not_know_is_refused()
    {
        var refused = (await Should.ThrowAsync<FailureException>(() => Sql($"SELEC {1}"))).Failure;
        (refused.Code, refused.Message).ShouldBe((FailureCode.DatabaseRefused, "The database refused the statement."));
    }

    private async Task<string> Sql(SqlText sql) =>
        Encoding.UTF8.GetString(await (await ClientAsync()).ExecSqlJsonAsync(sql, Stop));

    private sealed record Place(int Id, string Name);
}

/// <summary>Statements by SQL.</summary>
public abstract class ClientExecOverSqlSpec(ConformanceServer server) : ClientExecSpec(server, ClientWay.Sql);

/// <summary>Statements by HTTP.</summary>
public abstract class ClientExecOverHttpSpec(ConformanceServer server) : ClientExecSpec(server, ClientWay.Http);
