using Npgsql;
using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>Calls have roles and settings, and their reads go to a standby.</summary>
public sealed class CallersAskAStandby : IAsyncDisposable
{
    private const string Schema = """
        CREATE VIEW server AS SELECT 1 AS id, pg_is_in_recovery() AS is_standby, current_user::text AS role,
            coalesce(current_setting('app.tenant', true), '') AS tenant;
        CREATE ROLE clerk;
        GRANT SELECT ON server TO clerk;
        """;

    private const string Configuration =
        """{ "callers": { "settings": { "app.tenant": "X-Tenant" }, "role": "X-Role" }, "logLevel": "error" }""";

    private PostgresServer? primary;
    private PostgresServer? standby;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (standby is not null) await standby.DisposeAsync();
        if (primary is not null) await primary.DisposeAsync();
    }

    [Fact]
    public async Task A_role_that_the_standby_has_yet_to_hear_of_is_the_primarys()
    {
        primary = await PostgresServer.CreateAsync(stop: Stop);
        var database = await primary.CreateDatabaseAsync(Schema, Stop);
        standby = await PostgresServer.FollowAsync(primary, Stop);
        var both = database.Url.Replace(
            $":{primary.Port}/", $":{primary.Port},127.0.0.1:{standby.Port}/", StringComparison.Ordinal);
        await using var relata = await RelataProcess.StartAsync(both, Configuration, stop: Stop);

        for (var turn = 0; turn < 6; turn++)
            (await AskAsync(relata, "clerk", "a")).Text.ShouldBe("""[{"is_standby":true,"role":"clerk","tenant":"a"}]""");

        await PauseStandbyAsync(standby);
        await database.ExecuteAsync("CREATE ROLE novice; GRANT SELECT ON server TO novice", Stop);
        for (var turn = 0; turn < 3; turn++)
        {
            (await AskAsync(relata, "novice", "b")).Text.ShouldBe("""[{"is_standby":false,"role":"novice","tenant":"b"}]""");
            (await AskAsync(relata, "clerk", "a")).Text.ShouldBe("""[{"is_standby":true,"role":"clerk","tenant":"a"}]""");
            (await AskAsync(relata, "nobody", "a")).Text.ShouldContain("The role \\\"nobody\\\" does not exist");
        }

        relata.ShouldHaveNoFault();
    }

    private static async Task<Outcome> AskAsync(RelataProcess relata, string role, string tenant)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/server?fields=is_standby,role,tenant");
        request.Headers.Add("X-Role", role);
        request.Headers.Add("X-Tenant", tenant);
        return await Outcome.SendAsync(relata.Client, request, Stop);
    }

    private static async Task PauseStandbyAsync(PostgresServer standby)
    {
        await using var connection = new NpgsqlConnection(standby.ConnectionString);
        await connection.OpenAsync(Stop);
        await using var pause = new NpgsqlCommand("SELECT pg_wal_replay_pause()", connection);
        await pause.ExecuteNonQueryAsync(Stop);
        await using var state = new NpgsqlCommand("SELECT pg_get_wal_replay_pause_state()", connection);
        await Poll.UntilAsync(async () => await state.ExecuteScalarAsync(Stop) is "paused", stop: Stop);
    }
}
