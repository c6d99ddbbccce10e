using System.Text;
using Relata.Support;

namespace Relata.Conformance.Ex;

/// <summary>A part of the ex dialect, over HTTP.</summary>
public abstract class ExSpecification(ConformanceServer server) : Specification(server)
{
    /// <summary>Sends a call with headers, as <c>curl -d</c> does: a body has the type of a form.</summary>
    protected Task<Answer> Ex(string method, string target, string? body = null, params IReadOnlyList<string> headers) => Send(
        method, target, body is null ? null : Encoding.UTF8.GetBytes(body), "application/x-www-form-urlencoded", headers: headers);

    /// <summary>Sends a GET whose answer has one column.</summary>
    protected Task<Answer> IdsOf(string target, params IReadOnlyList<string> headers) =>
        Ex("GET", target, null, ["X-Columns: id", .. headers]);
}

/// <summary>What is expected of answers of the ex dialect.</summary>
[ShouldlyMethods]
public static class ExAssertions
{
    /// <summary>Holds when the answer is a failure of that dialect.</summary>
    /// <param name="asking">The call.</param>
    /// <param name="status">The status, which is also the error's code.</param>
    /// <param name="code">The failure's public name.</param>
    /// <param name="says">What its message says, somewhere.</param>
    public static async Task<Answer> ShouldBeError(this Task<Answer> asking, int status, string code, string? says = null)
    {
        var answer = await asking;
        var error = answer.Body.ShouldBeJson();
        answer.Status.ShouldBe(status, answer.Body);
        answer.Header("Content-Type").ShouldBe("application/json");
        ((int?)error["error_code"]).ShouldBe(status);
        ((string?)error["code"]).ShouldBe(code);
        var message = (string?)error["error_message"];
        message.ShouldNotBeNullOrEmpty();
        if (says is not null) answer.Body.ShouldContain(says);
        return answer;
    }
}
