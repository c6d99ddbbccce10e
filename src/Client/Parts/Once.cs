using Relata.Model.Failures;

namespace Relata.Client.Parts;

/// <summary>Keeps a part from taking the place of another that was said before it.</summary>
internal static class Once
{
    /// <summary>Refuses a part that is there already.</summary>
    /// <param name="isFirst">Whether it is not.</param>
    /// <param name="what">What the part says, as the start of a sentence.</param>
    public static void Require(bool isFirst, string what)
    {
        if (isFirst) return;
        throw new Failure(FailureCode.MalformedBody, $"{what} is said twice.")
        {
            Hint = "Of each part only filters, and the rows of an insert, can be several.",
        }.AsException();
    }
}
