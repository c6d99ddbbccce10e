using Relata.Conformance;

namespace Relata.Databases.Postgres.Tests.Lookups;

/// <summary>Groups by parts of dates that only PostgreSQL has, and of columns whose names look like parts.</summary>
public sealed class DateGroupTests(DateGroupTests.Dates server) : Specification(server), IClassFixture<DateGroupTests.Dates>
{
    [Fact]
    public async Task Infinite_dates_and_those_before_Christ_have_years()
    {
        await Get("/moment?group_by=at__year&aggregates=count").ShouldAnswer(200,
            """[{"at__year":"-Infinity","count":1},{"at__year":-44,"count":1},{"at__year":2024,"count":2},{"at__year":"Infinity","count":1}]""");
        await Get("/moment?group_by=at__date&at__year=2024")
            .ShouldAnswer(200, """[{"at__date":"2024-07-19"},{"at__date":"2024-12-31"}]""");
    }

    [Fact]
    public Task A_column_of_the_whole_name_goes_before_a_part() =>
        Get("/moment?group_by=at__month&at__year=2024").ShouldAnswer(200, """[{"at__month":"December"},{"at__month":"July"}]""");

    /// <summary>A server whose sessions are far from UTC.</summary>
    public sealed class Dates() : ScriptServer("""
        CREATE TABLE moment (id int PRIMARY KEY, at timestamptz, at__month text);
        INSERT INTO moment VALUES (1, '2024-12-31 23:30+00', 'December'), (2, '2024-07-19 03:45+00', 'July'),
            (3, 'infinity', ''), (4, '-infinity', ''), (5, '0044-03-15 12:00+00 BC', '');
        """)
    {
        /// <inheritdoc/>
        protected override Task FillAsync(Support.PostgresDatabase database, CancellationToken stop) =>
            database.ExecuteAsync($"ALTER DATABASE {database.Name} SET timezone = 'Pacific/Auckland'", stop);
    }
}
