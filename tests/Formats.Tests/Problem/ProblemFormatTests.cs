using System.Text;
using System.Text.Json;
using Relata.Formats.Problem;
using Relata.Model.Failures;

namespace Relata.Formats.Tests.Problem;

public sealed class ProblemFormatTests
{
    [Fact]
    public void A_failure_is_a_problem_with_all_that_is_known() => Print(
        new Failure(FailureCode.UnknownColumn, "\"item\" has no column \"nmae\".")
        {
            Hint = "Did you mean \"name\"?",
            At = new Position("query", 3, 4),
        }).ShouldBe("""
            {"type":"urn:relata:failure:unknown-column","title":"Unknown column","status":400,
            "detail":"\"item\" has no column \"nmae\".","code":"unknown-column","hint":"Did you mean \"name\"?",
            "at":{"part":"query","offset":3,"length":4}}
            """.ReplaceLineEndings(""));

    [Fact]
    public void What_is_not_known_is_left_out() => Print(new Failure(FailureCode.RowNotFound, "There is no such row.")).ShouldBe(
        """{"type":"urn:relata:failure:row-not-found","title":"Row not found","status":404,"detail":"There is no such row.","code":"row-not-found"}""");

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_its_status_and_a_title(FailureCode code)
    {
        var answer = ProblemFormat.Answer(new Failure(code, "No."), "trace");
        var problem = JsonElement.Parse(answer.Body.ShouldNotBeNull().Written.Span);
        (answer.Status, answer.ContentType).ShouldBe((code.Status(), "application/problem+json"));
        problem.GetProperty("status").GetInt32().ShouldBe(code.Status());
        problem.GetProperty("code").GetString().ShouldBe(code.PublicName());
        problem.GetProperty("title").GetString().ShouldNotBeNull().ShouldMatch("^[A-Z][a-z ]+$");
        problem.TryGetProperty("traceId", out _).ShouldBe(code == FailureCode.Internal);
    }

    public static TheoryData<FailureCode> Codes => [.. Enum.GetValues<FailureCode>()];

    [Fact]
    public void A_fault_of_our_own_names_its_trace() =>
        Problem(new Failure(FailureCode.Internal, "Something went wrong.")).GetProperty("traceId").GetString().ShouldBe("trace-1");

    [Fact]
    public void The_words_of_the_database_are_shown_where_that_is_allowed() =>
        Problem(new Failure(FailureCode.DatabaseRefused, "No."), "relation is locked")
            .GetProperty("databaseMessage").GetString().ShouldBe("relation is locked");

    [Fact]
    public void A_method_that_is_not_allowed_comes_with_those_that_are() =>
        ProblemFormat.Answer(new Failure(FailureCode.MethodNotAllowed, "No.") { Allow = ["GET", "POST"] }, "")
            .Headers.ShouldBe([new("Allow", "GET, POST")]);

    [Fact]
    public void A_database_that_is_away_may_be_asked_again_soon() =>
        ProblemFormat.Answer(new Failure(FailureCode.DatabaseUnavailable, "No."), "").Headers.ShouldBe([new("Retry-After", "1")]);

    [Fact]
    public void Half_of_a_surrogate_pair_in_a_message_does_no_harm() =>
        Problem(new Failure(FailureCode.BadValue, "cut \ud83d")).GetProperty("detail").GetString().ShouldBe("cut \ufffd");

    private static JsonElement Problem(Failure failure, string? detail = null) => JsonElement.Parse(Print(failure, detail));

    private static string Print(Failure failure, string? detail = null)
    {
        var answer = ProblemFormat.Answer(failure, "trace-1", detail);
        return Encoding.UTF8.GetString(answer.Body.ShouldNotBeNull().Written.Span);
    }
}
