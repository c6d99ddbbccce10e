namespace Relata.Sql.Tests.Golden;

/// <summary>
/// Every folder below <c>tests/Golden</c> is a case. <c>UPDATE_GOLDEN=1</c> writes what happens now into the source tree,
/// where the difference is reviewed like any other.
/// </summary>
public sealed class GoldenTests
{
    private static readonly bool Updates = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static TheoryData<string> Cases => [.. GoldenCase.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_request_leads_to_the_SQL_of_its_folder(string name)
    {
        var golden = new GoldenCase(name);
        var call = golden.ReadCall();
        var databases = GoldenDatabase.All.Where(database => golden.SkipReason(database) is null).ToArray();
        databases.ShouldNotBeEmpty();
        var answers = databases.Select(database => (database, database.Answer(call))).ToArray();
        if (Updates) golden.Write(answers);
        foreach (var (database, answer) in answers) golden.Expected(database).ShouldBe(answer, $"{name} on {database.Name}");
    }

    [Fact]
    public void Plans_with_the_same_fingerprint_have_the_same_script()
    {
        var ambiguous =
            from database in GoldenDatabase.All
            from shape in GoldenCase.Names.SelectMany(name => database.Shapes(new GoldenCase(name).ReadCall()))
            group shape.Script by (database.Name, shape.Fingerprint) into scripts
            where scripts.Distinct().Count() > 1
            select string.Join('\n', scripts.Distinct());
        ambiguous.ShouldBeEmpty();
    }

    [Fact]
    public void A_reason_to_skip_a_case_is_a_sentence()
    {
        var reasons =
            from name in GoldenCase.Names
            from database in GoldenDatabase.All
            let reason = new GoldenCase(name).SkipReason(database)
            where reason is not null
            select reason.Trim();
        reasons.ShouldAllBe(reason => reason.Length > 20 && reason.EndsWith('.'));
    }
}
