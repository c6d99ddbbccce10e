using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>
/// Very many requests at once over few connections, while the link to the database takes everything apart and breaks
/// again and again, or while statements fail: nobody ever gets what belongs to another one.
/// </summary>
/// <remarks>
/// <c>RELATA_LINK_SEED</c> and <c>RELATA_LINK_REQUESTS</c> choose other faults, or another number of requests.
/// </remarks>
public sealed class AnswersKeepApart
{
    private const int Callers = 48;
    private const int AtOnce = 16;
    private const int BytesToBreak = 100_000;

    private const int Tenants = 7;

    private const string Configuration = """
        { "connections": { "max": 16, "waitMilliseconds": 5000 }, "logLevel": "error" }
        """;

    private const string ConfigurationOfCallers = """
        {
          "connections": { "max": 16, "waitMilliseconds": 5000 }, "logLevel": "error",
          "callers": { "settings": { "app.tenant": "X-Tenant" }, "role": "X-Role" }
        }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_the_link_is_faulty()
    {
        var seed = (int)Chosen("RELATA_LINK_SEED", 20_261_127);
        var count = (int)Chosen("RELATA_LINK_REQUESTS", 1_000_000);
        var database = await CreateAsync(count, risk: 1009);
        await using var link = FaultyProxy.Before(database.Url);
        await using var served = await Served.StartAsync(database, link.Through, Configuration, Stop);
        var clock = Stopwatch.StartNew();
        link.Shake(seed, BytesToBreak);

        var (wrong, putOff) = await AskAsync(served, count, id => Ask(id, risk: 1009));

        await ShouldKeepApartAsync(served, link, wrong, $"RELATA_LINK_SEED={seed}: {count} requests in "
            + $"{clock.Elapsed.TotalSeconds:0.0} s, {putOff} answers put off");
    }

    [Fact]
    public async Task Of_callers_with_roles_and_settings_while_the_link_is_faulty()
    {
        var seed = (int)Chosen("RELATA_LINK_SEED", 20_261_127);
        var count = (int)Chosen("RELATA_LINK_REQUESTS", 1_000_000) / 5;
        var (clerk, visitor) = ($"clerk_{Guid.NewGuid():n}", $"visitor_{Guid.NewGuid():n}");
        await using var roles = await Roles.CreateAsync(clerk, visitor);
        var database = await TestPostgres.CreateDatabaseAsync(
            $"""
            CREATE TABLE item AS SELECT n AS id, n % {Tenants} AS tenant FROM generate_series(1, {count}) AS n;
            ALTER TABLE item ADD PRIMARY KEY (id);
            ALTER TABLE item ENABLE ROW LEVEL SECURITY;
            CREATE POLICY own ON item USING (tenant = current_setting('app.tenant')::int);
            CREATE VIEW own_item WITH (security_barrier) AS
                SELECT id, current_user::text AS who, current_setting('app.tenant') AS tenant FROM item;
            GRANT SELECT ON item, own_item TO {clerk}; GRANT SELECT ON own_item TO {visitor};
            ANALYZE item;
            """, Stop);
        await using var link = FaultyProxy.Before(database.Url);
        await using var served = await Served.StartAsync(database, link.Through, ConfigurationOfCallers, Stop);
        var clock = Stopwatch.StartNew();
        link.Shake(seed, BytesToBreak);

        var (wrong, putOff) = await AskAsync(served, count, id => AskAs(id, clerk, visitor));

        await ShouldKeepApartAsync(served, link, wrong, $"RELATA_LINK_SEED={seed}: {count} requests of callers in "
            + $"{clock.Elapsed.TotalSeconds:0.0} s, {putOff} answers put off");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(50)]
    public async Task While_the_statements_of_neighbours_fail(int risk)
    {
        const int count = 20_000;
        await using var served = await Served.StartAsync(
            await CreateAsync(count, risk), url => url, Configuration, Stop);

        var (wrong, putOff) = await AskAsync(served, count, id => Ask(id, risk));

        wrong.ShouldBeEmpty();
        putOff.ShouldBe(0);
        served.Relata.ShouldHaveNoFault();
    }

    private static async Task ShouldKeepApartAsync(
        Served served, FaultyProxy link, IReadOnlyCollection<string> wrong, string what)
    {
        var reads = await ReadCounts.OfAsync(served.Relata, Stop);
        TestContext.Current.TestOutputHelper?.WriteLine($"{what}, {link.Broken} connections broken, {reads}");
        wrong.ShouldBeEmpty(what);
        link.Broken.ShouldBeGreaterThan(0);
        reads.Pipe.ShouldBeGreaterThan(reads.All / 2, "only there answers could be mixed up");
        served.Relata.ShouldHaveNoFault();
        link.Pass();
        await Poll.UntilAsync(
            async () => (await Outcome.GetAsync(served.Client, "/__health/ready", Stop)).IsGood, stop: Stop);
    }

    private static Task<PostgresDatabase> CreateAsync(int count, int risk) => TestPostgres.CreateDatabaseAsync(
        $"""
        CREATE TABLE item AS
            SELECT n AS id, repeat(chr(97 + n % 26), n % 61) || n AS name FROM generate_series(1, {count}) AS n;
        ALTER TABLE item ADD PRIMARY KEY (id);
        CREATE VIEW risky AS SELECT id, 1 / (id % {risk}) AS part FROM item;
        ANALYZE item;
        """, Stop);

    /// <summary>Asks for each row once, and goes on until each has been answered.</summary>
    private static async Task<(IReadOnlyCollection<string> Wrong, long PutOff)> AskAsync(
        Served served, int count, Func<int, Question> ask)
    {
        var (wrong, putOff, next) = (new ConcurrentQueue<string>(), 0L, 0);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            using var caller = new PipelinedCaller(served.Client.BaseAddress!, Stop);
            while (Interlocked.Add(ref next, AtOnce) is var last && last - AtOnce < count && wrong.IsEmpty)
            {
                var first = last - AtOnce + 1;
                var ids = Enumerable.Range(first, Math.Min(AtOnce, count - first + 1));
                if (await caller.AskAsync([.. ids.Select(ask)]) is { } found) wrong.Enqueue(found);
            }

            Interlocked.Add(ref putOff, caller.PutOff);
        })));
        return (wrong, putOff);
    }

    /// <summary>
    /// Shapes of all kinds take turns, so that neighbours on a connection are not alike; rows of a multiple of the risk
    /// cannot be computed.
    /// </summary>
    private static Question Ask(int id, int risk)
    {
        var name = new string((char)('a' + (id % 26)), id % 61) + id.ToString(CultureInfo.InvariantCulture);
        return (id % risk == 0, id % 5) switch
        {
            (true, _) => new($"/risky?id={id}", 422, null),
            (_, 0) => new($"/item?id={id}", 200, $$"""[{"id":{{id}},"name":"{{name}}"}]"""),
            (_, 1) => new($"/item/{id}?fields=name", 200, $$"""{"name":"{{name}}"}"""),
            (_, 2) => new($"/item?name={name}&id__gte={id}&id__lt={id + 1}", 200, $$"""[{"id":{{id}},"name":"{{name}}"}]"""),
            _ => new($"/item/{id}", 200, $$"""{"id":{{id}},"name":"{{name}}"}"""),
        };
    }

    /// <summary>
    /// Neighbours are of different tenants and roles; some ask for a row of another tenant, some for a table that is not
    /// for their role.
    /// </summary>
    private static Question AskAs(int id, string clerk, string visitor)
    {
        var tenant = id % Tenants;
        var (role, named) = id % 3 == 0 ? (visitor, tenant) : (clerk, id % 4 == 0 ? (tenant + 1) % Tenants : tenant);
        var headers = $"X-Tenant: {named}\r\nX-Role: {role}\r\n";
        if (role == visitor && id % 2 == 0) return new($"/item/{id}", 403, null, headers);
        if (role == visitor || id % 5 == 0)
            return new($"/own_item?id={id}", 200, $$"""[{"id":{{id}},"who":"{{role}}","tenant":"{{named}}"}]""", headers);
        return named == tenant
            ? new($"/item/{id}", 200, $$"""{"id":{{id}},"tenant":{{tenant}}}""", headers)
            : new($"/item/{id}", 404, null, headers);
    }

    private static long Chosen(string variable, long usual) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
            ? long.Parse(text, CultureInfo.InvariantCulture)
            : usual;

    /// <summary>Roles are the server's, so they outlive the database.</summary>
    private sealed class Roles(PostgresDatabase home, string[] names) : IAsyncDisposable
    {
        public static async Task<Roles> CreateAsync(params string[] names)
        {
            var all = string.Concat(names.Select(name => $"CREATE ROLE {name};"));
            return new Roles(await TestPostgres.CreateDatabaseAsync(all, Stop), names);
        }

        public async ValueTask DisposeAsync()
        {
            await home.ExecuteAsync($"DROP ROLE {string.Join(", ", names)}", CancellationToken.None);
            await home.DisposeAsync();
        }
    }
}
